import Crypto

/// Opens age v1 files, armoured or not. The header is read at once, so that one knows what to ask for.
package final class AgeReader {
  private let input: BufferedInput
  package let header: AgeHeader

  package init(_ source: any ByteInput) throws(AgeError) {
    let plain = BufferedInput(source)
    input = try ArmourInput.isAhead(in: plain) ? BufferedInput(ArmourInput(plain)) : plain
    header = try AgeHeader(reading: input)
  }

  package var needsPassphrase: Bool { header.needsPassphrase }

  /// Opens the rest, once. An error may come after a part was written: then that part is proven, but not the whole.
  package func open(
    with identities: [AgeIdentity] = [], passphrases: [SecretBytes] = [], into output: any ByteOutput
  ) throws(AgeError) {
    let fileKey = try fileKey(identities, passphrases)
    guard try inAge({ () throws(CryptoError) in try header.isProven(by: fileKey) }) else { throw .headerChanged }
    let nonce = try input.peek(AgePayload.nonceCount)
    guard nonce.count == AgePayload.nonceCount else { throw .payload(.noNonce) }
    input.skip(nonce.count)
    var payload = try AgePayload(fileKey: fileKey, nonce: nonce)
    try payload.open(input, into: output)
  }

  private func fileKey(_ identities: [AgeIdentity], _ passphrases: [SecretBytes]) throws(AgeError) -> SecretBytes {
    if needsPassphrase, let stanza = header.stanzas.first {
      guard !passphrases.isEmpty else { throw .needsPassphrase }
      for passphrase in passphrases {
        if let key = try ScryptStanza.fileKey(in: stanza, passphrase: passphrase) { return key }
      }
      throw .wrongPassphrase
    }
    guard !identities.isEmpty else { throw .needsKey }
    for identity in identities {
      for stanza in header.stanzas {
        if let key = try identity.fileKey(in: stanza) { return key }
      }
    }
    throw .notForTheseKeys
  }
}
