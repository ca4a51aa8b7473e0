import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// What is due, and how a person is done with it.
@Suite struct DueTests {
  let sitting: Sitting
  var session: Session { sitting.session }
  private let today = DemoSeed.today

  init() throws { sitting = try Sitting() }

  @discardableResult
  private func keep(_ id: String, _ answers: [String: Answer], links: [Link] = []) throws -> Entry {
    let form = try FormDesk(session: session).form(id)
    let entry = Entry(
      id: session.world.newID(), form: Wordings.stamp(of: form), day: session.world.clock.now().day,
      recorded: session.world.clock.now(), answers: answers, links: links)
    try sitting.store.add(entry, form: form)
    return entry
  }

  private func repair() throws -> Entry {
    try keep("repair", ["happened": .text("I shouted."), "day": .text(today.iso)])
  }

  private var due: [Reminder] {
    get throws { try DueItems(session: session).all() }
  }

  private func open(_ lines: String...) throws -> String {
    sitting.answer(lines.map { .line($0) })
    let reminder = try #require(try due.first)
    return unwrapped(try sitting.said { try DueItems(session: session).open(reminder) })
  }

  @Test func `What opens no form is ticked off, and undo brings it back`() throws {
    let plan = try repair()
    let said = try open("1")
    #expect(said.contains("1 Done 2 Not now 3 Take it away"))
    #expect(said.hasSuffix("Ticked off. `undo` takes it back."))
    #expect(try due == [])
    let tick = try #require(try sitting.store.entries(EntryFilter(form: "reminder")).first)
    #expect(tick.links == [Link(name: "answers", entry: plan.id)])
    #expect(
      tick.answers == [
        "say": .text("Begin with what you planned to put right."), "due": .text(today.iso), "end": .text("done"),
      ])
    #expect(try sitting.store.undo(at: session.world.clock.now()) != nil)
    #expect(try due.map(\.entry) == [plan.id])
  }

  @Test func `Not now puts it off until the next day`() throws {
    try _ = repair()
    #expect(try open("2").hasSuffix("It comes back tomorrow. `undo` brings it back now."))
    #expect(try due == [])
    sitting.clock.daysLater = 1
    #expect(try due.count == 1)
  }

  @Test func `What was taken away does not come back`() throws {
    try _ = repair()
    #expect(try open("3").hasSuffix("Taken away. `undo` brings it back."))
    for days in [0, 1, 14] as [Int64] {
      sitting.clock.daysLater = days
      #expect(try due == [])
    }
  }

  @Test func `Enter leaves what opens no form for another day`() throws {
    try _ = repair()
    _ = try open("")
    sitting.clock.daysLater = 1
    #expect(try due.count == 1)
  }

  @Test func `Of two things due from one entry each is ticked off by itself`() throws {
    try keep("problem-solving", ["act-day": .text(today.iso), "look-day": .text(today.iso)])
    #expect(try due.count == 2)
    let first = try #require(try due.first)
    _ = try open("1")
    #expect(try due.count == 1)
    #expect(try due.first?.say != first.say)
  }

  @Test func `A day that is moved makes it due again on the new one`() throws {
    var plan = try repair()
    _ = try open("1")
    plan.answers["day"] = .text(today.adding(days: 2).iso)
    try sitting.store.revise(plan, form: try FormDesk(session: session).form("repair"))
    sitting.clock.daysLater = 2
    #expect(try due.map(\.due) == [today.adding(days: 2)])
  }

  @Test func `An exercise that follows from the same entry does not tick it off`() throws {
    let plan = try repair()
    try keep("hard-conversation", ["person": .text("Sam")], links: [Link(name: "talks", entry: plan.id)])
    #expect(try due.map(\.entry) == [plan.id])
  }

  @Test func `Opened again, the half-finished draft is offered first`() throws {
    try keep("experiment", ["thought": .text("They will laugh."), "look-back": .text(today.iso)])
    sitting.answer([.line("1"), .line("Mine."), .hangUp(draft: "")])
    let reminder = try #require(try due.first)
    #expect(sitting.leaving { () throws(Departure) in try DueItems(session: session).open(reminder) } == .hungUp)
    #expect(try sitting.store.drafts().count == 1)
    sitting.clock.daysLater = 1
    sitting.answer([.line(""), .line(""), .hangUp(draft: "")])
    let said = sitting.said {
      #expect(sitting.leaving { () throws(Departure) in try DueItems(session: session).open(reminder) } == .hungUp)
    }
    #expect(said.contains("You began this one, and it is not finished."))
    #expect(said.contains("Mine."))
    #expect(try sitting.store.drafts().count == 1)
  }

  @Test func `The list asks which, and a script is asked nothing`() throws {
    try _ = repair()
    try keep("cope-ahead", ["day": .text(today.iso)])
    sitting.type("1", "2", "3")
    try DueItems(session: session).offer(try due)
    #expect(try due.map(\.say) == ["Begin with what you planned to put right."])
    sitting.console.isInteractive = false
    #expect(try sitting.said { try DueItems(session: session).offer(try due) } == "")
  }

  @Test func `Of two tests, the result belongs to the one that is due`() throws {
    let first = try keep(
      "experiment", ["thought": .text("They will laugh."), "look-back": .text(today.iso), "belief-before": .number(80)])
    try keep("experiment", ["thought": .text("Nobody comes."), "look-back": .text(today.adding(days: 5).iso)])
    var lines = ["1", "=", "", "", "=", "2", "", "50", "", ""][...]
    sitting.console.reply = { prompt in
      guard let line = lines.popFirst() else { return .endOfInput }
      return .line(line == "=" ? prompt.prefill : line)
    }
    let reminder = try #require(try due.first)
    #expect(reminder.entry == first.id)
    _ = sitting.leaving { () throws(Departure) in try DueItems(session: session).open(reminder) }
    let draft = try #require(try sitting.store.drafts().first)
    #expect(draft.walk.answers[Path("thought")] == .text("They will laugh."))
    #expect(draft.walk.answers[Path("belief-before")] == .number(80))
  }
}
