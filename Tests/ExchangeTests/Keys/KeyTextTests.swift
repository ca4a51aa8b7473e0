import Crypto
import Testing

@testable import Exchange

/// A key that was typed or pasted wrongly is told by its nearest mistake.
@Suite struct KeyTextTests {
  private static let age = Forge.recipient
  private static let ssh = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea"

  static let ageMistakes: [(String, KeyMistake)] = [
    (Forge.identity, .secret), ("-----BEGIN OPENSSH PRIVATE KEY-----", .secret),
    ("AGE-PLUGIN-YUBIKEY-1XYZ", .secret), (Forge.identity.lowercased(), .secret),
    (ssh, .sshInsteadOfAge), ("ssh-rsa AAAA", .sshInsteadOfAge), ("hello", .notAKey), ("", .notAKey),
    (age.uppercased(), .capitals), ("age1" + age.dropFirst(4).uppercased(), .capitals),
    (String(age.dropLast()), .tooShort(1)), (String(age.prefix(30)), .tooShort(32)), (age + "q", .tooLong(1)),
    (age.replacing("k", with: "b", maxReplacements: 1), .character("b", at: 7)),
    (age.replacing("l", with: "1", maxReplacements: 1), .character("1", at: 11)),
    ("\(age.prefix(20)) \(age.dropFirst(20))", .character(" ", at: 21)),
    ("\(age.dropLast())x", .damaged), (age.replacing("qz", with: "zq", maxReplacements: 1), .damaged),
    (Bech32.text(label: "age1yubikey", Array(0..<33)), .addOn("yubikey")),
    (Bech32.text(label: "age1pq", Array(0..<40)), .addOn("pq")),
    (Bech32.text(label: "age", [UInt8](repeating: 0, count: 32)), .weak),
    (Bech32.text(label: "age", Array(0..<31)), .tooShort(2)), (Bech32.text(label: "age", Array(0..<33)), .tooLong(1)),
  ]

  @Test(arguments: ageMistakes)
  func `A wrong age key`(text: String, mistake: KeyMistake) {
    #expect(throws: mistake) { try AgeRecipient(parsing: text) }
  }

  static let sshMistakes: [(String, KeyMistake)] = [
    (Forge.identity, .secret), ("-----BEGIN OPENSSH PRIVATE KEY-----", .secret), (age, .ageInsteadOfSSH),
    ("hello", .notAKey), ("ssh-rsa AAAAB3NzaC1yc2E", .otherSSHKind("ssh-rsa")),
    ("sk-ssh-ed25519@openssh.com AAAA", .otherSSHKind("sk-ssh-ed25519@openssh.com")),
    ("ecdsa-sha2-nistp256 AAAA", .otherSSHKind("ecdsa-sha2-nistp256")), ("ssh-ed25519", .tooShort(68)),
    (String(ssh.dropLast(3)), .tooShort(3)), (ssh + "A", .tooLong(1)),
    (ssh.replacing("+", with: "_"), .character("_", at: 52)),
    (ssh.replacing("AAAAC3", with: "AAAAC4"), .damaged),
    ("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + String(repeating: "A", count: 43), .damaged),
  ]

  @Test(arguments: sshMistakes)
  func `A wrong SSH key`(text: String, mistake: KeyMistake) {
    #expect(throws: mistake) { try SSHPublicKey(parsing: text) }
  }

  @Test func `A right key reads as itself; a comment is left out`() throws {
    #expect(try AgeRecipient(parsing: Self.age).text == Self.age)
    #expect(try SSHPublicKey(parsing: Self.ssh + " me@home").text == Self.ssh)
  }

  @Test func `Every letter that is changed in an age key is noticed`() {
    for place in 4..<62 {
      var letters = Array(Self.age)
      letters[place] = letters[place] == "q" ? "p" : "q"
      #expect(throws: KeyMistake.damaged) { try AgeRecipient(parsing: String(letters)) }
    }
  }

  static let identityFiles: [(String, IdentityFileError)] = [
    ("", .empty), ("# only a remark\n\n", .empty), (age + "\n", .publicKey(line: 1)),
    ("#\n\(ssh)\n", .publicKey(line: 2)), ("AGE-PLUGIN-YUBIKEY-1QQQ\n", .addOn(line: 1)),
    ("AGE-SECRET-KEY-PQ-1QQQ\n", .addOn(line: 1)), (String(Forge.identity.dropLast()) + "\n", .damaged(line: 1)),
    (Forge.identity.lowercased() + "\n", .damaged(line: 1)), ("hello\n", .notAKey(line: 1)),
    ("age-encryption.org/v1\n", .sealed), ("-----BEGIN AGE ENCRYPTED FILE-----\n", .sealed),
  ]

  @Test(arguments: identityFiles)
  func `A file that is no key file`(text: String, error: IdentityFileError) {
    #expect(throws: error) { try IdentityFile.parse(Array(text.utf8)) }
  }

  @Test func `A key file may hold remarks, several keys and line ends of Windows`() throws {
    let other = try AgeIdentity.random()
    let text = "# mine\r\n\(Forge.identity)\r\n\r\n  \(other.text)"
    #expect(try IdentityFile.parse(Array(text.utf8)).map(\.recipient.text) == [Self.age, other.recipient.text])
  }
}
