import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

@Suite struct AskedQuestionsTests {
  let sitting: Sitting
  var session: Session { sitting.session }

  init() throws { sitting = try Sitting() }

  private func ids(_ log: AskedQuestions.Log, of form: Form) throws -> [String] {
    try AskedQuestions(session: session, log: log).applied(to: form).questions.map(\.id)
  }

  @Test func `What is left out is not asked, and comes back when it is wanted again`() throws {
    let form = try FormDesk(session: session).form("mood")
    let all = form.questions.map(\.id)
    #expect(try ids(.mood, of: form) == all)
    sitting.type("5", "4", "")
    try AskedQuestions(session: session, log: .mood).manage()
    #expect(try ids(.mood, of: form) == all.filter { !["use", "urges", "acted"].contains($0) })
    sitting.type("4", "5", "")
    try AskedQuestions(session: session, log: .mood).manage()
    #expect(try ids(.mood, of: form) == all)
  }

  @Test func `With everything left out, the mood is one number`() throws {
    let form = try FormDesk(session: session).form("mood")
    sitting.type("1", "2", "3", "4", "5", "6", "7", "8", "")
    try AskedQuestions(session: session, log: .mood).manage()
    #expect(try ids(.mood, of: form) == ["mood"])
  }

  @Test func `The diary card leaves out substances and medicine, and keeps its targets`() throws {
    let form = DiaryForm.form(
      targets: .usual(from: DemoSeed.today), skills: session.world.library.skills(), on: DemoSeed.today)
    sitting.type("1", "2", "")
    try AskedQuestions(session: session, log: .diary).manage()
    let asked = try ids(.diary, of: form)
    #expect(!asked.contains("used") && !asked.contains("substances") && !asked.contains("medication"))
    #expect(asked.contains("emotion-sadness") && asked.contains("sleep"))
  }

  @Test func `A plan that is due opens as a plan, and still right makes it due in four weeks`() throws {
    let form = try FormDesk(session: session).form("emergency-plan")
    let entry = Entry(
      id: session.world.newID(), form: Wordings.stamp(of: form), day: DemoSeed.today,
      recorded: session.world.clock.now(),
      answers: ["alone": .items(["walk"]), "review-date": .text(DemoSeed.today.iso)])
    try sitting.store.add(entry, form: form)
    let due = try #require(try DueItems(session: session).all().first)
    sitting.type("2")
    try DueItems(session: session).open(due)
    #expect(try DueItems(session: session).all() == [])
    let plan = try #require(try PlanDesk(session: session).newest(.emergency))
    #expect(PlanDesk.review(of: plan) == DemoSeed.today.adding(days: 28))
  }
}
