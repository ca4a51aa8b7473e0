import Crypto

/// Why a signature does not hold.
package enum SSHSignatureError: Error, Equatable {
  /// Not framed and lettered as `ssh-keygen` does it.
  case armour
  case notASignature
  case version(UInt32)
  /// Signed by another kind of key than Ed25519.
  case kind
  /// Made for another purpose.
  case namespace(String)
  case hash(String)
  /// The part kept for later versions is not empty.
  case reserved
  /// A part is missing, or something follows the last one.
  case length
  /// Signed with another key than was expected.
  case otherKey
  /// The text was changed after it was signed.
  case doesNotFit
}

/// A detached signature as `ssh-keygen -Y sign` makes it (SSHSIG, version 1): Ed25519 over SHA-512.
package struct SSHSignature: Equatable, Sendable {
  /// The purpose that log files are signed for.
  package static let logNamespace = "handrail-log"
  /// The purposes that programmes sign for: their pack, and work for one person.
  package static let packNamespace = "handrail-pack"
  package static let assignmentNamespace = "handrail-assignment"
  static let hash = "sha512"
  static let magic = Array("SSHSIG".utf8)

  package let signer: SSHPublicKey
  package let namespace: String
  let signature: [UInt8]

  /// Signs a text of which the SHA-512 is known.
  package init(digest: [UInt8], by key: SigningKey, namespace: String = logNamespace) {
    signer = key.publicKey
    self.namespace = namespace
    signature = key.sign(Self.signed(digest, namespace))
  }

  package init(of text: [UInt8], by key: SigningKey, namespace: String = logNamespace) {
    self.init(digest: SHA512.hash(text), by: key, namespace: namespace)
  }

  init(signer: SSHPublicKey, namespace: String, signature: [UInt8]) {
    self.signer = signer
    self.namespace = namespace
    self.signature = signature
  }

  /// Fails unless `signer` signed this for this purpose.
  package func check(
    digest: [UInt8], signer: SSHPublicKey, namespace: String = logNamespace
  ) throws(SSHSignatureError) {
    guard self.namespace == namespace else { throw .namespace(self.namespace) }
    guard self.signer == signer else { throw .otherKey }
    guard Ed25519.verifies(signature, of: Self.signed(digest, namespace), by: signer.point) else { throw .doesNotFit }
  }

  package func check(_ text: [UInt8], signer: SSHPublicKey, namespace: String = logNamespace) throws(SSHSignatureError)
  {
    try check(digest: SHA512.hash(text), signer: signer, namespace: namespace)
  }

  /// What the key really signs.
  private static func signed(_ digest: [UInt8], _ namespace: String) -> [UInt8] {
    var writer = SSHWriter()
    writer.add(Array(namespace.utf8))
    writer.add([])
    writer.add(Array(hash.utf8))
    writer.add(digest)
    return magic + writer.bytes
  }
}
