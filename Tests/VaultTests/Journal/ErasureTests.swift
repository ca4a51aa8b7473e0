import Forms
import Foundation
import GRDB
import Journal
import Testing
import VaultSimulation

@testable import Vault

/// What is erased for good is nowhere any more: not in a row, a freed page, the words for search, or an older file.
@Suite struct ErasureTests {
  let journal: TestJournal
  var store: JournalStore { journal.store }

  init() throws { journal = try TestJournal() }

  /// The whole database as it is decrypted, and the vault and its older files opened anew.
  private func traces(_ words: String...) throws -> [String] {
    var found: [String] = []
    func look(_ image: Image, _ place: String) {
      var bytes = [UInt8](repeating: 0, count: Int(image.pages) * 4096)
      bytes.withUnsafeMutableBytes { _ = image.read(into: $0, at: 0) }
      for word in words where Data(bytes).range(of: Data(word.utf8)) != nil { found.append("\(word) in \(place)") }
    }
    look(try journal.vault.live().image, "memory")
    for name in journal.folder.names where name == "vault" || name == "vault.bak" {
      let key = Credential.passphrase(try secret("p"))
      let records = try journal.folder.home.read(journal.folder.home.files, name, key, salvages: true)
      look(records.1, name)
    }
    return found
  }

  /// An entry with history, links to it, tags, a draft that edits it, a form of its own, among many others.
  private func lived() throws -> Entry {
    for number in 0..<200 { try journal.add(.mood, ["mood": .number(5), "note": .text("day \(number) by the river")]) }
    let own = Form.small("lapwing-form", Question("words", .text, ask: "About the lapwing?"))
    let entry = try journal.add(own, ["words": .text("kingfisher and heron")])
    var changed = entry
    changed.answers["words"] = .text("nightjar")
    try store.revise(changed, form: own)
    _ = try store.tag(entry.id, ["goldcrest"], at: journal.moment())
    var linked = try journal.entry(.mood, ["mood": .number(4)])
    linked.links = [Link(name: "follows", entry: entry.id)]
    try store.add(linked, form: .mood)
    var draft = journal.draft(own, .text("bittern"))
    draft.edits = entry.id
    try store.keep(draft, form: own)
    for number in 0..<50 { try journal.add(.mood, ["mood": .number(5), "note": .text("later \(number)")]) }
    try journal.vault.compact()
    return entry
  }

  @Test(arguments: ["standing", "deleted", "after opening again"])
  func `No word of an erased entry is left`(state: String) throws {
    let entry = try lived()
    let words = ["kingfisher", "heron", "nightjar", "goldcrest", "bittern", "lapwing", entry.id.text]
    #expect(try traces("kingfisher", "nightjar", "goldcrest", "bittern", "lapwing").count >= 5)
    #expect(journal.folder.names.contains("vault.bak"))
    if state == "deleted" { try store.withdraw(entry.id, at: journal.moment()) }
    if state == "after opening again" { try journal.reopen() }
    try store.erase(.entry(entry.id))
    for word in words { #expect(try traces(word) == []) }
    #expect(!journal.folder.names.contains("vault.bak"))
    #expect(try store.entry(entry.id) == nil)
    #expect(try store.drafts() == [])
    #expect(try store.tags() == [])
    #expect(try store.entries().allSatisfy { $0.links == [] })
    #expect(try store.changes(limit: 500).count == 251)
    #expect(try store.count() == 251)
    #expect(try journal.vault.check().problems == [])
    #expect(try store.memory("erase-unfinished") == nil)
    try journal.reopen()
    for word in words { #expect(try traces(word) == []) }
    #expect(try store.search(EntryFilter(words: "river", limit: 3)).count == 3)
  }

  @Test func `A draft is erased too, and all else stays`() throws {
    let draft = journal.draft(.mood, .number(5), .number(30), .text("bittern"))
    try store.keep(draft, form: .mood)
    try store.setAside(draft.id, at: journal.moment())
    let entry = try journal.add(.mood, ["mood": .number(3)])
    try store.erase(.draft(draft.id))
    #expect(try traces("bittern", draft.id.text) == [])
    #expect(try store.setAsideDrafts() == [])
    #expect(try store.entries() == [entry])
    #expect(try store.changes().map(\.kind) == [.add])
  }

  @Test func `Erasing twice, or what never was, is no error and changes nothing else`() throws {
    let entry = try journal.add(.mood, ["mood": .number(3)])
    let other = try journal.add(.mood, ["mood": .number(4)])
    try store.erase(.entry(entry.id))
    try store.erase(.entry(entry.id))
    try store.erase(.draft(journal.id()))
    #expect(try store.entries() == [other])
  }

  @Test func `An erase that was cut off before the file was written anew is finished later`() throws {
    let entry = try journal.add(.mood, ["mood": .number(3), "note": .text("kingfisher")])
    try journal.vault.compact()
    // As it stands when the program ends between the two steps.
    try journal.vault.database.write { db in
      try db.execute(
        sql: "DELETE FROM entry_text WHERE rowid = (SELECT n FROM entry WHERE id = ?)", arguments: [entry.id.text])
      try db.execute(sql: "DELETE FROM entry WHERE id = ?", arguments: [entry.id.text])
      try db.execute(sql: "INSERT INTO memory (key, value) VALUES ('erase-unfinished', x'01')")
    }
    #expect(try traces("kingfisher") != [])
    try journal.reopen()
    try store.finishErasing()
    #expect(try traces("kingfisher") == [])
    let sequence = journal.vault.sequence
    try store.finishErasing()
    #expect(journal.vault.sequence == sequence)
  }

  @Test func `What a restore replaced is named, for it is not touched`() throws {
    journal.folder.put([1, 2, 3], "vault.replaced-20260101-000000")
    #expect(journal.folder.home.olderJournals == ["vault.replaced-20260101-000000"])
    try store.erase(.entry(journal.id()))
    #expect(journal.folder.bytes("vault.replaced-20260101-000000") == [1, 2, 3])
  }
}
