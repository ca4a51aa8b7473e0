import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// Before a second one of the same exercise and day is begun, the first is offered.
@Suite struct SecondDraftTests {
  let sitting: Sitting
  var session: Session { sitting.session }
  private let today = DemoSeed.today

  init() throws {
    sitting = try Sitting()
    #expect(fill("The bus was late.", "", "pause", "1") == .paused)
  }

  private func fill(_ lines: String..., day: Day = DemoSeed.today, form: String = "thought-record-5") -> Departure? {
    sitting.answer(lines.map { .line($0) })
    return sitting.leaving { () throws(Departure) in
      let desk = FormDesk(session: session)
      try desk.fill(try desk.form(form), day: day)
    }
  }

  private let offer = "You began this one, and it is not finished."
  private var drafts: [Draft] {
    get throws { try sitting.store.drafts() }
  }

  @Test func `Enter goes on with it`() throws {
    let said = try sitting.said { () throws in #expect(fill("", "sad", "60") == .endOfInput) }
    #expect(said.contains(offer))
    #expect(said.contains("The bus was late."))
    #expect(try drafts.count == 1)
    #expect(try drafts.first?.walk.answers.count == 3)
  }

  @Test func `A new one leaves the first as it was`() throws {
    let first = try #require(try drafts.first)
    #expect(fill("2", "It rained.", "") == .endOfInput)
    #expect(try drafts.count == 2)
    #expect(try sitting.store.draft(first.id)?.walk == first.walk)
  }

  @Test func `Another day, another exercise and a script are not held up`() throws {
    let said = try sitting.said { () throws in
      #expect(fill("It rained.", "", day: today.adding(days: -1)) == .endOfInput)
      #expect(fill("60", form: "stop") == .endOfInput)
      sitting.console.isInteractive = false
      #expect(fill("It snowed.", "") == .endOfInput)
    }
    #expect(!said.contains(offer))
    #expect(try drafts.count == 4)
  }
}
