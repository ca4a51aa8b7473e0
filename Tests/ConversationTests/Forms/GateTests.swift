import Forms
import Journal
import Testing
import Vault

@testable import Conversation

/// Anything but a clear yes leads to help, and the exercise waits.
@Suite struct GateTests {
  let sitting: Sitting
  var session: Session { sitting.session }

  init() throws { sitting = try Sitting() }

  private func form(_ gate: Form.Gate) -> Form {
    Form(
      id: "gated", version: 1, title: "Gated", kind: .log, summary: "", gate: gate,
      questions: [Question("words", .text, ask: "What happened?")])
  }

  private func run(_ gate: Form.Gate, _ lines: String...) -> Departure? {
    sitting.answer(lines.map { .line($0) })
    let form = form(gate)
    return sitting.leaving { () throws(Departure) in
      var runner = FormRunner(session: session, form: form, day: DemoSeed.today)
      _ = try runner.run()
    }
  }

  private var showsHelp: Bool { sitting.transcript.contains("Handrail cannot call anyone") }

  @Test func `Two clear answers open the exercise`() throws {
    #expect(run(.safeNow, "1", "1", "It rained.", "") == nil)
    #expect(!showsHelp)
    #expect(try sitting.store.entries().count == 1)
  }

  @Test(arguments: [["2"], ["1", "2"], ["yes, or not sure"], ["no", "no, or not sure"]])
  func `Hurt, unsafe or unsure shows help, and keeps the exercise for later`(lines: [String]) throws {
    sitting.answer(lines.map { .line($0) })
    let form = form(.safeNow)
    let departure = sitting.leaving { () throws(Departure) in
      var runner = FormRunner(session: session, form: form, day: DemoSeed.today)
      _ = try runner.run()
    }
    #expect(departure == .paused)
    #expect(showsHelp)
    #expect(!sitting.transcript.contains("What happened?"))
    #expect(try sitting.store.drafts().map(\.walk) == [Walk(form)])
    #expect(try sitting.store.entries() == [])
  }

  @Test func `A word for danger at the gate shows help and asks again`() {
    #expect(run(.safeNow, "suicide", "1", "crisis", "1", "It rained.", "") == nil)
    #expect(sitting.transcript.components(separatedBy: "Handrail cannot call anyone").count - 1 == 2)
  }

  @Test func `The gate is asked again when the exercise is taken up`() throws {
    #expect(run(.safeNow, "2") == .paused)
    sitting.type("1", "2")
    let draft = try #require(try sitting.store.drafts().first)
    #expect(sitting.leaving { () throws(Departure) in try DraftOffer(session: session).resume(draft) } == .paused)
    #expect(!sitting.transcript.contains("What happened?"))
  }

  @Test func `A clear no to every caution is asked for once, and opens what needs a sound body`() throws {
    #expect(run(.body, "1", "1", "It rained.", "") == nil)
    #expect(run(.body, "It snowed.", "") == nil)
    #expect(try sitting.store.entries().count == 2)
  }

  @Test(arguments: [["2"], [""], ["1", "2"], ["1", "3"]])
  func `Any caution, or not being calm, keeps it closed`(lines: [String]) throws {
    sitting.answer(lines.map { .line($0) })
    let form = form(.body)
    let departure = sitting.leaving { () throws(Departure) in
      var runner = FormRunner(session: session, form: form, day: DemoSeed.today)
      _ = try runner.run()
    }
    #expect(departure == .paused)
    #expect(!sitting.transcript.contains("What happened?"))
    #expect(unwrapped(sitting.transcript).contains("stays closed for now"))
  }

  @Test func `What is planned with a clinician needs safety, a name, and a day that has come`() throws {
    #expect(run(.agreed, "2") == .paused)
    #expect(run(.agreed, "1", "1", "") == .paused)
    #expect(run(.agreed, "1", "1", "Dr Okafor", "someday") == .paused)
    #expect(run(.agreed, "1", "1", "Dr Okafor", "tomorrow") == .paused)
    #expect(!sitting.transcript.contains("What happened?"))
    #expect(run(.agreed, "1", "1", "Dr Okafor", "mon", "It rained.", "") == nil)
    #expect(run(.agreed, "1", "1", "It snowed.", "") == nil)
    #expect(sitting.transcript.contains("Agreed with Dr Okafor, 2026-11-16."))
    #expect(try sitting.store.entries().count == 2)
  }
}
