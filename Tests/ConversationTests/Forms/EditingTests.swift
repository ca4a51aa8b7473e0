import Forms
import Foundation
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// Changing an answer: from the summary at the end, and in an entry that stands.
@Suite struct EditingTests {
  let sitting: Sitting
  var session: Session { sitting.session }

  init() throws { sitting = try Sitting() }

  private func record() throws -> Form { try EveryForm.named("thought-record-5") }

  private func fill(_ lines: String...) throws -> Entry? {
    sitting.answer(lines.map { .line($0) })
    var runner = FormRunner(session: session, form: try record(), day: DemoSeed.today)
    return try runner.run()
  }

  private func edit(_ entry: Entry, _ lines: String...) throws -> Entry? {
    sitting.answer(lines.map { .line($0) })
    var runner = FormRunner(session: session, form: try record(), editing: entry)
    return try runner.run()
  }

  /// Up to the summary, whose lines are 1 situation, 2 emotions, 3 before, 4 thought, 5 balanced, 6 after.
  private let filled = ["The bus was late.", "", "sad", "80", "They stared.", "", "Some did.", "", "50"]

  private func answers(before: Double = 80, situation: String = "The bus was late.") -> [String: Answer] {
    [
      "situation": .text(situation), "emotions": .items(["sadness"]), "thought": .text("They stared."),
      "balanced": .text("Some did."),
      "strength": .each([.init(of: "sadness", answers: ["before": .number(before)])]),
      "again": .each([.init(of: "sadness", answers: ["after": .number(50)])]),
    ]
  }

  @Test func `The summary keeps, changes one answer, and comes back`() throws {
    sitting.answer((filled + ["2", "3", "75", ""]).map { .line($0) })
    var runner = FormRunner(session: session, form: try record(), day: DemoSeed.today)
    #expect(try runner.run()?.answers == answers(before: 75))
    #expect(sitting.transcript.components(separatedBy: "What you wrote").count - 1 == 2)
    #expect(sitting.console.recording.prefills.contains("80%"))
  }

  @Test func `A new feeling in the summary asks for its numbers before the summary`() throws {
    sitting.answer((filled + ["2", "2", "sad, Hiraeth", "30", "20", "1"]).map { .line($0) })
    var runner = FormRunner(session: session, form: try record(), day: DemoSeed.today)
    let entry = try #require(try runner.run())
    #expect(entry.answers["emotions"] == .items(["sadness", "Hiraeth"]))
    #expect(
      entry.answers["again"]
        == .each([
          .init(of: "sadness", answers: ["after": .number(50)]), .init(of: "Hiraeth", answers: ["after": .number(20)]),
        ]))
  }

  @Test(arguments: ["0", "7", "-9223372036854775808", "words", ""])
  func `A number that is not in the summary changes nothing`(number: String) throws {
    sitting.answer((filled + ["2", number, "1"]).map { .line($0) })
    var runner = FormRunner(session: session, form: try record(), day: DemoSeed.today)
    #expect(try runner.run()?.answers == answers())
  }

  @Test func `Pausing at the summary keeps the draft, ready to keep`() throws {
    sitting.answer((filled + ["3"]).map { .line($0) })
    var runner = FormRunner(session: session, form: try record(), day: DemoSeed.today)
    #expect(sitting.leaving { () throws(Departure) in _ = try runner.run() } == .paused)
    let draft = try #require(try sitting.store.drafts().first)
    #expect(draft.walk.isAtEnd)
    #expect(DraftOffer(session: session).line(for: draft, form: try record()).hasSuffix(", ready to keep"))
    sitting.type("1", "Not now", "Not now", "Not now")
    try DraftOffer(session: session).resume(draft)
    #expect(try sitting.store.entries().map(\.answers) == [answers()])
  }

  @Test func `Editing an entry makes a revision, and its long text is offered line by line`() throws {
    sitting.answer((["One.", "Two."] + filled.dropFirst() + ["1"]).map { .line($0) })
    var runner = FormRunner(session: session, form: try record(), day: DemoSeed.today)
    let first = try #require(try runner.run())
    let changed = try #require(try edit(first, "2", "1", "One!", "Two.", "", "1"))
    #expect(changed.revision == 2)
    #expect(changed.answers == answers(situation: "One!\nTwo."))
    #expect(try sitting.store.entries() == [changed])
    #expect(sitting.console.recording.prefills.suffix(6).contains("Two."))
    #expect(try sitting.store.drafts() == [])
  }

  @Test func `An edit that changes nothing leaves the entry as it was`() throws {
    let first = try #require(
      try fill("The bus was late.", "", "sad", "80", "They stared.", "", "Some did.", "", "50", "1"))
    #expect(try edit(first, "1") == nil)
    #expect(try sitting.store.entries() == [first])
    #expect(try sitting.store.drafts() == [])
  }

  @Test func `An edit that was begun before the entry was deleted is not lost`() throws {
    let first = try #require(
      try fill("The bus was late.", "", "sad", "80", "They stared.", "", "Some did.", "", "50", "1"))
    sitting.type("2", "3", "75", "3")
    var runner = FormRunner(session: session, form: try record(), editing: first)
    #expect(sitting.leaving { () throws(Departure) in _ = try runner.run() } == .paused)
    try sitting.store.withdraw(first.id, at: session.world.clock.now())
    sitting.type("1")
    try DraftOffer(session: session).resume(try #require(try sitting.store.drafts().first))
    #expect(try sitting.store.entries().map(\.answers) == [answers(before: 75)])
  }

  @Test func `Back opens the last line of a longer text again`() throws {
    sitting.type("One.", "Two.", "back", "1", "Two!", "", "pause", "1")
    var runner = FormRunner(session: session, form: try record(), day: DemoSeed.today)
    #expect(sitting.leaving { () throws(Departure) in _ = try runner.run() } == .paused)
    #expect(try sitting.store.drafts().first?.walk.answers[Path("situation")] == .text("One.\nTwo!"))
  }

  @Test func `A word that is also a command can be the answer`() throws {
    sitting.type("back", "2", "", "pause", "1")
    var runner = FormRunner(session: session, form: try EveryForm.named("note"), day: DemoSeed.today)
    let entry = try runner.run()
    #expect(entry?.answers == ["words": .text("back")])
  }

  @Test func `Hide locks at once, and can be the answer when it is given again`() throws {
    sitting.console.recording.secrets = [Sitting.passphrase]
    sitting.type("hide", "hide", "", "pause", "1")
    var runner = FormRunner(session: session, form: try EveryForm.named("note"), day: DemoSeed.today)
    let entry = try runner.run()
    #expect(sitting.console.recording.forgetCount == 1)
    #expect(sitting.console.recording.clearCount >= 1)
    #expect(sitting.console.recording.prefills.contains("hide"))
    #expect(entry?.answers == ["words": .text("hide")])
  }
}
