import Crypto
import Forms
import JSON
import PtyDriver
import Testing

@testable import Exchange

/// A programme's pack as a file: written, read, and refused where a line is not as it has to be.
@Suite struct ProgrammePackTests {
  private let programme: SampleProgramme
  private let text: String

  init() throws {
    programme = try SampleProgramme()
    text = String(decoding: try programme.packFile(), as: UTF8.self)
  }

  private func error(_ text: String) -> ProgrammePackError? {
    do throws(ProgrammePackError) {
      _ = try ProgrammePack(reading: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  /// The pack changed, and signed again by whoever changed it.
  private func resigned(_ changed: String, by keys: OwnKeys? = nil) throws -> String {
    let signed = String(changed[..<(try #require(changed.firstRange(of: "-----BEGIN"))).lowerBound])
    let key = (keys ?? programme.keys).signing
    return signed
      + SSHSignature(of: Array(signed.utf8), by: key, namespace: SSHSignature.packNamespace).armoured
  }

  private func error(changing old: String, to new: String) throws -> ProgrammePackError? {
    try #require(text.contains(old))
    return error(try resigned(text.replacing(old, with: new, maxReplacements: 1)))
  }

  @Test func `A pack is these lines, and reads as what it was made from`() throws {
    let pack = programme.pack
    #expect(try ProgrammePack(reading: Array(text.utf8)) == pack)
    let questionnaire = String(decoding: try SampleProgramme.questionnaire.canonical(), as: UTF8.self)
    #expect(
      text.hasPrefix(
        """
        Handrail programme pack 1
        # Handrail reads this file: handrail accept FILE
        Name: Harbour IOP
        Hours: Monday to Friday, 9 to 5
        By day: 555 0100
        After hours: 555 0199
        In an emergency: Call 911
        In an emergency: Then call the after-hours number
        Who reads: Your own therapist
        How often: Before each session, not in between
        Meanwhile: Call the day number, or use your plan
        Notice: This record may not be passed on.
        Notice basis: 42 CFR Part 2
        Session: Mon 09:00 180 Group
        Questionnaire: \(questionnaire)
        \(pack.card.text)-----BEGIN SSH SIGNATURE-----

        """))
  }

  @Test func `ssh-keygen trusts the signature, and no longer after a number was swapped`() throws {
    let bench = try Bench()
    try bench.put("it namespaces=\"handrail-pack\" \(programme.keys.publicKeys.signing.text)\n", "signers")
    let begin = try #require(text.firstRange(of: "-----BEGIN")).lowerBound
    try bench.put(String(text[begin...]), "signature")
    try bench.put(String(text[..<begin]), "text")
    try bench.put(String(text[..<begin]).replacing("555 0199", with: "555 0666"), "swapped")
    func verify(_ input: String) throws -> PtyExit {
      try bench.run(
        keygen, "-Y", "verify", "-f", "signers", "-I", "it", "-n", "handrail-pack", "-s", "signature", input: input,
        output: "said")
    }
    #expect(try verify("text") == .status(0))
    #expect(try verify("swapped") != .status(0))
    #expect(error(text.replacing("555 0199", with: "555 0666")) == .signature(.doesNotFit))
  }

  @Test func `A pack with only what it must have is one too`() throws {
    var least = ProgrammePack(
      name: "H", keys: programme.keys.publicKeys, whoReads: "Nobody", howOften: "Never", meanwhile: "Call")
    least.afterHours = "555 0199"
    #expect(try ProgrammePack(reading: programme.packFile(least)) == least)
    least.afterHours = nil
    #expect(throws: ProgrammePackError.missing("By day")) { try programme.packFile(least) }
  }

  @Test func `Line ends of Windows, a byte-order mark, blank lines and notes do not matter`() throws {
    #expect(error(text.replacing("\n", with: "\r\n")) == nil)
    #expect(error("\u{FEFF}" + text) == nil)
    #expect(try error(changing: "Hours:", to: "\n# a note\n\nHours:") == nil)
    #expect(error(text + "\n\n") == nil)
  }

  @Test(arguments: ["Name", "Who reads", "How often", "Meanwhile"])
  func `What must be there is named when it is not`(label: String) throws {
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(label + ":") })
    #expect(try error(changing: line + "\n", to: "") == .missing(label))
    #expect(try error(changing: String(line), to: label + ":") != nil)
  }

  @Test func `A notice has its basis, and one number at least stands in it`() throws {
    #expect(try error(changing: "Notice basis: 42 CFR Part 2\n", to: "") == .missing("Notice basis"))
    #expect(try error(changing: "By day: 555 0100\nAfter hours: 555 0199\n", to: "") == .missing("By day"))
    #expect(try error(changing: "By day: 555 0100\n", to: "") == nil)
  }

  @Test func `A pack says when it was made, and which of two is the older one`() throws {
    var pack = programme.pack
    pack.made = Day(iso: "2026-11-20")
    let file = try programme.packFile(pack)
    #expect(String(decoding: file, as: UTF8.self).contains("\nDate: 2026-11-20\n"))
    #expect(try ProgrammePack(reading: file) == pack)
    #expect(try error(changing: "Hours:", to: "Date: soon\nHours:") == .value("Date", line: 4))
    var later = pack
    later.made = Day(iso: "2026-12-01")
    #expect(pack.isOlder(than: later) && !later.isOlder(than: pack) && !pack.isOlder(than: pack))
    // One without a day may be the older one.
    #expect(programme.pack.isOlder(than: pack) && !pack.isOlder(than: programme.pack))
  }

  @Test func `A line that no pack has, or that stands twice, is told with its number`() throws {
    #expect(try error(changing: "Hours:", to: "Fax: 1\nHours:") == .unknown(line: 4))
    #expect(try error(changing: "Hours:", to: "By day: 1\nHours:") == .twice("By day", line: 6))
    #expect(try error(changing: "Mon 09:00 180", to: "Mon 9 180") == .value("Session", line: 14))
    #expect(try error(changing: "Mon 09:00 180", to: "Mon 09:00 0") == .value("Session", line: 14))
    #expect(try error(changing: "Monday to Friday", to: String(repeating: "x", count: 600)) == .value("Hours", line: 4))
    let step = "In an emergency: Call 911\n"
    #expect(try error(changing: step, to: String(repeating: step, count: 12)) == .tooMany("In an emergency", line: 19))
  }

  @Test(arguments: ["\u{202E}", "\u{1B}", "\u{7}", "\u{200F}", "\u{2066}", "\t", "\u{2028}", "\u{FEFF}"])
  func `Hidden characters are refused, with the line`(hidden: String) throws {
    #expect(try error(changing: "555 0100", to: "555 \(hidden)0100") == .hidden(line: 5))
  }

  @Test func `A questionnaire is one line of canonical JSON that can be asked here`() throws {
    let start = "Questionnaire: {"
    #expect(
      try error(changing: start, to: start + " ")
        == .questionnaire("It is not written as one line of canonical JSON.", line: 15))
    guard case .questionnaire(_, 15)? = try error(changing: "\"integer\"", to: "\"nonsense\"") else {
      return #expect(Bool(false), "a type that FHIR does not know was taken")
    }
  }

  @Test func `No byte of a pack can be changed unnoticed`() throws {
    let bytes = Array(text.utf8)
    for place in bytes.indices.dropLast() {
      var changed = bytes
      changed[place] ^= 1
      #expect(Self.reads(changed) != nil, "\(place)")
    }
  }

  @Test func `A file that was cut off anywhere is never taken`() throws {
    #expect(error("") == .empty)
    for length in stride(from: 1, to: text.utf8.count - 1, by: 7) {
      let cut = String(decoding: text.utf8.prefix(length), as: UTF8.self)
      #expect(error(cut) != nil, "\(length)")
    }
    let begin = try #require(text.firstRange(of: "-----BEGIN")).lowerBound
    #expect(error(String(text[..<begin])) == .noSignature)
    #expect(error(String(text[..<begin].dropLast(9))) == .cutOff)
    #expect(error(String(text.dropLast(30))) == .cutOff)
    #expect(error(text + "more\n") == .trailing(line: text.split(separator: "\n").count + 1))
  }

  @Test func `Somebody else's signature, or one for another purpose, does not hold`() throws {
    let other = try OwnKeys.random()
    #expect(error(try resigned(text, by: other)) == .signature(.otherKey))
    #expect(throws: ProgrammePackError.signature(.otherKey)) { try programme.packFile(by: other) }
    let log = programme.pack
    #expect(throws: ProgrammePackError.signature(.namespace("handrail-log"))) {
      try log.file { SSHSignature(of: $0, by: programme.keys.signing).armoured }
    }
    #expect(throws: ProgrammePackError.signing) { try log.file { _ in nil } }
  }

  @Test func `Mistakes of the key card are told as those of a card, with the line of the file`() throws {
    let key = programme.keys.publicKeys.sealing.text
    #expect(try error(changing: key, to: String(key.dropLast())) == .card(.key(.tooShort(1), line: 19)))
    #expect(try error(changing: key, to: key + "\nhello") == .card(.line(20)))
    #expect(try error(changing: "pack 1", to: "pack 2") == .newer)
    #expect(try error(changing: "Handrail programme pack", to: "Something") == .notAPack)
    #expect(
      try error(changing: "Handrail key card 1\nName: Harbour IOP", to: "Handrail key card 1\nName: Other")
        == .otherName)
    #expect(try error(changing: "# Handrail", to: "# AGE-SECRET-KEY-1ABC") == .secret)
    #expect(error(text + String(repeating: "#", count: 256 << 10)) == .tooLarge)
    #expect(Self.reads([0xFF, 0xFE]) == .notText)
  }

  private static func reads(_ bytes: [UInt8]) -> ProgrammePackError? {
    do throws(ProgrammePackError) {
      _ = try ProgrammePack(reading: bytes)
      return nil
    } catch {
      return error
    }
  }
}
