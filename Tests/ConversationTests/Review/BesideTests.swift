import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

@Suite struct BesideDeskTests {
  private func days() -> Beside.Days {
    var days = Beside.Days()
    for day in 0..<20 {
      days.sleep[day] = day < 9 ? 450 : 300
      days.mood[day] = day < 9 ? 5.44 : 4
    }
    return days
  }

  private func screen(_ beside: Beside, width: Int = 80, plain: Bool = false) -> String {
    let console = RecordingConsole()
    console.width = width
    console.isPlain = plain
    console.show(BesideDesk.blocks(beside))
    return console.transcript
  }

  @Test func `The whole screen at 80 columns`() {
    #expect(
      screen(Beside(days())) == """
        What goes with mood
        -------------------
        After nights of 7 hours or more, the next day's mood was 5.4 on average (9
        days); after shorter nights 4.0 (11 days). This does not say that one causes the
        other.

        Too few days so far to say: movement, practice and company. Each needs 8 days of
        either kind, and a mood after them.
        `mood` asks about sleep, movement and company. `practice` counts by itself.
        Days with use, or with something acted on, are left out here. So is medicine.

        """)
  }

  @Test func `At 40 columns and in plain every line fits, and the caution stands with each comparison`() {
    var all = days()
    for day in 0..<20 {
      all.movement[day] = day % 2 == 0
      all.company[day] = day % 2 == 1
    }
    all.practice = Set(0..<10)
    let said = screen(Beside(all), width: 40, plain: true)
    #expect(said.split(separator: "\n").allSatisfy { $0.count <= 40 })
    #expect(unwrapped(said).ranges(of: BesideDesk.caution).count == 4)
    #expect(!unwrapped(said).contains("Too few"))
    for words in [
      "nights of 7 hours or more", "days with movement", "days with a skill or an exercise", "days with company",
    ] {
      #expect(unwrapped(said).contains("After \(words), the next day's mood was"))
    }
  }

  @Test func `Use and medicine are set against no mood, whatever the journal holds of them`() throws {
    let sitting = try Sitting(interactive: false)
    let form = try EveryForm.named("mood")
    for ago in 0..<40 {
      let used = ago % 2 == 0
      try sitting.store.add(
        Entry(
          id: sitting.session.world.newID(), form: Wordings.stamp(of: form), day: DemoSeed.today.adding(days: -ago),
          recorded: sitting.session.world.clock.now(),
          answers: [
            "mood": .number(used ? 9 : 2), "more": .yesNo(true), "use": .text(used ? "some" : "none"),
            "medication": .text(used ? "missed" : "taken"), "sleep": .number(used ? 500 : 300),
            "company": .yesNo(used), "moved": .yesNo(used),
          ]), form: form)
    }
    try BesideDesk(session: sitting.session).show()
    try BesideDesk(session: sitting.session).write()
    // Every day with a long night, movement or company was one with use: nothing is learnt from them.
    #expect(!sitting.transcript.contains("the next day's mood was"))
    #expect(sitting.console.recording.raw.contains("\"beside\":[]"))
    let words = sitting.transcript.replacing(BesideDesk.leftOut, with: "").lowercased()
    for word in ["medic", "alcohol", "drug", "substance"] { #expect(!words.contains(word), "\(word)") }
  }
}
