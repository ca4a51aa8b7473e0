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
    #expect(shown.contains("4 short questions about it?"))
    #expect(!shown.contains("How long does an urge last?"))
  }

  @Test func `Each answer gets a kind word and the reason, and nothing is kept`() {
    #expect(open("2", "2", "1", "3", "2") == nil)
    #expect(sitting.transcript.components(separatedBy: "Yes, that fits.").count - 1 == 3)
    #expect(shown.contains("The page says: watching it closely while you do not act on it"))
    #expect(shown.contains("Nobody can give you a number."))
    #expect(shown.contains("That was all of them."))
    #expect(!sitting.session.world.folder.hasVault)
  }

  @Test func `The quiz can be left in the middle`() {
    #expect(open("2", "2", "crisis", "back") == .paused)
    #expect(shown.contains("Handrail cannot call anyone"))
  }

  @Test func `Many pages are asked for by topic, and a slip leads back to the topics`() {
    sitting.type("fear", "something else", "urges", "riding", "", "")
    _ = sitting.leaving { () throws(Departure) in try Reading(session: sitting.session).choose() }
    #expect(shown.ranges(of: "What about?").count == 2)
    #expect(shown.contains("An urge is a pull, not an order."))
  }

  @Test func `Each page stands under one topic, in lists that fit a small window`() {
    let modules = content.modules()
    let groups = ReadingTopics(modules).groups
    #expect(groups.count <= 12)
    #expect(groups.flatMap(\.modules).map(\.id).sorted() == modules.map(\.id).sorted())
    for group in groups {
      #expect((1...12).contains(group.modules.count), "\(group.title)")
      #expect(group.title != "Something else", "\(group.modules.map(\.id))")
      // The number, two blanks, and room for the count.
      #expect(group.title.count <= 33, "\(group.title)")
    }
  }

  @Test func `A script reads without a quiz`() {
    sitting.console.isInteractive = false
    #expect(open() == nil)
    #expect(shown.contains("An urge is a pull, not an order."))
    #expect(sitting.console.recording.prompts == [])
  }
}
