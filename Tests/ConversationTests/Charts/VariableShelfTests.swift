import Forms
import Journal
import Testing
import Vault

@testable import Conversation

@Suite struct VariableShelfTests {
  let sitting: Sitting
  var session: Session { sitting.session }

  init() throws {
    sitting = try Sitting()
    session.isShell = true
    sitting.type("2", "to drink alone", "3", "rode the bus", "1")
    if let left = sitting.leaving({ () throws(Departure) in try DiaryDesk(session: session).manage() }) { throw left }
    let targets = try DiaryDesk(session: session).targets()
    let card = DiaryForm.form(targets: targets, skills: [], on: DemoSeed.today)
    let answers: [String: Answer] = [
      "urge-t6": .number(3), "acted-t6": .yesNo(false), "did-t7": .yesNo(true), "emotion-fear": .number(2),
      "sleep": .number(420), "skills-used": .text("5"),
    ]
    try keep(answers, card)
    try keep(["mood": .number(5), "more": .yesNo(true), "sleep": .number(360)], try form("mood"))
    let asked: [String: Answer] = ["slept": .number(390), "alcohol": .number(0), "quality": .number(3)]
    try keep(asked, try form("sleep-diary"))
  }

  private func form(_ id: String) throws -> Form { try FormDesk(session: session).form(id) }

  private func keep(_ answers: [String: Answer], _ form: Form) throws {
    let now = session.world.clock.now()
    try sitting.store.add(
      Entry(
        id: session.world.newID(), form: Wordings.stamp(of: form), day: DemoSeed.today, recorded: now, answers: answers),
      form: form)
  }

  private func named(_ name: String) throws -> Variable? {
    try VariableShelf(session: session).named(name, in: session)
  }

  @Test func `One thing that is asked about on several forms is one variable`() throws {
    let sleep = try #require(try named("Sleep"))
    guard case .numbers(let sources) = sleep.source else {
      Issue.record("no numbers")
      return
    }
    #expect(
      Set(sources) == [
        NumberSource("mood", "sleep"), NumberSource("diary-card", "sleep"), NumberSource("sleep-diary", "slept"),
      ])
    #expect(sleep.measure == Quantity(name: "Sleep", unit: "hours"))
    #expect(try sitting.store.daily(sources).map(\.value) == [390])
  }

  @Test func `Targets of the diary card go by the person's words, and by a plain id`() throws {
    #expect(try named("to drink alone")?.id == "urge-t6")
    #expect(try named("urge: to drink alone")?.measure.name == "Urge: to drink alone")
    #expect(try named("urge-t6")?.isApart == true)
    #expect(try named("rode the bus")?.measure.isEitherOr == true)
    #expect(try named("rode the bus")?.isApart == true)
    #expect(try named("afraid")?.id == "emotion-fear")
    #expect(try named("afraid or anxious")?.isApart == false)
    #expect(try named("skills used")?.measure.high == 7)
  }

  @Test func `A question that only leads on is no trend, and what is apart is marked`() throws {
    let shelf = try VariableShelf(session: session)
    #expect(!shelf.all.contains { $0.id.contains("more") })
    #expect(Set(shelf.all.filter(\.isApart).map(\.id)) == ["urge-t6", "acted-t6", "did-t7", "alcohol"])
    let chosen = shelf.chosen(among: shelf.everything, most: 9).map(\.id)
    #expect(chosen == ["mood", "skills-used", "sleep", "sleep-quality"])
  }

  @Test func `On another shell's command line a person's own words are refused, and the plain id is taken`() throws {
    session.isShell = false
    let desk = ChartDesk(session: session)
    let refused = sitting.leaving { () throws(Departure) in
      try desk.run(ChartRequest(what: ["to", "drink", "alone"]))
    }
    guard case .failed(let failure)? = refused else {
      Issue.record("it was drawn")
      return
    }
    #expect(failure.code == 64)
    #expect(failure.next?.contains("`urge-t6`") == true)
    #expect(sitting.leaving { () throws(Departure) in try desk.run(ChartRequest(what: ["urge-t6"])) } == nil)
    let unknown = try VariableShelf(session: session).unknown("x", in: session)
    #expect(!unknown.sentences.contains("drink alone"))
    #expect(unknown.sentences.contains("urge-t6"))
  }
}
