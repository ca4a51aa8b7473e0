import Conversation
import Terminal
import Testing

@testable import Shell

@Suite struct FamilyTests {
  /// What the family's shell says to these lines, each answered in turn, and the code it ends with.
  private func talk(_ sitting: ShellSitting, interactive: Bool = true, _ lines: [String]) -> (said: String, code: Int32)
  {
    let console = sitting.console
    let before = console.transcript.count
    console.isInteractive = interactive
    console.replies = lines.map { .line($0) }
    let code = Family.parsed().loop(in: sitting.session).run()
    return (String(console.transcript.dropFirst(before)), code)
  }

  @Test func `It says the same to every line, whether or not there is a journal`() throws {
    let (with, without) = (try ShellSitting(), try ShellSitting(journal: false))
    let lines =
      FamilyTests.otherWords.flatMap { [$0, "\($0) 6", "3"] }
      + [
        "", "1", "7", "2", "back", "3", "lapse", "4", "5", "1", "0", "1", "", "help", "crisis", "", "crisis 4", "menu",
        "learn", "back", "learn sleep", "", "define lapse", "he hid a diary from me", "3", "call", "now 2",
        "vault check", "\\back", "hide", "version",
      ]
    for interactive in [true, false] {
      let (a, b) = (talk(with, interactive: interactive, lines), talk(without, interactive: interactive, lines))
      #expect(a.said.utf8.elementsEqual(b.said.utf8))
      #expect(a.code == b.code)
      for word in ["Your journal", "your journal", "assphrase", "is locked"] {
        #expect(!a.said.contains(word), "\(word)")
      }
    }
  }

  /// Words of the participant's shell that are not words here.
  static let otherWords = Handrail.words.filter { !FamilyTable.words.contains($0) && $0 != "home" }

  @Test func `Words of the journal are unknown, all with the same kind answer`() throws {
    let sitting = try ShellSitting()
    #expect(Self.otherWords.contains("mood") && Self.otherWords.contains("vault") && Self.otherWords.contains("plan"))
    for word in ["mood", "review", "vault", "plan", "unlock", "share"] {
      let said = talk(sitting, [word]).said.unwrapped
      #expect(said.contains("That is not a word of this shell. `menu` shows what there is, `crisis` whom to call."))
    }
  }

  @Test func `A sentence is not kept, and is answered with help and something to read`() throws {
    let sitting = try ShellSitting()
    let before = try sitting.store.drafts().count
    for sentence in [
      "my son has not come home", "how do I talk with him", "call me crazy but I worry",
      "define what is wrong with her",
      "quit smoking he said", "print is too small here", "learn to live with it",
    ] {
      let said = talk(sitting, [sentence, "3"]).said.unwrapped
      #expect(said.contains("What you write here is not kept."), "\(sentence)")
      #expect(said.contains("1 Help now 2 Read 3 Menu"), "\(sentence)")
      #expect(!said.contains("not a word"), "\(sentence)")
    }
    #expect(try sitting.store.drafts().count == before)
    #expect(talk(sitting, ["she wants to kill herself", "1", ""]).said.contains("Call 112 or 999"))
  }

  @Test func `Both tracks are there, family first, and the words of a page open`() throws {
    let sitting = try ShellSitting(journal: false)
    let list = talk(sitting, interactive: false, ["learn --list"]).said
    #expect(list.contains("For family and friends"))
    #expect(list.contains("riding-an-urge") && list.contains("what-to-say"))
    #expect(talk(sitting, ["2", "back"]).said.unwrapped.contains("1 For family and friends"))
    #expect(talk(sitting, interactive: false, ["define craving"]).said.contains("A strong wish"))
  }

  @Test func `Help now names the line for fear at home, and every situation fits a small window`() throws {
    let sitting = try ShellSitting(journal: false)
    #expect(
      talk(sitting, ["crisis", ""]).said.unwrapped.contains(
        "Someone hurts, frightens or controls you? Call 1800 341 900 (Women's Aid)."))
    #expect(talk(sitting, ["call"]).said.unwrapped.contains("Women's Aid: call 1800 341 900"))
    for card in CrisisCard.all + [nil] as [CrisisCard?] {
      for situation in FamilySituation.allCases {
        let lines = Renderer(width: 40, plain: true).lines(situation.blocks(card))
        #expect(lines.count <= 18, "\(situation)")
      }
    }
  }

  @Test func `What a participant keeps readable in crisis is not shown to family`() throws {
    let sitting = try ShellSitting()
    try PlainFile.replace(sitting.folder + "/home/card", with: Array("Call Ines on the barge.".utf8), what: "it")
    #expect(sitting.line("crisis", then: "").said.contains("Ines"))
    for lines in [["crisis", ""], ["call"], ["now", ""], ["print", "1"]] {
      #expect(!talk(sitting, lines).said.contains("Ines"))
    }
  }

  @Test func `The list of lines and signs is shown, or written where the person says`() throws {
    let sitting = try ShellSitting(journal: false)
    let file = sitting.folder + "/list.txt"
    #expect(talk(sitting, ["print", "1"]).said.contains("cannot be woken"))
    #expect(talk(sitting, ["print", "2", file]).said.contains("The list is in"))
    guard case .success(let bytes) = PlainFile.read(file, limit: 1 << 16) else { return #expect(Bool(false)) }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("In danger now: 112 or 999") && text.contains("Women's Aid") && text.contains("says goodbye"))
    #expect(talk(sitting, ["print --out \(file)"]).said.contains("already a file of that name"))
  }

  @Test func `In the participant's shell a sentence about family is kept, and the bare word leaves for good`() throws {
    let sitting = try ShellSitting()
    #expect(sitting.line("family dinner was awful", then: "3").said.contains("I have kept that."))
    let (said, departure) = sitting.line("family", then: "quit")
    #expect(said.contains("Handrail, for family and friends"))
    #expect(departure == .quit)
    #expect(!sitting.session.isUnlocked)
  }

  @Test func `One line of it can be run by itself`() throws {
    let sitting = try ShellSitting(journal: false)
    let list = sitting.once("family", "learn", "--list")
    #expect(list.code == 0 && list.console.results.contains("what-to-say"))
    #expect(sitting.once("family", "mood").code == 64)
    #expect(sitting.once("family", "print").console.results.contains("cannot be woken"))
  }
}

extension Family {
  /// `handrail family`, as the command line gives it.
  static func parsed() -> Family { (try? Handrail.parseAsRoot(["family"])) as? Family ?? Family() }
}
