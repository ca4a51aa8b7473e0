import Terminal
import Testing

@testable import Conversation

@Suite struct ChoosingTests {
  let sitting: Sitting
  let labels = ["Keep it", "Change an answer", "Call someone"]

  init() throws { sitting = try Sitting(journal: false) }

  private func choose(_ lines: String..., standard: Int? = nil) -> Result<Int, Departure> {
    sitting.answer(lines.map { .line($0) })
    do throws(Departure) {
      return .success(try sitting.session.choose(labels, standard: standard))
    } catch {
      return .failure(error)
    }
  }

  @Test func `A choice is its number, or the beginning of its label`() {
    #expect(choose("2") == .success(1))
    #expect(choose("keep") == .success(0))
    #expect(choose("CHANGE AN ANSWER.") == .success(1))
    #expect(choose("", standard: 2) == .success(2))
  }

  @Test(arguments: ["0", "4", "-1", "-9223372036854775808", "c", "what?", ""])
  func `What fits none is asked again, kindly`(line: String) {
    #expect(choose(line, "1") == .success(0))
    #expect(sitting.transcript.contains("A number from 1 to 3, please. `back` leaves."))
  }

  @Test func `There is always a way out`() {
    #expect(choose("back") == .failure(.paused))
    #expect(choose("menu") == .failure(.paused))
    #expect(choose("quit") == .failure(.quit))
    #expect(choose() == .failure(.endOfInput))
  }

  @Test func `Words for danger show help, and the choice is still there`() {
    for word in ["crisis", "911", "kill myself", "emergency"] { #expect(choose(word, "3") == .success(2)) }
    #expect(sitting.transcript.components(separatedBy: "Handrail cannot call anyone").count - 1 == 4)
  }

  @Test func `In a script a choice that fits none ends the run with 65`() {
    sitting.console.isInteractive = false
    guard case .failure(.failed(let failure)) = choose("what?", "1") else {
      Issue.record("it went on")
      return
    }
    #expect(failure.code == 65)
  }

  @Test func `Yes and no are asked until one is given`() throws {
    sitting.type("perhaps", "sos", "y", "", "", "2")
    #expect(try sitting.session.confirm("Go on?"))
    #expect(try sitting.session.confirm("Go on?", standard: true))
    #expect(try !sitting.session.confirm("Go on?", standard: false))
    #expect(try !sitting.session.confirm("Go on?"))
    #expect(sitting.transcript.contains("Handrail cannot call anyone"))
  }
}
