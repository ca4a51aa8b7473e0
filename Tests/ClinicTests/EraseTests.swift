import Conversation
import Crypto
import Exchange
import Foundation
import Forms
import Journal
import Testing

@testable import Clinic
@testable import Vault

/// Whoever is erased is nowhere any more: not in a row, a freed page, a description of a form, or an older file.
@Suite struct EraseTests {
  let sitting: ClinicSitting
  private let ana: Sender
  private let ben: Sender
  private static let own = Form(
    id: "lapwing-form", version: 1, title: "Lapwing", kind: .log, summary: "",
    questions: [Question("words", .text, ask: "About the lapwing?")])
  private static let words = [
    "Kingfisher", "nightjar", "goldcrest", "lapwing", "bittern", "P-ANA", "whimbrel", "dunlin", "turnstone",
  ]

  init() throws {
    sitting = try ClinicSitting()
    ana = try Sender(id: "P-ANA")
    ben = try Sender(id: "P-BEN")
    try sitting.enroll("Ana Kingfisher", ana)
    try sitting.enroll("Ben Heron", ben)
    try sitting.take([
      try ana.log(
        [
          try ana.entry(1, ["mood": .number(4), "note": .text("a nightjar in the yard")]),
          try ana.entry(2, ["words": .text("goldcrest")], form: Self.own),
        ], note: "bittern"),
      try ana.log([try ana.withdrawn(1)], sequence: 2),
    ])
    for sequence in 1...20 {
      try sitting.take([
        try ben.log(
          [try ben.entry(sequence, ["mood": .number(7), "note": .text("by the river \(sequence)")])], sequence: sequence
        )
      ])
    }
    let doing = Doing(by: "ab", at: 5)
    try sitting.store.note(
      Stranger(path: "/media/whimbrel.handrail", signing: ana.keys.publicKeys.signing.point, words: "a b", at: 1))
    try sitting.store.vault.database.write { db in
      try db.execute(
        sql:
          "INSERT INTO seen (participant, subject, day, at, by, what) VALUES (1, 'highUrges', 20777, 1, 'ab', 'dunlin')"
      )
      try db.execute(
        sql: """
          INSERT INTO assigned (participant, assignment, item, kind, body, at)
          VALUES (1, 'a', 'i', 'homework', '{"what":"turnstone"}', 1)
          """)
      try db.execute(sql: "INSERT OR REPLACE INTO summary (participant, body) VALUES (1, '{\"name\":\"Kingfisher\"}')")
    }
    try sitting.store.noteExport(of: [(1, "csv, 2 entries")], doing)
    try sitting.store.vault.compact()
  }

  /// The whole database as it is decrypted, its older file, and the bytes of each file of the folder.
  private func traces(_ words: [String]) throws -> [String] {
    var found: [String] = []
    func look(_ bytes: [UInt8], _ place: String) {
      for word in words where Data(bytes).range(of: Data(word.utf8)) != nil { found.append("\(word) in \(place)") }
    }
    func look(_ image: Image, _ place: String) {
      var bytes = [UInt8](repeating: 0, count: Int(image.pages) * 4096)
      bytes.withUnsafeMutableBytes { _ = image.read(into: $0, at: 0) }
      look(bytes, place)
    }
    look(try sitting.store.vault.live().image, "memory")
    let folder = sitting.session.world.folder
    for name in sitting.names(in: "home") {
      look(sitting.bytes("home/\(name)"), name)
      guard name == "vault" || name == "vault.bak" else { continue }
      let secret = try Passphrase.normalised(.init(copying: Array(ClinicSitting.passphrase.utf8)))
      look(try folder.read(folder.files, name, .passphrase(secret), salvages: true).1, "opened \(name)")
    }
    return found
  }

  @Test func `No word of an erased person, nor their name, is left in any file, and the others are as they were`()
    throws
  {
    #expect(Set(try traces(Self.words).map { $0.prefix { $0 != " " } }).count == Self.words.count)
    #expect(sitting.names(in: "home").contains("vault.bak"))
    let (said, departure) = sitting.line("erase #1", then: "yes")
    #expect(departure == nil)
    #expect(
      said.oneLine.contains(
        "Erased for good: 2 files, 3 versions of entries, 1 thing assigned, 1 note of yours, 1 key, 1 path."))
    #expect(said.oneLine.contains("Backups that you made, files they sent, and what was passed on still hold it."))
    #expect(try traces(Self.words) == [])
    #expect(!sitting.names(in: "home").contains("vault.bak"))
    #expect(try sitting.store.participants().map(\.name) == ["Ben Heron"])
    #expect(try sitting.store.lines(of: 2).count == 20)
    #expect(try sitting.store.vault.check().problems == [])
    let trail = try sitting.store.audit(of: 1)
    #expect(trail.first?.act == "erased" && trail.first?.detail == "2 files, 3 entries")
    #expect(trail.map(\.act) == ["erased", "exported", "imported", "imported", "enrolled"])
  }

  @Test func `Only the typed word erases`() throws {
    for reply in ["", "y", "no"] {
      let (said, _) = sitting.line("erase Ana", then: reply)
      #expect(said.hasSuffix("Kept. Nothing was changed.\n"), "\(reply)")
    }
    #expect(try sitting.store.participants().count == 2)
  }

  @Test func `The number of whoever was erased is given to nobody else`() throws {
    #expect(sitting.line("erase #2", then: "yes").departure == nil)
    #expect(try sitting.enroll("Cleo", try Sender()) == 3)
  }

  @Test func `An erase that was cut off before the file was written anew is finished between commands`() throws {
    try sitting.store.vault.database.write { db in
      try db.execute(sql: "DELETE FROM participant WHERE n = 1")
      try db.execute(sql: "DELETE FROM stranger")
      try db.execute(sql: "DELETE FROM log_form WHERE body LIKE '%lapwing%'")
      try db.execute(sql: "INSERT INTO memory (key, value) VALUES ('erase-unfinished', x'01')")
    }
    #expect(try traces(Self.words) != [])
    sitting.session.tidy()
    #expect(try traces(Self.words) == [])
  }

  @Test func `A file of somebody who was erased is a stranger's`() throws {
    #expect(sitting.line("erase Ana", then: "yes").departure == nil)
    #expect(try sitting.store.participant(signing: ana.keys.publicKeys.signing.point) == nil)
  }
}
