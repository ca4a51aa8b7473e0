import Forms
import Journal
import Testing

@testable import Vault

@Suite struct ShareTests {
  let journal: TestJournal
  var store: JournalStore { journal.store }

  init() throws { journal = try TestJournal() }

  private func receipt(
    to recipient: String, _ sequence: Int, _ way: ShareReceipt.Way = .log, sent: [ShareReceipt.Sent] = []
  ) -> ShareReceipt {
    let day = journal.moment().day
    return ShareReceipt(
      id: journal.id(), recipient: recipient, sequence: sequence, at: journal.moment(), way: way,
      days: day.adding(days: -6)...day, details: ["mood": "numbers", "notes": "none"], note: "sleep", sent: sent)
  }

  private func sent(_ entry: ULID, _ revision: Int, _ digest: UInt8) -> ShareReceipt.Sent {
    ShareReceipt.Sent(
      entry: entry, revision: revision, isWithdrawn: false, form: "mood", version: 1, day: journal.moment().day,
      digest: [digest])
  }

  @Test func `A receipt comes back whole, newest first, and by recipient`() throws {
    let sent = sent(journal.id(), 1, 7)
    var first = receipt(to: "River House", 1, sent: [sent])
    var second = receipt(to: "on paper", 0, .page)
    try store.keep(first)
    try store.keep(second)
    try journal.reopen()
    (first.sent, second.sent) = ([], [])
    #expect(try store.shares() == [second, first])
    #expect(try store.shares(with: "River House") == [first])
    #expect(try store.sent(in: first.id) == [sent])
  }

  @Test func `What somebody has is what went to them last in a log`() throws {
    let (one, two) = (journal.id(), journal.id())
    try store.keep(receipt(to: "River House", 1, sent: [sent(one, 1, 1), sent(two, 1, 2)]))
    try store.keep(receipt(to: "River House", 2, sent: [sent(one, 2, 3)]))
    try store.keep(receipt(to: "River House", 0, .text, sent: [sent(two, 9, 9)]))
    try store.keep(receipt(to: "Other", 1, sent: [sent(two, 5, 5)]))
    #expect(try store.lastSent(to: "River House") == [one: sent(one, 2, 3), two: sent(two, 1, 2)])
    #expect(try store.lastSent(to: "Nobody") == [:])
  }

  @Test func `Taking an entry back from sharing adds a revision, and it stays in the journal`() throws {
    let entry = try journal.add(.mood, ["mood": .number(3)])
    try store.setWithdrawn(true, entry.id, at: journal.moment())
    #expect(try store.withdrawnFromSharing() == [entry.id])
    #expect(try store.entry(entry.id)?.revision == 2)
    #expect(try store.entry(entry.id)?.answers == entry.answers)
    try store.setWithdrawn(false, entry.id, at: journal.moment())
    #expect(try store.withdrawnFromSharing() == [])
    #expect(try store.entry(entry.id)?.revision == 3)
    #expect(throws: VaultError.noSuchEntry) {
      try store.setWithdrawn(true, journal.id(), at: journal.moment())
    }
  }
}
