import Terminal
import Testing

@testable import Conversation

@Suite struct HardMomentTests {
  let sitting: Sitting

  init() throws { sitting = try Sitting(content: "/nonexistent", journal: false) }

  private func now(_ lines: String...) -> Departure? {
    sitting.answer(lines.map { .line($0) })
    return sitting.leaving { () throws(Departure) in try HardMoment(session: sitting.session).run() }
  }

  private var shown: String { unwrapped(sitting.transcript) }
  private let help = "Handrail cannot call anyone"

  @Test func `Unsafe shows help at once`() {
    #expect(now("1", "") == nil)
    #expect(shown.contains(help))
    #expect(sitting.console.recording.prompts.count == 2)
  }

  @Test(arguments: [("2", HardMoment.Need.urge), ("3", .overwhelmed), ("4", .numb)])
  func `One step is shown at a time, and any may be the last`(key: String, need: HardMoment.Need) {
    sitting.console.recording.waitEnds = [.key]
    let steps = HardMoment.steps(for: need)
    #expect(now(key, "1") == nil)
    #expect(shown.contains(steps[0]))
    #expect(!shown.contains(steps[1]))
    #expect(shown.contains("All right. `now` is here whenever you want it."))
  }

  @Test(arguments: [("2", HardMoment.Need.urge), ("3", .overwhelmed), ("4", .numb)])
  func `All steps can be had, and help at each of them`(key: String, need: HardMoment.Need) {
    sitting.console.recording.waitEnds = [.key]
    #expect(now(key, "2", "2", "2", "") == nil)
    for step in HardMoment.steps(for: need) { #expect(shown.contains(step)) }
    #expect(shown.contains(help))
    #expect(now(key, "3", "") == nil)
  }

  @Test func `Too much at once begins with breath, which any key ends`() {
    sitting.console.recording.waitEnds = [.elapsed, .key]
    #expect(now("3", "1") == nil)
    #expect(sitting.console.recording.progress.count == 2)
    #expect(shown.contains("Let your breath find its own pace again."))
  }
}

@Suite struct BreathingTests {
  let sitting: Sitting

  init() throws { sitting = try Sitting(journal: false) }

  private func breathe(_ ends: [WaitEnd] = [], seconds: Int = 20) -> (Departure?, [String]) {
    sitting.console.recording.waitEnds = ends
    let left = sitting.leaving { () throws(Departure) in
      try Breathing(session: sitting.session).lead(seconds: seconds)
    }
    return (left, sitting.console.recording.progress)
  }

  @Test func `It goes in and out in turn, with never a hold`() {
    let round = Array(repeating: "In, 4 seconds", count: 4) + Array(repeating: "Out, 6 seconds", count: 6)
    sitting.console.isPlain = true
    let (left, progress) = breathe()
    #expect(left == nil)
    #expect(progress == round + round)
    #expect(!sitting.transcript.lowercased().contains("hold"))
  }

  @Test func `Where the terminal can, a line grows and shrinks`() {
    let bars = breathe(seconds: 10).1.map { $0.filter { $0 == "=" }.count }
    #expect(bars == [3, 6, 9, 12, 18, 15, 12, 9, 6, 3])
  }

  @Test(arguments: [WaitEnd.key, .interrupted]) func `Any key ends it`(end: WaitEnd) {
    let (left, progress) = breathe([.elapsed, .elapsed, end])
    #expect(left == nil)
    #expect(progress.count == 3)
    #expect(sitting.transcript.contains("Let your breath find its own pace again."))
  }

  @Test func `A closed window ends the program too`() {
    #expect(breathe([.hangUp]).0 == .hungUp)
  }

  @Test func `Nobody breathes along a pipe`() {
    sitting.console.isInteractive = false
    #expect(breathe().1 == [])
  }
}
