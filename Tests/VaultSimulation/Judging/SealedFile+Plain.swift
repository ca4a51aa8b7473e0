import Crypto
import Vault

/// Opening and sealing records by the description.
extension SealedFile {
  /// The plain text of every whole record; nil when one does not open or breaks a rule of the format.
  func plain(_ recordKey: SecretBytes) -> [[UInt8]]? {
    var plain: [[UInt8]] = []
    var previous = tag(before: 0)
    for (index, range) in records.enumerated() {
      let record = Array(bytes[range])
      let length = number(range.lowerBound + 8)
      let additional = additional(index, previous: previous, type: record[4], length: length)
      guard
        let opened = try? XChaCha20Poly1305.opened(
          Array(record[40...]), nonce: Array(record[16..<40]), additional: additional, key: recordKey)
      else { return nil }
      let content = opened.withBytes { Array($0) }
      guard Self.followsRules(content, type: record[4], isFirst: index == 0) else { return nil }
      plain.append(content)
      previous = Array(record.suffix(16))
    }
    return plain
  }

  private static func followsRules(_ plain: [UInt8], type: UInt8, isFirst: Bool) -> Bool {
    func number(_ offset: Int) -> Int { plain[offset..<offset + 4].reversed().reduce(0) { $0 << 8 | Int($1) } }
    let (size, count) = (number(0), number(4))
    let end = 8 + count * 4100
    guard end <= plain.count, plain[end...].allSatisfy({ $0 == 0 }), isFirst == (type == 1) || type == 1 else {
      return false
    }
    let pages = (0..<count).map { number(8 + 4 * $0) }
    return (1...3).contains(type) && (type != 3 || count == 0)
      && zip([0] + pages, pages).allSatisfy { $0 < $1 } && pages.last ?? 0 <= size
  }

  /// The file with one more record behind its last one, authentic but saying what `plain` says.
  package func appending(type: UInt8, plain: [UInt8], key credential: Credential) -> [UInt8]? {
    guard let dataKey = dataKey(for: credential), let key = recordKey(dataKey),
      let secret = try? SecretBytes(copying: plain)
    else { return nil }
    let index = records.count
    let nonce = [UInt8](repeating: 0xA5, count: 24)
    let length = UInt32(plain.count)
    let sealed = try? XChaCha20Poly1305.sealed(
      secret, nonce: nonce, additional: additional(index, previous: tag(before: index), type: type, length: length),
      key: key)
    guard let sealed else { return nil }
    return bytes + Array("HRC1".utf8) + [type, 0, 0, 0] + Self.little(length) + [0, 0, 0, 0] + nonce + sealed
  }
}
