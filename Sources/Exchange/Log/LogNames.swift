import Crypto
import Journal

/// Names of entries for sharing. An entry's own id would tell the time it was made; its name is a keyed hash of it.
package struct LogNames: Sendable {
  private let key: SecretBytes?
  private var isGiven = false

  /// Of entries that came from elsewhere: their ids are the names they were given there.
  package static let asTheyAre: LogNames = {
    var names = LogNames()
    names.isGiven = true
    return names
  }()

  private init() { key = nil }

  /// `secret` is 32 random bytes that the journal keeps.
  package init(secret: [UInt8]) { key = try? SecretBytes(copying: secret) }

  /// Crockford base32 of BLAKE2b-128, keyed, over the entry's id: 26 characters; nil when there is no locked memory.
  package func name(of entry: ULID) -> String? {
    if isGiven { return entry.text }
    guard let key else { return nil }
    return ULID.base32(BLAKE2b.code(Array(entry.text.utf8), key: key, count: 16), length: 26)
  }

  /// What a link leads to. The item of an assignment was named by the programme, and keeps its name.
  func target(of link: Link) -> String? { link.isAssigned ? link.entry.text : name(of: link.entry) }
}
