import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// What one exercise leads to, when it comes back, and how the two stand beside each other.
@Suite struct LoopTests {
  let sitting: Sitting
  var session: Session { sitting.session }
  private let today = DemoSeed.today

  init() throws { sitting = try Sitting() }

  /// Keeps an entry as if it had been filled in, with what follows from it answered by `lines`.
  private func keep(
    _ id: String, _ answers: [String: Answer], links: [Link] = [], day: Day = DemoSeed.today, then lines: [String] = []
  ) throws -> Entry {
    let form = try FormDesk(session: session).form(id)
    let now = session.world.clock.now()
    let entry = Entry(
      id: session.world.newID(), form: Wordings.stamp(of: form), day: day, recorded: now, answers: answers,
      links: links)
    try sitting.store.add(entry, form: form)
    sitting.answer(lines.map { .line($0) })
    try AfterEntry(session: session).say(entry, form: form)
    return entry
  }

  private func experiment(lookBack: Day, links: [Link] = []) throws -> Entry {
    try keep(
      "experiment",
      [
        "thought": .text("They will laugh."), "belief-before": .number(80), "prediction": .text("Laughter."),
        "test": .text("Ask."), "safe": .text("is-safe"), "look-back": .text(lookBack.iso),
      ], links: links)
  }

  private var due: [Reminder] {
    get throws { try DueItems(session: session).all() }
  }

  @Test func `An experiment comes back on its day, and is done once its result is linked`() throws {
    let test = try experiment(lookBack: today.adding(days: 3))
    #expect(try due == [])
    sitting.clock.daysLater = 3
    let reminder = try #require(try due.first)
    #expect(try due.count == 1)
    #expect(reminder.entry == test.id)
    #expect(reminder.opens == "experiment-result")
    #expect(try DueItems(session: session).line(for: reminder).contains("(Test a thought, Friday, \(test.id.short))"))
    // The thought, the prediction and the first number stand ready.
    var lines = ["1", "=", "", "=", "", "=", "1", "They smiled.", "", "1", "It was fine.", "", "20", "", ""][...]
    sitting.console.reply = { prompt in
      guard let line = lines.popFirst() else { return .endOfInput }
      return .line(line == "=" ? prompt.prefill : line)
    }
    try DueItems(session: session).open(reminder)
    let result = try #require(try sitting.store.entries(EntryFilter(form: "experiment-result")).first)
    #expect(result.links == [Link(name: "shows", entry: test.id)])
    #expect(result.answers["thought"] == .text("They will laugh."))
    #expect(result.answers["belief-before"] == .number(80))
    #expect(result.answers["belief-now"] == .number(20))
    #expect(try due == [])
  }

  @Test func `A thought record comes back to be looked at again, with the new number beside the first`() throws {
    let record = try keep(
      "thought-record-7",
      [
        "situation": .text("The bus was late."), "belief-before": .number(90), "belief-after": .number(40),
        "when-next": .text(today.adding(days: 2).iso),
      ])
    sitting.clock.daysLater = 2
    let reminder = try #require(try due.first)
    #expect(reminder.opens == "look-again")
    sitting.type("1", "Nothing new.", "", "30", "70", "", "")
    let said = unwrapped(try sitting.said { try DueItems(session: session).open(reminder) })
    #expect(try due == [])
    // The new number stands beside the first one as soon as it is kept.
    #expect(said.contains("Then Thought record, seven steps, Friday (\(record.id.short))"))
    #expect(said.contains("90% "))
    #expect(said.contains("Now Look at a thought again, today"))
    #expect(said.contains("How much do you believe the first thought today? 30%"))
    let again = try #require(try sitting.store.entries(EntryFilter(form: "look-again")).first)
    #expect(again.links == [Link(name: "looks-again", entry: record.id)])
    let forward = try text(of: record)
    #expect(forward.contains("Leads to Look at a thought again, today (\(again.id.short))"))
    #expect(forward.contains("How much do you believe the first thought today? 30%"))
    let back = try text(of: again)
    #expect(back.contains("Comes from Thought record, seven steps, Friday (\(record.id.short))"))
    #expect(back.contains("90%"))
    #expect(back.contains("40%"))
  }

  private func text(of entry: Entry) throws -> String {
    let blocks = try LinkedEntries(session: session).blocks(for: entry)
    return unwrapped(sitting.said { sitting.console.show(blocks) })
  }

  @Test func `What is due stays for two weeks, then it is let go`() throws {
    _ = try experiment(lookBack: today)
    sitting.clock.daysLater = 14
    #expect(try due.count == 1)
    sitting.clock.daysLater = 15
    #expect(try due == [])
  }

  @Test func `Another exercise from the same record does not stand for looking again`() throws {
    let record = try keep(
      "thought-record-7", ["situation": .text("The bus was late."), "when-next": .text(today.iso)])
    _ = try experiment(lookBack: today.adding(days: 9), links: [Link(name: "tests", entry: record.id)])
    #expect(try due.map(\.entry) == [record.id])
  }

  @Test func `A withdrawn entry is neither due nor shown as a link`() throws {
    let record = try keep("note", ["words": .text("first")])
    let test = try experiment(lookBack: today, links: [Link(name: "tests", entry: record.id)])
    #expect(try text(of: record).contains("Leads to Test a thought"))
    try sitting.store.withdraw(test.id, at: session.world.clock.now())
    #expect(try due == [])
    #expect(try text(of: record) == "")
  }

  @Test func `Each offer is made once, and taken or left`() throws {
    let strong: [String: Answer] = ["situation": .text("The bus was late."), "belief-after": .number(75)]
    let declined = try sitting.said { _ = try keep("thought-record-7", strong, then: ["2", "2"]) }
    #expect(declined.contains("Yes, go on to: Test a thought"))
    #expect(unwrapped(declined).contains("rest your mind on your senses"))
    #expect(try sitting.store.drafts() == [])
    #expect(try sitting.store.entries().count == 1)
  }

  @Test func `What is linked already is not offered again`() throws {
    let form = try FormDesk(session: session).form("thought-record-7")
    let record = try keep("thought-record-7", ["belief-after": .number(60)], then: ["2"])
    _ = try experiment(lookBack: today.adding(days: 9), links: [Link(name: "tests", entry: record.id)])
    sitting.type()
    let said = try sitting.said { try NextSteps(session: session).offer(after: record, form: form) }
    #expect(said == "")
  }

  @Test func `Scripts are offered nothing`() throws {
    sitting.console.isInteractive = false
    let said = try sitting.said { _ = try keep("thought-record-7", ["belief-after": .number(90)]) }
    #expect(said.contains("Saved."))
    #expect(!said.contains("Not now"))
  }

  @Test func `What is planned with a clinician is never offered`() throws {
    let ladder = try FormDesk(session: session).form("exposure-ladder")
    #expect(ladder.gate == .agreed)
    #expect(!NextSteps.mayBeOffered(ladder))
    let form = Form(
      id: "leads", version: 1, title: "Leads", kind: .log, summary: "",
      questions: [Question("words", .text, ask: "What happened?")],
      offers: [Offer(.form("exposure-ladder", link: "then"), say: "Climb?")])
    sitting.type("It rained.", "")
    try FormDesk(session: session).fill(form, day: today)
    #expect(sitting.transcript.contains("Saved."))
    #expect(!sitting.transcript.contains("Climb?"))
  }

  @Test func `No form of the library offers one that needs an agreement`() throws {
    for form in EveryForm.all {
      for offer in form.offers {
        guard case .form(let id, _) = offer.step else { continue }
        #expect(try FormDesk(session: session).form(id).gate != .agreed, "\(form.id)")
      }
    }
  }

  @Test func `One plan leads to another only while that one is not written`() throws {
    let first = try sitting.said {
      _ = try keep("emergency-plan", ["reasons": .items(["the sea"])], then: ["2"])
    }
    #expect(first.contains("Yes, go on to: A note from a steadier me") || first.contains("leave a few words"))
    _ = try keep("hope", ["note": .text("It passed before.")])
    let second = try sitting.said { _ = try keep("emergency-plan", ["reasons": .items(["the sea"])], then: ["2"]) }
    #expect(!second.contains("leave a few words"))
  }

  @Test func `A missed session opens the one plan for getting there, and begins no second`() throws {
    let missed: [String: Answer] = ["outcome": .text("missed")]
    let begun = sitting.said { _ = try? keep("session", missed, then: ["1"]) }
    #expect(begun.contains("Yes, go on to: Getting there"))
    let form = try FormDesk(session: session).form("getting-there")
    let question = try #require(form.questions.first { $0.kind == .text || $0.kind == .list })
    _ = try keep("getting-there", [question.id: question.kind == .list ? .items(["the tram"]) : .text("the tram")])
    let opened = try sitting.said { _ = try keep("session", missed, then: ["1", ""]) }
    #expect(opened.contains("the tram") && opened.contains("Leave it as it is"))
    #expect(try sitting.store.count(EntryFilter(form: "getting-there")) == 1)
  }
}
