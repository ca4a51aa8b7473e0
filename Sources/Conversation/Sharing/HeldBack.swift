import Journal
import Vault

/// Entries that stay here in every share, until the person lets them go again.
struct HeldBack {
  let session: Session
  private static let key = "share-held-back"

  /// Those of them that still stand in the journal.
  func entries() throws(Departure) -> Set<ULID> {
    try session.inJournal { (store) throws(VaultError) in
      let lines = String(decoding: try store.memory(Self.key) ?? [], as: UTF8.self).split(separator: "\n")
      var held: Set<ULID> = []
      for id in lines.compactMap({ ULID(String($0)) }) where try store.entry(id) != nil { held.insert(id) }
      return held
    }
  }

  func keep(_ held: Set<ULID>) throws(Departure) {
    let lines = Array(held.map(\.text).sorted().joined(separator: "\n").utf8)
    try session.inJournal { (store) throws(VaultError) in try store.remember(Self.key, lines) }
  }

  /// After an entry was erased for good: not even its name stays.
  func prune() throws(Departure) {
    let known = try session.inJournal { (store) throws(VaultError) in try store.memory(Self.key) }
    if known?.isEmpty == false { try keep(try entries()) }
  }
}
