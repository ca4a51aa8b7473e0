import Terminal
import Testing

@testable import Conversation

@Suite struct ReadingTests {
  let sitting: Sitting

  init() throws { sitting = try Sitting(journal: false) }

  private func open(_ lines: String...) -> Departure? {
    sitting.answer(lines.map { .line($0) })
    return sitting.leaving { () throws(Departure) in try Reading(session: sitting.session).open("riding-an-urge") }
  }

  private var shown: String { unwrapped(sitting.transcript) }

  @Test func `The quiz is offered, and Enter leaves it`() {
    #expect(open("") == nil)
    #expect(shown.contains("1 4 short questions about it, not graded"))
    #expect(!shown.contains("How long does an urge last?"))
  }

  @Test func `Each answer gets a kind word and the reason, and nothing is kept`() {
    #expect(open("1", "2", "1", "3", "2", "") == nil)
    #expect(sitting.transcript.components(separatedBy: "Yes, that fits.").count - 1 == 3)
    #expect(shown.contains("The page says: watching it closely while you do not act on it"))
    #expect(shown.contains("Nobody can give you a number."))
    #expect(shown.contains("That was all of them."))
    #expect(!sitting.session.world.folder.hasVault)
  }

  @Test func `The quiz can be left in the middle`() {
    #expect(open("1", "2", "crisis", "back") == .paused)
    #expect(shown.contains("Handrail cannot call anyone"))
  }

  @Test func `Many pages are asked for by topic, and a slip leads back to the topics`() {
    sitting.type("feelings", "something else", "urges", "riding", "", "")
    _ = sitting.leaving { () throws(Departure) in try Reading(session: sitting.session).choose() }
    #expect(shown.ranges(of: "Search for words").count == 2)
    #expect(shown.contains("An urge is a pull, not an order."))
  }

  @Test func `Each list of a participant's topics fits a small window`() {
    let groups = TopicGroup.shelves(content.modules(track: .participant))
    #expect(groups.count <= 10)
    for group in groups { #expect((1...12).contains(group.modules.count), "\(group.name)") }
  }

  @Test func `A script reads without a quiz`() {
    sitting.console.isInteractive = false
    #expect(open() == nil)
    #expect(shown.contains("An urge is a pull, not an order."))
    #expect(sitting.console.recording.prompts == [])
  }

  @Test func `Without a journal only what works is offered, and nothing is said of the rest`() {
    #expect(open("") == nil)
    for words in ["note", "session", "The exercise", "journal", "Your notes"] {
      #expect(!(shown.components(separatedBy: "not graded").last ?? "").contains(words), "\(words)")
    }
  }

  @Test func `Words that the glossary explains are named at the end`() {
    #expect(open("") == nil)
    #expect(shown.contains("Words on this page: "))
    #expect(shown.contains("says what one means."))
  }

  @Test func `An unreviewed page says so, with a line between, and a delicate one more`() throws {
    #expect(open("") == nil)
    #expect(sitting.transcript.contains("No clinician has reviewed this page yet.\n\n"))
    #expect(!shown.contains("something that can be dangerous"))
    sitting.type("")
    let said = try sitting.said { try Reading(session: sitting.session).open("overdose-safety") }
    #expect(said.contains("No clinician has reviewed this page yet.\n\nThis page is about something that can be"))
  }
}
