import Crypto

/// For whom a file is sealed.
package enum AgeLock: Sendable {
  case recipients([AgeRecipient])
  /// `logN` is the work of a guess; tests take less than the usual.
  case passphrase(SecretBytes, logN: Int = ScryptStanza.written)
}

/// Seals files as age v1.
package struct AgeWriter: Sendable {
  private let fileKey: SecretBytes
  private let random: RandomSource
  package let header: AgeHeader

  /// A new file key, for one file only.
  package init(_ lock: AgeLock, random: RandomSource = .system) throws(AgeError) {
    self.random = random
    let fileKey = try inAge { () throws(CryptoError) in
      try SecretBytes.random(count: AgeFileKey.count, from: random)
    }
    self.fileKey = fileKey
    var stanzas: [AgeStanza] = []
    switch lock {
    case .recipients(let recipients):
      guard !recipients.isEmpty else { throw .needsKey }
      for recipient in recipients { stanzas.append(try recipient.stanza(for: fileKey, random: random)) }
    case .passphrase(let passphrase, let logN):
      stanzas = [try ScryptStanza.stanza(for: fileKey, passphrase: passphrase, logN: logN, random: random)]
    }
    let all = stanzas
    header = try inAge { () throws(CryptoError) in try AgeHeader(all, fileKey: fileKey) }
  }

  /// Seals all of `input`, once. Holds less than 1 MiB at a time.
  package func seal(
    _ input: any ByteInput, into output: any ByteOutput, armoured: Bool = false
  ) throws(AgeError) {
    let armour = armoured ? ArmourOutput(output) : nil
    let target: any ByteOutput = armour ?? output
    let nonce = random.bytes(AgePayload.nonceCount)
    try target.write(header.bytes + nonce)
    var payload = try AgePayload(fileKey: fileKey, nonce: nonce)
    try payload.seal(input, into: target)
    try armour?.finish()
  }
}
