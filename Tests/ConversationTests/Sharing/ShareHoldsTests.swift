import Exchange
import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// What the preview shows is what the files hold, and no more, whatever was written and whatever was chosen.
@Suite struct ShareHoldsTests {
  let sitting: Sitting
  private var session: Session { sitting.session }

  init() throws { sitting = try Sitting() }

  /// Everything that can leave, unsealed.
  private struct Outputs {
    var preview: String
    /// Every answer that goes stands in these.
    var whole: [String: String]
    /// Summaries hold a part of it.
    var parts: [String: String]
    var all: [(String, String)] { [("preview", preview)] + whole.map { ($0, $1) } + parts.map { ($0, $1) } }
  }

  private func outputs(_ consent: Consent, today: Day) throws -> Outputs {
    let choices = ShareChoices(way: .sealed, consent: consent, note: "Sleep")
    let gathered = try ShareGathering(session: session).gather(choices)
    let blocks = SharePreview(gathered: gathered, today: today).blocks
    let log = try ShareLog(session: session, recipient: nil, sinceLast: false, isOpen: true)
      .make(gathered, choices, version: "1")
    let fhir = try ShareFHIR(session: session, recipient: nil, size: 400).make(gathered, choices, version: "1")
    let summary = ShareSummary(session: session)
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    return Outputs(
      preview: Renderer(width: 500, plain: true, letters: .unicode).text(blocks),
      whole: [
        "log": text(log.bytes),
        "csv": try LogTable.csv(gathered.entries, names: try LogNames.load(in: session)),
        "fhir": text(fhir.bytes) + fhir.folder.map { text($0.bytes) }.joined(),
      ],
      parts: ["text": try summary.text(gathered, choices), "page": try summary.page(gathered, choices)])
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `Not one word or number of what stays is in any file, and all that is shown goes`(seed: UInt64) throws {
    let today = session.world.clock.now().day
    var journal = RandomJournal(seed: seed, entries: 30, today: today) { session.world.newID() }
    for one in journal.answered { try sitting.store.add(one.entry, form: one.form) }
    for round in 1...8 {
      let consent = journal.consent(today: today)
      let outputs = try outputs(consent, today: today)
      let going = journal.marks.filter { journal.goes($0, under: consent) }
      for mark in journal.marks where !journal.goes(mark, under: consent) {
        for (name, text) in outputs.all {
          #expect(!text.contains(mark.text), "seed \(seed), round \(round): \(mark) is in the \(name)")
        }
      }
      for mark in going {
        #expect(outputs.preview.contains(mark.text), "seed \(seed), round \(round): \(mark) is not in the preview")
        for (name, text) in outputs.whole {
          #expect(text.contains(mark.text), "seed \(seed), round \(round): \(mark) is not in the \(name)")
        }
      }
    }
  }

  @Test(arguments: [7, 8] as [UInt64])
  func `A form of which nothing goes is not named either`(seed: UInt64) throws {
    let today = session.world.clock.now().day
    var journal = RandomJournal(seed: seed, entries: 15, today: today) { session.world.newID() }
    for one in journal.answered { try sitting.store.add(one.entry, form: one.form) }
    for _ in 1...8 {
      let consent = journal.consent(today: today)
      let outputs = try outputs(consent, today: today)
      let shown = journal.answered.filter { one in
        consent.days.contains(one.entry.day) && !consent.heldBack.contains(one.entry.id)
          && consent.details[ShareCategory(form: one.form)] != ShareDetail.none
      }
      let named = Set(shown.map(\.form.id))
      for (form, title) in journal.titles where !named.contains(form) {
        for (name, text) in outputs.all {
          #expect(!text.contains(title), "seed \(seed): \(form) is named in the \(name)")
        }
      }
    }
  }
}
