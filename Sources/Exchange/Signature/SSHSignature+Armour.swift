import Crypto

extension SSHSignature {
  private static let begin = "-----BEGIN SSH SIGNATURE-----"
  private static let end = "-----END SSH SIGNATURE-----"
  private static let columns = 70
  private static let version: UInt32 = 1
  /// A signature of ours has 295 letters.
  private static let limit = 4096

  /// As a file: framed, lines of 70 letters, a line feed at the end.
  package var armoured: String {
    let letters = Base64.encoded(blob, padded: true)
    let lines = stride(from: 0, to: letters.count, by: Self.columns).map { start in
      String(decoding: letters[start..<min(start + Self.columns, letters.count)], as: UTF8.self)
    }
    return ([Self.begin] + lines + [Self.end]).map { $0 + "\n" }.joined()
  }

  private var blob: [UInt8] {
    var inner = SSHWriter()
    inner.add(Array(SSHPublicKey.kind.utf8))
    inner.add(signature)
    var outer = SSHWriter()
    outer.add(number: Self.version)
    for part in [signer.blob, Array(namespace.utf8), [], Array(Self.hash.utf8), inner.bytes] { outer.add(part) }
    return Self.magic + outer.bytes
  }

  /// Reads what `armoured` and `ssh-keygen` write, and nothing looser: lines are of 70 or of 76 letters.
  package init(armoured text: String) throws(SSHSignatureError) {
    guard text.utf8.count <= Self.limit else { throw .armour }
    var lines = Array(text.utf8).split(separator: 10, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard lines.count >= 3, lines[0].elementsEqual(Self.begin.utf8),
      lines[lines.count - 1].elementsEqual(Self.end.utf8)
    else { throw .armour }
    let body = lines[1..<(lines.count - 1)]
    let width = body.first?.count ?? 0
    let last = body.last?.count ?? 0
    let isEven = body.dropLast().allSatisfy { $0.count == width } && last > 0 && last <= width
    guard isEven, body.count == 1 ? width <= 76 : width == Self.columns || width == 76,
      let bytes = Base64.bytes(Array(body.joined()), padded: true)
    else { throw .armour }
    try self.init(blob: bytes)
  }

  private init(blob: [UInt8]) throws(SSHSignatureError) {
    var reader = SSHReader(blob)
    guard reader.take(Self.magic.count) == Self.magic else { throw .notASignature }
    guard let version = reader.number() else { throw .length }
    guard version == Self.version else { throw .version(version) }
    guard let key = reader.string(), let namespace = reader.string(), let reserved = reader.string(),
      let hash = reader.string(), let inner = reader.string(), reader.isAtEnd
    else { throw .length }
    guard let signer = SSHPublicKey(blob: key) else { throw .kind }
    guard reserved.isEmpty else { throw .reserved }
    guard hash.elementsEqual(Self.hash.utf8) else { throw .hash(String(decoding: hash, as: UTF8.self)) }
    var parts = SSHReader(inner)
    guard let kind = parts.string(), let signature = parts.string(), parts.isAtEnd else { throw .length }
    guard kind.elementsEqual(SSHPublicKey.kind.utf8) else { throw .kind }
    guard signature.count == SigningKey.signatureCount else { throw .length }
    self.init(signer: signer, namespace: String(decoding: namespace, as: UTF8.self), signature: signature)
  }
}
