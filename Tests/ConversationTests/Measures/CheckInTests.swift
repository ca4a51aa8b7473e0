import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// The weekly check-in: beside the person's own past, with no total and no verdict.
@Suite struct CheckInTests {
  let sitting: Sitting
  var session: Session { sitting.session }

  init() throws { sitting = try Sitting() }

  private func week(_ number: Int64, _ value: String, but other: [Int: String] = [:]) -> String {
    sitting.clock.daysLater = number * 7
    let lines = (0..<12).map { other[$0] ?? value } + ["", "", "1"]
    sitting.answer(lines.map { .line($0) })
    let said = sitting.said {
      _ = sitting.leaving { () throws(Departure) in
        try MeasureDesk(session: session).fill(try MeasureList(session: session).named("weekly-check-in"))
      }
    }
    return unwrapped(said)
  }

  @Test func `The first time stands alone, and says so`() {
    let said = week(0, "5")
    #expect(said.contains("This is not a validated test"))
    #expect(said.contains("Worry 5 this time Anger 5 this time"))
    #expect(said.hasSuffix("This is the first time. Next time these numbers stand beside the new ones."))
  }

  @Test func `Later ones stand beside the ones before, the oldest first, and nothing is called better`() {
    _ = week(0, "6")
    let second = week(1, "5")
    #expect(second.contains("Worry 5 this time; 6 the time before"))
    #expect(second.hasSuffix("Two times are too few to see a pattern."))
    let third = week(2, "4", but: [1: ""])
    #expect(third.contains("Mood 4 this time; 6, 5 the times before"))
    #expect(!third.contains("Worry 4"))
    for number in 3...8 { _ = week(Int64(number), String(number)) }
    let last = week(9, "9")
    #expect(
      last.contains("Worry 9 this time; 4, 5, 6, 7, 8 the times before")
        || last.contains("Worry 9 this time; 3, 4, 5, 6, 7, 8"))
    for said in [second, third, last] {
      for word in ["better", "worse", "total", "score"] {
        #expect(!said.lowercased().replacing("has no total", with: "").contains(word), "\(word)")
      }
    }
  }

  @Test func `It comes up weekly once someone has begun with it, and a very hard week names help`() throws {
    let said = week(0, "0", but: [5: "9"])
    #expect(said.contains("That is a hard place to be."))
    sitting.clock.daysLater = 6
    #expect(try MeasureList(session: session).due() == [])
    sitting.clock.daysLater = 7
    #expect(try MeasureList(session: session).due() == ["Weekly check-in (`measure weekly-check-in`)"])
  }
}
