import JSON
import Journal
import Vault

/// Pages that the programme sent: in the encrypted journal, and in memory while it is open.
enum KeptModules {
  static let key = "modules"
  private static let limits = JSONLimits(bytes: 64 << 20)

  private static func list(_ bytes: [UInt8]?) -> [JSON] {
    bytes.flatMap { try? JSON(reading: $0, limits: limits) }?.array ?? []
  }

  /// The text of each by its id; nothing where the journal cannot be read, for a page is not worth keeping anyone out.
  static func texts(in store: JournalStore) -> [String: String] {
    var texts: [String: String] = [:]
    for one in list((try? store.memory(key)) ?? nil) {
      if let id = one["id"]?.string, let text = one["text"]?.string { texts[id] = text }
    }
    return texts
  }

  /// The item of an assignment that a page came with.
  static func item(of id: String, in store: JournalStore) throws(VaultError) -> ULID? {
    list(try store.memory(key)).first { $0["id"]?.string == id }?["item"]?.string.flatMap { ULID($0) }
  }

  /// The value with these pages in it, each in place of an earlier one of its id.
  static func value(
    adding pages: [(item: ULID, id: String, text: String)], to kept: [UInt8]?
  ) throws(Departure) -> [UInt8] {
    let ids = Set(pages.map(\.id))
    let left = list(kept).filter { one in one["id"]?.string.map { !ids.contains($0) } ?? false }
    let new = pages.map { page -> JSON in
      ["id": .string(page.id), "item": .string(page.item.text), "text": .string(page.text)]
    }
    guard let value = try? JSON.array(left + new).canonical() else { throw .failed(.unexpected) }
    return value
  }
}
