import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// Forms filled in from a script: lines are answers, and a slip ends the run.
@Suite struct ScriptTests {
  let sitting: Sitting
  var session: Session { sitting.session }

  init() throws { sitting = try Sitting(interactive: false) }

  private func run(_ id: String, _ lines: String...) throws -> (departure: Departure?, entry: Entry?) {
    let form = try EveryForm.named(id)
    sitting.answer(lines.map { .line($0) })
    var entry: Entry?
    var runner = FormRunner(session: session, form: form, day: DemoSeed.today)
    let departure = sitting.leaving { () throws(Departure) in entry = try runner.run() }
    return (departure, entry)
  }

  @Test func `A backslash types a word that is a command`() throws {
    for word in ["back", "skip", "why", "pause", "help", "crisis"] {
      #expect(try run("note", "\\\(word)", "").entry?.answers == ["words": .text(word)])
    }
    #expect(!sitting.transcript.contains("In danger now?"))
  }

  @Test func `A command without a backslash is done, and asks nothing`() throws {
    let entry = try run("thought-record-5", "One.", "", "back", "Another.", "", "sad", "80", "skip", "skip", "50").entry
    #expect(
      entry?.answers == [
        "situation": .text("Another."), "emotions": .items(["sadness"]),
        "strength": .each([.init(of: "sadness", answers: ["before": .number(80)])]),
        "again": .each([.init(of: "sadness", answers: ["after": .number(50)])]),
      ])
  }

  @Test(arguments: Family.all)
  func `An answer that is refused ends the run with 65, and the draft is kept`(family: Family) throws {
    for form in family.forms {
      let interview = Interview(sitting, form)
      var refused: Path?
      interview.interrupt = { step, _ in
        guard interview.kept != nil, Replies.refused(by: step) else { return nil }
        refused = step.path
        return .line("\u{1F600}\u{1F600}")
      }
      var runner = FormRunner(session: session, form: form, day: DemoSeed.today)
      let departure = sitting.leaving { () throws(Departure) in _ = try runner.run() }
      guard refused != nil else { continue }  // a form of free text refuses nothing
      guard case .failed(let failure)? = departure else {
        Issue.record("\(form.id) went on: \(String(describing: departure))")
        continue
      }
      #expect(failure.code == 65)
      #expect(failure.sentences.hasSuffix("The answers before it are kept as a draft."))
      let drafts = try sitting.store.drafts()
      #expect(drafts.map(\.walk) == [interview.kept], "\(form.id)")
      for draft in drafts { try sitting.store.drop(draft.id) }
    }
  }

  @Test func `A word for danger where a number is asked shows help and asks again`() throws {
    let entry = try run("mood", "SOS", "suicide", "6", "no").entry
    #expect(entry?.answers == ["mood": .number(6), "more": .yesNo(false)])
    #expect(sitting.transcript.contains("In danger now?"))
  }

  @Test func `An empty line takes the suggested answer, or skips what is optional`() throws {
    #expect(try run("mood", "6", "").entry?.answers == ["mood": .number(6), "more": .yesNo(false)])
    #expect(try run("mood", "6", "yes", "", "", "", "", "", "", "", "", "", "", "").entry?.answers.count == 2)
    #expect(try run("mood", "").departure?.exitCode == 65)
  }

  @Test func `Answers stand on the form as they were typed, and nothing is asked twice`() throws {
    let entry = try run(
      "thought-record-7", "The bus was late.", "", "sad, Hiraeth", "80", "60%", "One thought", "Another, worse", "",
      "2", "90", "", "A fact", "", "mind", "It was one bus.", "", "70", "40", "30", "20", ""
    ).entry
    #expect(
      entry?.answers == [
        "situation": .text("The bus was late."), "emotions": .items(["sadness", "Hiraeth"]),
        "strength": .each([
          .init(of: "sadness", answers: ["before": .number(80)]),
          .init(of: "Hiraeth", answers: ["before": .number(60)]),
        ]),
        "thoughts": .items(["One thought", "Another, worse"]), "hot": .text("Another, worse"),
        "belief-before": .number(90), "evidence-against": .items(["A fact"]), "traps": .items(["mind-reading"]),
        "balanced": .text("It was one bus."), "belief": .number(70),
        "again": .each([
          .init(of: "sadness", answers: ["after": .number(40)]), .init(of: "Hiraeth", answers: ["after": .number(30)]),
        ]),
        "belief-after": .number(20),
      ])
    #expect(entry?.day == DemoSeed.today)
    #expect(entry?.part == .evening)
    #expect(entry?.revision == 1)
  }
}

extension Replies {
  /// Whether there is a reply that this question does not take.
  static func refused(by step: Step) -> Bool { !step.isFree && !step.isShown }
}
