import Commands
import Conversation
import Terminal
import Testing

@testable import Shell

@Suite struct ChartCommandTests {
  let sitting: ShellSitting

  init() throws {
    sitting = try ShellSitting()
    for (day, mood) in [("today", 6), ("yesterday", 5), ("2026-11-17", 4), ("2026-11-16", 7), ("2026-11-15", 6)] {
      _ = sitting.line("mood \(mood) --day \(day)")
    }
  }

  @Test func `The word at the menu and the one of review are the same command`() {
    for line in ["mood", "mood --over week", "mood --by weekday", "mood --csv", "mood --json", "nothing"] {
      let (menu, review) = (sitting.line("chart \(line)"), sitting.line("review chart \(line)"))
      #expect(menu.said == review.said && menu.departure == review.departure, "\(line)")
    }
    #expect(sitting.line("calendar").said == sitting.line("review calendar").said)
    #expect(sitting.line("calendar").said.contains("Mood, 5 of 84 days: between 4 and 7, most often 5 to 6."))
  }

  @Test func `A chart says what it shows, and the numbers go out as they are`() {
    let said = sitting.line("chart mood --over week").said
    #expect(said.unwrapped.contains("Mood, 5 of 7 days: between 4 and 7, most often 5 to 6."))
    #expect(sitting.line("chart mood --over week --csv").said.hasSuffix("Mood,,day,2026-11-20,6,1\r\n"))
  }

  @Test func `Slips are explained`() {
    for line in [
      "chart mood --over decade", "chart mood --by colour", "chart mood --json --csv",
      "chart mood --by part --together sleep",
    ] {
      guard case .failed(let failure)? = sitting.line(line).departure else {
        Issue.record("\(line) was taken")
        continue
      }
      #expect(failure.code == 64, "\(line)")
    }
    guard case .failed(let failure)? = sitting.line("chart moood").departure else {
      Issue.record("it was taken")
      return
    }
    #expect(failure.sentences == "There is no number under the name moood. Did you mean `mood`? There is: mood.")
  }

  @Test func `From another shell charts work as well, and an empty journal is no error`() throws {
    #expect(sitting.once("chart", "mood", "--plain").code == 0)
    #expect(sitting.once("review", "chart", "--json").console.raw.hasPrefix(#"{"from":"#))
    #expect(sitting.once("calendar", "nothing").code == 66)
    let empty = try ShellSitting()
    let (code, console) = empty.once("chart")
    #expect(code == 0)
    #expect(console.results == "There is no number in your journal yet. `mood 6` keeps the first one.\n")
    #expect(empty.once("chart", "--json").console.raw.contains(#""series":[]"#))
    #expect(empty.once("chart", "--csv").console.raw == "name,unit,by,at,value,count\r\n")
  }

  @Test func `Progress offers what there is, and each number opens it`() {
    let open = Progress.open
    #expect(open.map(\.line).contains("chart") && open.map(\.line).contains("review"))
    #expect(sitting.line("6").said.contains("1  \(open[0].label) (\(open[0].line))"))
    for (index, item) in open.enumerated() {
      let words = CommandWords.split(item.line)
      #expect(Handrail.words.contains(words[0]))
      #expect(sitting.line("progress", then: "\(index + 1)").departure.map { "\($0)".contains("not a word") } != true)
    }
    let charts = open.firstIndex { $0.line == "chart" }.map { "\($0 + 1)" } ?? ""
    #expect(sitting.line("progress", then: charts).said.unwrapped.contains("Mood, 5 of 30 days"))
    #expect(sitting.line("progress", then: "").departure == nil)
    #expect(sitting.once("progress").console.results.contains("Charts (chart)"))
  }

  @Test func `A line of progress whose command is not there is not shown`() {
    #expect(Handrail.knows("review chart") && Handrail.knows("history") && Handrail.knows("chart"))
    #expect(!Handrail.knows("review nonsense") && !Handrail.knows("nonsense"))
  }
}
