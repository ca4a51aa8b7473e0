import Crypto

/// What others know a person or a programme by: the key they check signatures with, and the key they seal files to.
package struct PublicKeys: Hashable, Sendable {
  package let signing: SSHPublicKey
  package let sealing: AgeRecipient
  private static let label = Array("handrail key card 1\n".utf8)

  package init(signing: SSHPublicKey, sealing: AgeRecipient) {
    self.signing = signing
    self.sealing = sealing
  }

  /// Eight words, to be compared by voice or face to face: the first 88 bits of SHA-256 over both keys.
  package var words: [String] {
    WordList.words(for: SHA256.hash(Self.label + signing.point + sealing.point), count: 8)
  }
}
