import Crypto
import PtyDriver
import Testing

@testable import Exchange

/// Signatures go both ways between this and ssh-keygen.
@Suite struct SignatureTests {
  private let bench: Bench
  private let key: SigningKey

  init() throws {
    bench = try Bench()
    key = try SigningKey(seed: .random(count: 32))
    try bench.put("me namespaces=\"handrail-log\" \(key.publicKey.text)\n", "signers")
  }

  private func verify(_ text: String, _ signature: String, namespace: String = "handrail-log") throws -> PtyExit {
    try bench.put(text, "text")
    try bench.put(signature, "signature")
    return try bench.run(
      keygen, "-Y", "verify", "-f", "signers", "-I", "me", "-n", namespace, "-s", "signature", input: "text",
      output: "said")
  }

  private func error(_ armoured: String, _ text: String = "log\n", by signer: SSHPublicKey? = nil) -> SSHSignatureError?
  {
    do throws(SSHSignatureError) {
      try SSHSignature(armoured: armoured).check(Array(text.utf8), signer: signer ?? key.publicKey)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["", "log\n", String(repeating: "a line of a log\n", count: 10_000)])
  func `ssh-keygen agrees with a signature made here, and with no other text`(text: String) throws {
    let signature = SSHSignature(of: Array(text.utf8), by: key).armoured
    #expect(try verify(text, signature) == .status(0))
    #expect(bench.text("said").hasPrefix("Good \"handrail-log\" signature for me"))
    #expect(try verify(text + " ", signature) != .status(0))
    #expect(error(signature, text) == nil)
    #expect(error(signature, text + " ") == .doesNotFit)
  }

  @Test func `A signature of ssh-keygen holds here, letter for letter`() throws {
    #expect(try bench.run(keygen, "-q", "-t", "ed25519", "-N", "", "-C", "somebody at home", "-f", "id") == .status(0))
    try bench.put("log\n", "text")
    #expect(try bench.run(keygen, "-Y", "sign", "-f", "id", "-n", "handrail-log", "text") == .status(0))
    let signer = try SSHPublicKey(parsing: bench.text("id.pub").split(separator: "\n").map(String.init)[0])
    let armoured = bench.text("text.sig")
    #expect(error(armoured, by: signer) == nil)
    #expect(try SSHSignature(armoured: armoured).armoured == armoured)
    #expect(error(armoured) == .otherKey)
  }

  @Test func `A signature for another purpose, another hash or by another kind of key is refused`() throws {
    try bench.put("log\n", "text")
    #expect(try bench.run(keygen, "-q", "-t", "ed25519", "-N", "", "-f", "id") == .status(0))
    #expect(try bench.run(keygen, "-q", "-t", "rsa", "-b", "2048", "-N", "", "-f", "rsa") == .status(0))
    func signed(_ key: String, _ options: String) throws -> String {
      let line = "rm -f text.sig; exec ssh-keygen -Y sign -f \(key) \(options) text"
      #expect(try bench.run("/bin/sh", "-c", line) == .status(0))
      return bench.text("text.sig")
    }
    let signer = try SSHPublicKey(parsing: bench.text("id.pub").split(separator: "\n").map(String.init)[0])
    #expect(try error(signed("id", "-n file"), by: signer) == .namespace("file"))
    #expect(try error(signed("id", "-n handrail-log -O hashalg=sha256"), by: signer) == .hash("sha256"))
    #expect(try error(signed("rsa", "-n handrail-log"), by: signer) == .kind)
  }

  /// The bytes inside our signature, changed.
  private func changed(_ change: (inout [UInt8]) -> Void) throws -> String {
    let lines = SSHSignature(of: Array("log\n".utf8), by: key).armoured.split(separator: "\n")
    var blob = try #require(Base64.bytes(Array(lines.dropFirst().dropLast().joined().utf8), padded: true))
    change(&blob)
    var letters = Base64.text(blob, padded: true)[...]
    var out = [String(lines[0])]
    while !letters.isEmpty {
      out.append(String(letters.prefix(70)))
      letters = letters.dropFirst(70)
    }
    return (out + [String(lines[lines.count - 1])]).map { $0 + "\n" }.joined()
  }

  /// Magic, version, key and namespace stand before the part that is kept free.
  private static let reserved = 6 + 4 + 55 + 16

  static let malformed: [(SSHSignatureError?, @Sendable (inout [UInt8]) -> Void)] = [
    (nil, { _ in }), (.notASignature, { $0[0] = 0 }), (.version(2), { $0[9] = 2 }), (.length, { $0.append(0) }),
    (.length, { $0.removeLast() }), (.length, { $0 = Array($0.prefix(8)) }), (.kind, { $0[20] = UInt8(ascii: "x") }),
    (.doesNotFit, { $0[$0.count - 1] ^= 1 }),
    // The first length is longer than all that follows.
    (.length, { $0[10] = 0xFF }),
    (.reserved, { $0.replaceSubrange(reserved..<reserved + 4, with: [0, 0, 0, 1, 65]) }),
  ]

  @Test(arguments: malformed.indices)
  func `Every part that is malformed is told`(number: Int) throws {
    let (expected, change) = Self.malformed[number]
    let armoured = try changed(change)
    #expect(error(armoured) == expected)
  }

  @Test func `Armour is read as it is written, and in no other way`() throws {
    let good = SSHSignature(of: Array("log\n".utf8), by: key).armoured
    let lines = good.split(separator: "\n").map(String.init)
    func joined(_ change: (inout [String]) -> Void, end: String = "\n") -> String {
      var lines = lines
      change(&lines)
      return lines.map { $0 + end }.joined()
    }
    #expect(error(String(good.dropLast())) == nil)
    for bad in [
      "", "hello", joined({ $0.removeFirst() }), joined({ $0.removeLast() }), joined({ $0.insert("", at: 1) }),
      joined({ $0[1] += " " }), joined({ _ in }, end: "\r\n"), good + "\n", good + "x", " " + good,
      joined({ $0[1] = "_" + $0[1].dropFirst() }), joined({ $0[0] = "-----BEGIN SSH SIGNATURE----" }),
      joined({ $0.replaceSubrange(1...2, with: [$0[1] + $0[2].prefix(1), String($0[2].dropFirst())]) }),
      joined({ $0.removeSubrange(1..<($0.count - 1)) }), String(repeating: "A", count: 5000),
    ] {
      #expect(error(bad) == .armour, "\(bad)")
    }
  }
}
