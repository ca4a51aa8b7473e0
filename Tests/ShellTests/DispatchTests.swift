import Conversation
import Forms
import Terminal
import Testing

@testable import Shell

@Suite struct DispatchTests {
  let sitting: ShellSitting

  init() throws { sitting = try ShellSitting() }

  private func keptLines() throws -> [[String]] { try sitting.store.drafts().map(\.walk.lines) }

  @Test(arguments: [
    "crisis", "sos", "911", "988", "112", "999", "000", "emergency", "suicide", "help me", "crises", "CRISIS!", "crsis",
    "kill myself", "0",
  ])
  func `Words for danger open help at once`(line: String) throws {
    let (said, departure) = sitting.line(line)
    #expect(departure == nil)
    #expect(said.contains("In danger now?"))
    #expect(said.contains("Handrail cannot call anyone"))
    #expect(try keptLines() == [])
  }

  @Test(arguments: [
    "crisis please", "crisis now", "suicide help", "emergency plan", "sos sos", "crisis --wat", "911 please",
  ])
  func `A word for danger with more behind it opens help too, and is no mistake`(line: String) {
    let (said, departure) = sitting.line(line)
    #expect(departure == nil)
    #expect(said.contains("In danger now?"))
  }

  @Test(arguments: [
    "today was awful", "now i can't do anything", "help i can't cope", "i can't do this", "mood is bad today",
    "note to self about Sam", "plan is to stay in bed", "quit drinking is hard", "undo all of it please",
    "review of my whole life", "he said \"no\" to me", "learn to live with it", "thought about dying today",
    "edit my life please", "settings are all wrong today", "lock the door behind me",
  ])
  func `A sentence is kept as it was typed, and answered`(line: String) throws {
    let (said, departure) = sitting.line(line, then: "3")
    #expect(departure == nil)
    #expect(try keptLines() == [[line]])
    #expect(said.contains("I have kept that."))
    #expect(said.contains("In danger, or thinking of suicide? Type crisis."))
    #expect(said.contains("1  Help now"))
    #expect(try sitting.store.entries() == [])
  }

  @Test(arguments: [
    ("mod", "mood"), ("moood", "mood"), ("reveiw", "review"), ("hlep", "help"), ("practise", nil),
    ("pratice", "practice"),
    ("xyzzy", nil), ("hopeless", nil),
  ])
  func `An unknown word gets the nearest one`(line: String, meant: String?) {
    guard case .failed(let failure)? = sitting.line(line).departure else {
      #expect(Handrail.words.contains(line))
      return
    }
    #expect(failure.code == 64)
    #expect(failure.happened == "`\(line)` is not a word Handrail knows.")
    #expect(
      failure.next == (meant.map { "Did you mean `\($0)`?" } ?? "`help` shows the words; `note` writes something down.")
    )
  }

  @Test func `The numbers of the menu open what they name`() {
    #expect(sitting.line("1").said.contains("How is your mood right now?"))
    #expect(sitting.line("2").said.contains("Hard moment"))
    #expect(sitting.line("3").said.contains("Practise"))
    #expect(sitting.line("4").said.contains("My plans"))
    #expect(sitting.line("5").said.contains("Learn"))
    #expect(sitting.line("6").said.contains("Progress and share"))
    #expect(sitting.line("").said.contains("1  Check in (mood)"))
    for item in Home.items { #expect(Handrail.words.contains(item.line)) }
  }

  @Test func `A mood with a number and words takes one line`() throws {
    let (said, departure) = sitting.line("mood 6 slept badly, can't \"rest\"")
    #expect(departure == nil || departure == .endOfInput)
    #expect(said.contains("Saved."))
    let entry = try #require(try sitting.store.entries().first)
    #expect(entry.answers["mood"] == .number(6))
    #expect(entry.answers["note"] == .text("slept badly, can't rest"))
    #expect(try sitting.store.entries(.init(words: "badly")) == [entry])
  }

  @Test func `A slip in a short command is explained, with what shows how`() {
    for (line, word) in [
      ("mood awful", "mood"), ("mood 11", "mood"), ("delete", "delete"), ("review --day soon", "review"),
    ] {
      guard case .failed(let failure)? = sitting.line(line).departure else {
        Issue.record("\(line) was taken")
        continue
      }
      #expect(failure.code == 64)
      #expect(!failure.sentences.contains("!"))
      #expect(failure.next?.isEmpty == false, "\(word)")
    }
  }

  @Test func `Help begins with help, whatever it is about`() {
    for line in ["help", "help all", "help mood", "?"] {
      let (said, departure) = sitting.line(line)
      #expect(departure == nil)
      #expect(said.contains("In danger, or thinking of suicide?"), "\(line)")
    }
  }

  @Test func `Quit leaves, and capitals do not matter`() {
    for line in ["quit", "QUIT", "exit", "bye", "q"] { #expect(sitting.line(line).departure == .quit) }
    #expect(sitting.line("MENU").said.contains("1  Check in (mood)"))
  }
}
