import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// After anything but a plain no on self-harm: safety first, before the next question and before any total.
@Suite struct SafetyQuestionTests {
  let sitting: Sitting
  var session: Session { sitting.session }

  init() throws {
    sitting = try Sitting()
    sitting.type("yes", "1")
    try AddQuestionnaire(session: session).add(MeasureTests.files + "nine-known.json")
  }

  private let before = Array(repeating: "1", count: 8)

  private func fill(_ lines: [String]) -> (said: String, departure: Departure?) {
    sitting.answer(lines.map { .line($0) })
    var departure: Departure?
    let said = sitting.said {
      departure = sitting.leaving { () throws(Departure) in
        try MeasureDesk(session: session).fill(try MeasureList(session: session).named("nine"))
      }
    }
    return (unwrapped(said), departure)
  }

  private func places(_ text: String, _ parts: String...) -> Bool {
    let found = parts.map { text.range(of: $0)?.lowerBound }
    guard !found.contains(nil) else { return false }
    let sorted = found.compactMap { $0 }
    return sorted == sorted.sorted()
  }

  @Test func `A yes to being safe goes on, with the plan and the lines offered, and only then a total`() throws {
    let (said, departure) = fill(before + ["1", "1", "", "0", "1"])
    #expect(departure == nil)
    #expect(
      places(
        said, "I thought of not being here any more", "Are you safe for the next hour?", "2 My emergency plan",
        "How much did it get in your way?", "Saved.", "It counts by itself", "Total of the nine"))
    #expect(said.contains("That is for adults, and it is not a diagnosis."))
  }

  @Test func `No or unsure shows the lines at once, and the questions can stop there`() throws {
    let (said, departure) = fill(before + ["1", "2", "2"])
    #expect(departure == .paused)
    #expect(places(said, "Are you safe for the next hour?", "Handrail cannot call anyone", "What you answered is kept"))
    #expect(!said.contains("Total of the nine 9"))
    #expect(try sitting.store.drafts().first?.walk.answers[Path("44260-8")] == .text("a1"))
  }

  @Test func `A word that only leaves is no clear yes`() throws {
    let (said, departure) = fill(before + ["3", "back", "back"])
    #expect(departure == .paused && said.contains("Handrail cannot call anyone"))
  }

  @Test func `The plan is shown where there is one, and help where there is none`() throws {
    let (said, _) = fill(before + ["1", "1", "2", "", "0", "1"])
    #expect(said.contains("No emergency plan is written yet."))
  }

  @Test func `Interrupted before the answer to it, it is asked when the questions are taken up`() throws {
    session.isShell = true
    sitting.answer((before + ["2"]).map { .line($0) } + [.interrupted(draft: "")])
    _ = sitting.leaving { () throws(Departure) in
      try MeasureDesk(session: session).fill(try MeasureList(session: session).named("nine"))
    }
    session.lock()
    sitting.console.recording.secrets = [Sitting.passphrase]
    let (said, _) = fill(["1", "1", "", "0", "1"])
    #expect(places(said, "it is not finished", "Are you safe for the next hour?", "Total of the nine"))
  }

  @Test func `It is asked once for an entry, and a zero or a skip brings nothing`() throws {
    let twice = fill(before + ["1", "1", "", "back", "2", "0", "1"]).said
    #expect(twice.components(separatedBy: "Are you safe").count == 2)
    for reply in ["0", "skip"] {
      let said = fill(before + [reply, "0", "1"]).said
      #expect(!said.contains("Are you safe") && !said.contains("counts by itself"), "\(reply)")
      for word in ["good", "glad", "fine", "well"] {
        #expect(!said.lowercased().split(separator: " ").contains(Substring(word)), "\(reply): \(word)")
      }
    }
  }

  @Test func `In a script nothing is asked, and the lines are shown before the total`() throws {
    sitting.console.isInteractive = false
    let (said, departure) = fill(before + ["1", "0"])
    #expect(departure == nil)
    #expect(!said.contains("Are you safe"))
    #expect(places(said, "speaks of harm to yourself", "In danger now?", "It counts by itself", "Total of the nine 9"))
  }

  @Test func `Nothing further is offered after such an answer`() throws {
    let entry = try #require(
      { () throws -> Entry? in
        _ = fill(before + ["1", "1", "", "0", "1"])
        return try sitting.store.entries(EntryFilter(form: "nine-made-up-questions")).first
      }())
    #expect(AfterEntry.isHard(entry, form: try sitting.store.form(of: entry)))
    let again = unwrapped(
      try sitting.said {
        session.console.show(
          EntryText.blocks(for: entry, form: try sitting.store.form(of: entry), today: DemoSeed.today))
      })
    #expect(places(again, "It counts by itself", "Total of the nine"))
  }
}
