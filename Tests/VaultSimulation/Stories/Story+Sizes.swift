import GRDB
import Vault

/// Many pages in one record, more than one snapshot record, and a log so long that the file is written anew.
extension Story {
  static let sizes = [
    Story(name: "many pages in one save") { folder, progress in
      let vault = try folder.opened()
      let notes = (0..<40).map { progress.note("note \($0)") + String(repeating: "x", count: 6_000) }
      try progress.save(["zero"] + notes, in: vault) {
        try vault.database.write { database in
          for note in notes { try database.execute(sql: "INSERT INTO note (text) VALUES (?)", arguments: [note]) }
        }
      }
      try progress.save(["zero"], in: vault) {
        try vault.database.write { try $0.execute(sql: "DELETE FROM note WHERE id > 1") }
      }
      vault.close()
    },
    Story(
      name: "a snapshot of several records", before: thick,
      prepare: { try changed(prepared(thick)) { try $0.compact() } },
      isLarge: true
    ) { folder, progress in
      let vault = try folder.opened()
      try progress.save(progress.note("one"), in: vault)
      try vault.compact()
      try progress.save(progress.note("two"), in: vault)
      vault.close()
    },
    Story(name: "compaction by size", before: ["filler", willow], prepare: { try longLog() }, isLarge: true) {
      folder, progress in
      let vault = try folder.opened()
      // The save that makes the log too long also takes a note away whose pages were the last.
      try progress.save(["filler"], in: vault) { try vault.delete(willow) }
      try vault.compactIfNeeded()
      progress.dropped = ["willow"]
      try progress.save(progress.note("one"), in: vault)
      try vault.compactIfNeeded()
      vault.close()
    },
  ]

  /// More than a thousand pages.
  private static let thick = (0..<46).map { "\($0) " + String(repeating: "thick", count: 19_000) }
  private static let willow = String(repeating: "willow", count: 3_000)

  /// A vault whose log is one save short of being too long: the smallest record that changes a row has 12 KiB.
  private static func longLog() throws -> SimulatedDisk {
    let disk = try prepared(["filler", willow])
    return try changed(disk) { vault in
      func log() -> Int { (disk.content("vault") ?? []).count - 8192 }
      func fill(_ text: String) throws {
        try vault.database.write { try $0.execute(sql: "UPDATE note SET text = ? WHERE id = 1", arguments: [text]) }
      }
      while log() < (4 << 20) - 300_000 {
        try fill(String(repeating: "c", count: 90_000))
        try fill("filler")
      }
      try fill("filling")
      let left = ((4 << 20) - log()) / 12_288
      for round in 1...left { try fill(round == left ? "filler" : "filling \(round)") }
    }
  }
}
