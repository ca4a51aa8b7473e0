import Crypto
import PtyDriver
import Testing

@testable import Exchange

/// Files go both ways between this and the age program.
@Suite struct StockAgeTests {
  private static let sizes = [0, 1, 65535, 65536, 65537, 131_071, 131_072, 131_073, 300_000]
  private let bench: Bench
  private let own: AgeIdentity

  init() throws {
    bench = try Bench()
    own = try AgeIdentity.random()
    try bench.put("# made here\n\(own.text)\n", "key")
  }

  private func sealed(_ text: [UInt8], _ lock: AgeLock, armoured: Bool = false) throws -> [UInt8] {
    let out = BytesOutput()
    try AgeWriter(lock).seal(BytesInput(text), into: out, armoured: armoured)
    return out.bytes
  }

  @Test(arguments: sizes)
  func `age opens what is sealed here`(count: Int) throws {
    let text = pattern(count)
    let other = try AgeIdentity.random()
    for armoured in [false, true] {
      let file = try sealed(text, .recipients([other.recipient, own.recipient]), armoured: armoured)
      try bench.put(file, "sealed")
      #expect(try bench.run(age, "-d", "-i", "key", "-o", "plain", "sealed") == .status(0))
      // Of an empty text age makes no file.
      #expect(bench.bytes("plain") ?? [] == text)
      #expect(armoured || file.count == 168 + 98 + 16 + count + max(1, (count + 65535) / 65536) * 16)
    }
  }

  @Test(arguments: sizes)
  func `What age sealed opens here`(count: Int) throws {
    let text = pattern(count)
    let other = try AgeIdentity.random()
    try bench.put(text, "plain")
    for armour in ["", "-a"] {
      let recipients = ["-r", other.recipient.text, "-r", own.recipient.text]
      let session = try bench.talk(
        "/bin/sh", "-c", "exec age -e \(armour) \(recipients.joined(separator: " ")) -o sealed plain")
      #expect(try session.waitForExit() == .status(0))
      let file = try #require(bench.bytes("sealed"))
      #expect(Opening(file, identities: [own.text]) == Opening(error: nil, text: text))
      #expect(Opening(file, identities: [Forge.identity, other.text]) == Opening(error: nil, text: text))
      #expect(Opening(file).error == .notForTheseKeys)
    }
  }

  @Test func `age opens our words, and we open what age sealed with a passphrase`() throws {
    let words = SealingWords.random()
    try bench.put(sealed(greeting, .passphrase(words.passphrase(), logN: 12)), "sealed")
    let opening = try bench.talk(age, "-d", "-o", "plain", "sealed")
    try opening.expect("Enter passphrase")
    try opening.enter(words.text)
    #expect(try opening.waitForExit() == .status(0))
    #expect(bench.bytes("plain") == greeting)

    let sealing = try bench.talk(age, "-p", "-o", "theirs", "plain")
    try sealing.expect("Enter passphrase")
    try sealing.enter("brook lantern")
    try sealing.expect("onfirm passphrase")
    try sealing.enter("brook lantern")
    #expect(try sealing.waitForExit() == .status(0))
    let file = try #require(bench.bytes("theirs"))
    #expect(try AgeReader(BytesInput(file)).header.stanzas.map(\.arguments.last) == ["18"])
    #expect(Opening(file) == Opening(error: nil, text: greeting))
    #expect(Opening(file, passphrase: "brook lanterns").error == .wrongPassphrase)
  }

  @Test func `Keys are the ones of age-keygen`() throws {
    #expect(try bench.run("/usr/bin/age-keygen", "-y", "-o", "public", "key") == .status(0))
    #expect(bench.text("public") == own.recipient.text + "\n")
    #expect(try bench.run("/usr/bin/age-keygen", "-o", "theirs") == .status(0))
    let theirs = try #require(try IdentityFile.parse(bench.bytes("theirs") ?? []).first)
    #expect(bench.text("theirs").contains("# public key: \(theirs.recipient.text)\n"))
    #expect(AgeIdentity(text: Forge.identity)?.recipient.text == Forge.recipient)
  }

  @Test func `A file is written with the work of 18, and no two files are alike`() throws {
    let words = try SealingWords.random().passphrase()
    #expect(try AgeWriter(.passphrase(words)).header.stanzas.map(\.arguments.last) == ["18"])
    #expect(try sealed(greeting, .recipients([own.recipient])) != sealed(greeting, .recipients([own.recipient])))
  }
}
