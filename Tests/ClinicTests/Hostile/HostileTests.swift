import Conversation
import Foundation
import Glibc
import JSON
import Testing
import Vault

@testable import Clinic
@testable import Exchange

/// Whatever a file holds: it is taken in whole, or refused whole with a plain sentence, and none of its bytes reach the terminal raw.
@Suite struct HostileTests {
  @Test(arguments: HostileGroup.all)
  func `Each of them is taken or refused as the page says, and a refusal leaves nothing`(
    _ group: HostileGroup
  ) throws {
    let programme = try Programme()
    for one in group.cases {
      let store = try programme.sitting.store
      let (before, strangers) = (try store.dump(), try store.strangers())
      programme.sitting.console.secrets = ["brook lantern"]
      let (said, departure) = programme.sitting.line("import \"\(try one.make(programme))\" --details \(one.options)")
      let told = said.replacing("\n  ", with: " ").replacing("\n", with: " ")
      #expect(Self.harmless(said), "\(one.name)")
      switch one.verdict {
      case .taken:
        #expect(departure == nil, "\(one.name): \(told.prefix(400))")
        continue
      case .refused(let words):
        #expect(told.contains("refused. " + words), "\(one.name): \(told.prefix(400))")
        #expect(try store.strangers() == strangers, "\(one.name)")
      case .stranger(let words):
        #expect(told.contains("refused. " + words), "\(one.name): \(told.prefix(400))")
        #expect(try store.strangers().count == 1, "\(one.name)")
      }
      guard case .failed(let failure)? = departure else { Issue.record("\(one.name): \(told.prefix(400))"); continue }
      #expect(
        failure.code == (one.name == "no file" ? 66 : 65) && failure.safe == "Nothing of it was kept.", "\(one.name)")
      #expect(try store.dump() == before, "\(one.name)")
    }
  }

  @Test func `Sly texts in a dispute are shown harmless, and kept as they came`() throws {
    let programme = try Programme()
    for (place, sly) in HostileGroup.sly.enumerated() {
      for mood in [4, 5] {
        let entry = Log.entry(
          place,
          answers: ["mood": .number(Double(mood)), "note": .string(sly.1 + "\(mood)"), "feelings": [.string(sly.1)]])
        var log = Log(of: programme.jo, for: programme.keys, sequence: place * 2 + mood, entries: [entry])
        log.manifest = log.manifest.with("forms", "0", "title", is: .string(sly.1.short))
        try programme.put(log, by: programme.jo, "h.handrail")
        #expect(programme.take("h.handrail", "--details").code == 0)
      }
      let kept = try programme.sitting.store.lines(of: 1, states: [.disputed, .other]).filter {
        $0.name == Log.name(place)
      }
      #expect(
        kept.count == 2 && kept.allSatisfy { LogLine(kept: $0.body)?.answers["feelings"] == .items([sly.1]) },
        "\(sly.0)")
    }
    for width in [40, 80] {
      programme.sitting.console.width = width
      let (said, departure) = programme.sitting.line("conflicts Jo")
      #expect(departure == nil && said.contains("Version 2") && Self.harmless(said))
    }
    let (code, console) = programme.sitting.once("conflicts", "--json")
    #expect(code == 0 && Self.harmless(console.raw))
  }

  @Test func `A path is shown harmless, too`() throws {
    let programme = try Programme()
    try programme.put(Array("x".utf8), "a\u{1B}[2J\u{202E}b.handrail")
    let (said, code) = programme.take("a\u{1B}[2J\u{202E}b.handrail")
    #expect(code == 65 && Self.harmless(said))
  }

  @Test func `In a folder nothing but files is opened, and a link leads nowhere`() throws {
    let programme = try Programme()
    let folder = programme.path("in")
    mkdir(folder, 0o700)
    mkdir(folder + "/sub.handrail", 0o700)
    mkfifo(folder + "/pipe.handrail", 0o600)
    try programme.put(Log(of: programme.jo, for: programme.keys), by: programme.jo, "outside.handrail")
    symlink(programme.path("outside.handrail"), folder + "/link.handrail")
    symlink("/", folder + "/sub.handrail/root")
    let found = programme.take("in", "--deep")
    #expect(found.code == 66 && found.said.contains("There is no log to take in."))
    for name in ["pipe.handrail", "link.handrail", "sub.handrail/root"] {
      #expect(found.said.contains("in/\(name): passed over"), "\(found.said)")
    }
  }

  @Test func `A file that changes while it is read is refused`() throws {
    let programme = try Programme()
    let path = try programme.put([UInt8](repeating: 7, count: 3 << 20), "h")
    let other = try programme.put([UInt8](repeating: 8, count: 3 << 20), "other")
    let changes: [(String, () -> Void)] = [
      ("grows", { append(path, 1) }), ("shrinks", { truncate(path, 100) }), ("is swapped", { rename(other, path) }),
      ("is gone", { unlink(path) }),
    ]
    for (what, change) in changes {
      #expect(throws: HeldFileTrouble.self, "\(what)") {
        try HeldFile.read(path, limit: 8 << 20, followsLink: true, meanwhile: change)
      }
    }
  }

  /// The page tells the verdicts of the tests, and no others.
  @Test func `The page of the hostile set is the one the tests keep`() throws {
    let page = try String(contentsOfFile: project + "/Sources/handrail/Documentation.docc/Hostile.md", encoding: .utf8)
    for group in HostileGroup.all { #expect(page.contains(group.table), "\(group.title) should be\n\(group.table)") }
    let rows = page.split(separator: "\n").count { $0.hasPrefix("| ") }
    let cases = HostileGroup.all.reduce(0) { $0 + $1.cases.count + 1 }
    #expect(rows >= cases)
  }

  /// No control character but line ends, no escape, nothing that turns text round or hides it.
  static func harmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n"
        || !(scalar.value < 32 || (127...159).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
          || (0x2066...0x2069).contains(scalar.value) || [0x200B, 0x2060, 0xFEFF].contains(scalar.value))
    }
  }
}

private func append(_ path: String, _ byte: UInt8) {
  let file = open(path, O_WRONLY | O_APPEND)
  var byte = byte
  write(file, &byte, 1)
  close(file)
}
