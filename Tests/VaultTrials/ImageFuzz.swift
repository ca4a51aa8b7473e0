import Crypto
import Forms
import GRDB
import GRDBSQLite
import Journal
import Vault

/// A database with changed bytes behind a good seal: SQLite opens and checks it, and the journal reads it.
///
/// The first byte: 1 takes the rest as the image itself and not as changes to a good one (page, offset, length, bytes);
/// 2 writes as well; 4 cuts the image to as many pages as the next byte says.
package enum ImageFuzz {
  /// A journal's database, as the bytes of its file.
  package static let base = Result { try makeImage() }

  static func run(_ input: [UInt8]) throws {
    var source = ByteSource(input)
    let flags = source.byte()
    var image = try base.get()
    if flags & 4 != 0 { image.removeLast(max(0, image.count - Int(source.byte()) * 4096)) }
    if flags & 1 != 0 {
      image = source.all()
      image += [UInt8](repeating: 0, count: (4096 - image.count % 4096) % 4096)
    } else {
      change(&image, by: &source)
    }
    let bytes = try Forge.vault(image: image)
    let canWrite = flags & 2 != 0
    let files = ByteFolder(["vault": bytes], isReadOnly: !canWrite)
    let folder = VaultFolder(files: files, context: .trial(seed: 6))
    do throws(VaultError) {
      let vault = try OpenVault.open(in: folder, credential: try RecordsFuzz.credential())
      defer { vault.close() }
      use(vault, canWrite: canWrite)
    } catch {
      // SQLite may not take it as a database at all; the records themselves are good.
      guard case .database = error else { throw Finding(text: "an image led to \(error)") }
    }
    if canWrite {
      try Finding.unless(files.bytes("vault").starts(with: bytes), "bytes that were saved have been written over")
    } else {
      try Finding.unless(files.changes == 0, "reading a database changed the folder")
    }
  }

  private static func change(_ image: inout [UInt8], by source: inout ByteSource) {
    let pages = image.count / 4096
    while !source.isEmpty, pages > 0 {
      var place = Int(source.byte()) % pages * 4096 + source.short() % 4096
      for byte in source.take(Int(source.byte() % 16) + 1) where place < image.count {
        image[place] = byte
        place += 1
      }
    }
  }

  /// What the program asks of a journal. Each may fail; none may crash.
  private static func use(_ vault: OpenVault, canWrite: Bool) {
    let store = JournalStore(vault)
    _ = try? vault.check()
    _ = try? store.lastSaved()
    if let entries = try? store.entries() {
      for entry in entries.prefix(8) {
        _ = try? store.form(of: entry)
        _ = try? store.linked(to: entry.id)
      }
    }
    _ = try? store.entries(EntryFilter(form: "mood", words: "river walk"))
    _ = try? store.count()
    _ = try? store.newestEntry()
    _ = try? store.ids(endingWith: "0001")
    if let drafts = try? store.drafts() { _ = try? drafts.first.map { try store.form(of: $0) } }
    _ = try? store.lastAnswer(form: "mood", question: "mood")
    _ = try? store.numbers(forms: ["mood"], variables: ["mood"])
    _ = try? store.reminders(due: Day(daysSince1970: 0)...Day(daysSince1970: 40000))
    _ = try? store.memory("secret")
    guard canWrite else { return }
    _ = try? store.remember("trial", [1, 2, 3])
    _ = try? store.add(JournalSample.entry(9), form: JournalSample.form)
    _ = try? store.undo(at: JournalSample.moment(99))
    _ = try? vault.migrate(Schema.migrator)
  }

  /// A vault of its own with the small journal in it.
  package static func openVault() throws -> OpenVault {
    let folder = VaultFolder(files: ByteFolder(), context: .trial(seed: 7))
    let kdf = KDFSettings(passes: 2, memoryMiB: 19)
    let vault = try OpenVault.create(in: folder, passphrase: Forge.secret(), kdf: kdf).vault
    try vault.migrate(Schema.migrator)
    try JournalSample.fill(JournalStore(vault))
    return vault
  }

  private static func makeImage() throws -> [UInt8] {
    let vault = try openVault()
    defer { vault.close() }
    return try vault.database.read { database in
      var size: Int64 = 0
      guard let bytes = sqlite3_serialize(database.sqliteConnection, "main", &size, 0) else {
        throw Finding(text: "the base database cannot be had")
      }
      defer { sqlite3_free(bytes) }
      return Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
    }
  }
}
