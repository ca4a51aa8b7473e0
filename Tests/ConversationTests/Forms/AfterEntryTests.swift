import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

@Suite struct AfterEntryTests {
  let sitting: Sitting

  init() throws { sitting = try Sitting() }

  private func kept(_ form: String, _ answers: [String: Answer]) throws -> String {
    let form = try EveryForm.named(form)
    // What is offered is declined.
    sitting.console.reply = { _ in .line("2") }
    return unwrapped(
      try sitting.said { () throws in
        try FormDesk(session: sitting.session).keep(answers, form: form, day: DemoSeed.today)
      })
  }

  @Test(arguments: [(0.0, true), (1, true), (2, false), (10, false)])
  func `A very low mood is answered with where help is`(mood: Double, named: Bool) throws {
    let said = try kept("mood", ["mood": .number(mood)])
    #expect(said.contains("Saved. `undo` takes it back."))
    #expect(said.contains("`crisis` shows whom to call") == named)
  }

  @Test(arguments: [(79.0, false), (80, true), (100, true)])
  func `Distress of 80 or more at the end names help, and offers nothing else`(after: Double, named: Bool) throws {
    let said = try kept("chain-analysis", ["after": .number(after), "repair": .text("say sorry")])
    #expect(said.contains("`crisis` shows whom to call") == named)
    #expect(said.contains("Yes, go on to") == !named)
  }

  @Test func `The passphrase is asked for before the first question is shown`() throws {
    sitting.session.lock()
    sitting.console.recording.secrets = [Sitting.passphrase]
    var shown = ""
    sitting.console.reply = { _ in
      shown = self.sitting.transcript
      return .endOfInput
    }
    #expect(
      sitting.leaving { () throws(Departure) in
        try FormDesk(session: sitting.session).fill(
          try FormDesk(session: sitting.session).form("note"), day: DemoSeed.today)
      } == .endOfInput)
    let opened = try #require(shown.firstRange(of: "Opening"))
    let asked = try #require(shown.firstRange(of: "What would you like to write down?"))
    #expect(opened.lowerBound < asked.lowerBound)
  }
}
