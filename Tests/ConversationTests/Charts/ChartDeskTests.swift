import Charts
import Forms
import Foundation
import JSON
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

@Suite struct ChartDeskTests {
  let sitting: Sitting
  var session: Session { sitting.session }

  init() throws {
    sitting = try Sitting()
    session.isShell = true
    sitting.console.isPlain = true
    // A Friday; numbers on 8 of its last 10 days.
    for ago in [0, 1, 2, 3, 5, 6, 8, 9] {
      try mood(Double(4 + ago % 3), ago: ago, ["sleep": .number(Double(360 + ago * 30)), "use": .text("none")])
    }
    try mood(8, ago: 0)
  }

  private func mood(_ value: Double, ago: Int, _ more: [String: Answer] = [:]) throws {
    let form = try FormDesk(session: session).form("mood")
    var answers = more
    answers["mood"] = .number(value)
    answers["more"] = .yesNo(!more.isEmpty)
    let now = session.world.clock.now()
    let entry = Entry(
      id: session.world.newID(), form: Wordings.stamp(of: form), day: DemoSeed.today.adding(days: -ago), part: now.part,
      recorded: now, answers: answers)
    try sitting.store.add(entry, form: form)
  }

  private func chart(_ request: ChartRequest) throws -> String {
    try sitting.said {
      if let left = sitting.leaving({ () throws(Departure) in try ChartDesk(session: session).run(request) }) {
        throw left
      }
    }
  }

  private func failure(_ request: ChartRequest) -> Failure? {
    guard
      case .failed(let failure)? = sitting.leaving({ () throws(Departure) in
        try ChartDesk(session: session).run(request)
      })
    else { return nil }
    return failure
  }

  @Test func `In plain mode the sentence and a table stand alone`() throws {
    #expect(
      try chart(ChartRequest(what: ["mood"], span: .week))
        == """
        Mood, 14 Nov to 20 Nov 2026
        ---------------------------
        Mood, 6 of 7 days: between 4 and 6, most often 4 to 6. Where a day has several
        numbers, their mean counts.

        Day: 2026-11-14; Mood: 4
        Day: 2026-11-15; Mood: 6
        Day: 2026-11-17; Mood: 4
        Day: 2026-11-18; Mood: 6
        Day: 2026-11-19; Mood: 5
        Day: 2026-11-20; Mood: 6

        """.replacing("---------------------------\n", with: ""))
  }

  @Test func `On a screen the drawing comes first, and its sentence below`() throws {
    sitting.console.isPlain = false
    let said = try chart(ChartRequest(what: ["mood"], span: .week))
    let lines = said.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[2] == "0 very low to 10 very good")
    #expect(lines[3] == "10 ┤")
    #expect(lines[14] == "   └┬───────┬───────┬───────┬───────┬───────┬───────┬")
    #expect(lines[15] == "    Sat     Sun     Mon     Tue     Wed     Thu   Fri")
    #expect(lines[17].hasPrefix("Mood, 6 of 7 days"))
  }

  @Test func `Without a name the program shows what was kept most, mood first, and never use or medication`() throws {
    let said = try chart(ChartRequest())
    #expect(said.hasPrefix("Mood and Sleep, 22 Oct to 20 Nov 2026\n"))
    #expect(said.contains("Mood, 8 of 30 days"))
    #expect(said.contains("Sleep, 8 of 30 days: between 6 and 10.5 hours"))
    #expect(!said.contains("Use"))
    #expect(try chart(ChartRequest(shape: .calendar)).hasPrefix("Mood, 29 Aug to 20 Nov 2026\n"))
  }

  @Test func `Use is shown when it is asked for by name, alone`() throws {
    #expect(try chart(ChartRequest(what: ["use"])).contains("Use, 8 of 30 days have an answer: none on 8, some on 0."))
    #expect(try chart(ChartRequest(what: ["alcohol"])).contains("Use, 8 of 30"))
    for request in [
      ChartRequest(what: ["use"], together: "mood"), ChartRequest(what: ["mood"], together: "use"),
      ChartRequest(what: ["mood", "use"]), ChartRequest(together: "use"),
      ChartRequest(what: ["use", "sleep"], output: .json), ChartRequest(what: ["mood", "use"], shape: .calendar),
    ] {
      #expect(
        failure(request)
          == Failure(
            "Handrail shows Use by itself only. Beside something else it can look like a cause, and that can mislead.",
            safe: "Nothing was changed.", next: "`chart use` shows it alone.", code: 64))
    }
  }

  @Test func `Two variables stand below each other, with how many days have both, and no claim`() throws {
    let said = unwrapped(try chart(ChartRequest(what: ["mood"], together: "sleep")))
    #expect(
      said.contains("8 of 30 days have both. Two lines that move alike do not show that one makes the other."))
    #expect(said.contains("Day: 2026-11-20; Mood: 6; Sleep: 6"))
    #expect(try unwrapped(chart(ChartRequest(what: ["mood", "sleep"]))) == said)
  }

  @Test func `A name that is not there brings the nearest, and all there is`() {
    #expect(
      failure(ChartRequest(what: ["sleap"]))
        == Failure(
          "There is no number under the name sleap.", next: "Did you mean `sleep`? There is: mood, sleep, use.",
          code: 66))
    #expect(failure(ChartRequest(what: ["mood"], together: "\u{1B}[2J"))?.code == 66)
  }

  @Test func `Bars say how many numbers stand behind each`() throws {
    let said = unwrapped(try chart(ChartRequest(what: ["mood"], shape: .weekday)))
    #expect(said.contains("Day of the week: Friday; Mood, mean: 6; Days: 1"))
    #expect(said.contains("Mood by day of the week, 8 numbers: too few to see a pattern."))
    let parts = unwrapped(try chart(ChartRequest(what: ["sleep"], shape: .part)))
    #expect(parts.contains("Sleep by part of the day: all 8 numbers belong to one, Evening."))
    #expect(failure(ChartRequest(what: ["use"], shape: .part))?.code == 64)
  }

  @Test func `JSON and CSV hold the exact numbers`() throws {
    let text = try chart(ChartRequest(what: ["mood"], span: .week, output: .json))
    let json = try JSON(reading: Array(text.utf8), limits: JSONLimits(bytes: 1 << 20))
    #expect(json["from"] == "2026-11-14" && json["to"] == "2026-11-20")
    let series = try #require(json["series"]?.array?.first)
    #expect(series["id"] == "mood" && series["low"] == 0 && series["high"] == 10 && series["by"] == "day")
    #expect(series["values"]?.array?.last == ["at": "2026-11-20", "value": 6, "count": 2])
    #expect(
      try chart(ChartRequest(what: ["sleep"], span: .week, output: .csv))
        == "name,unit,by,at,value,count\r\n"
        + [("14", "9", 1), ("15", "8.5", 1), ("17", "7.5", 1), ("18", "7", 1), ("19", "6.5", 1), ("20", "6", 1)]
        .map { "Sleep,hours,day,2026-11-\($0),\($1),\($2)\r\n" }.joined())
  }

  @Test func `A picture is written for one's user name alone, and replaces nothing without a yes`() throws {
    let path = sitting.folder.path + "/mood.svg"
    let said = unwrapped(try chart(ChartRequest(what: ["mood"], svg: path)))
    #expect(said.contains("The picture is in \(path). On this computer only your user name can open it."))
    #expect(said.contains("It lies outside your journal, and is not encrypted"))
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    let svg = try String(contentsOfFile: path, encoding: .utf8)
    #expect(svg.hasPrefix("<svg ") && svg.contains("<desc>Mood, 8 of 30 days"))

    _ = sitting.folder.write("mood.svg", "mine")
    sitting.type("no")
    #expect(try chart(ChartRequest(what: ["mood"], svg: path)).contains("No file was made."))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    sitting.type("yes")
    _ = try chart(ChartRequest(what: ["mood"], svg: path))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == svg)
    sitting.console.isInteractive = false
    #expect(failure(ChartRequest(what: ["mood"], svg: path))?.code == 73)
    #expect(failure(ChartRequest(what: ["mood"], svg: "/proc/nowhere/x.svg"))?.code == 73)
    sitting.console.isInteractive = true
    #expect(try chart(ChartRequest(what: ["mood"], svg: sitting.folder.path)).contains("/chart.svg"))
  }

  @Test func `A stretch without a number says so, and where to look; an empty journal too`() throws {
    let empty = try Sitting()
    let said = empty.said {
      _ = empty.leaving { () throws(Departure) in try ChartDesk(session: empty.session).run(ChartRequest()) }
    }
    #expect(said == "There is no number in your journal yet. `mood 6` keeps the first one.\n")
    let asked = empty.leaving { () throws(Departure) in
      try ChartDesk(session: empty.session).run(ChartRequest(what: ["mood"]))
    }
    #expect(asked == .failed(VariableShelf.nothing))
    sitting.clock.daysLater = 90
    let late = unwrapped(try chart(ChartRequest(what: ["mood"])))
    #expect(late.contains("Mood: nothing was noted in these 30 days. `--over all` looks at the whole time."))
    #expect(unwrapped(try chart(ChartRequest())).contains("Mood: nothing was noted"))
    #expect(unwrapped(try chart(ChartRequest(what: ["mood"], span: .all))).contains("Mood, 8 of 100 days"))
  }
}
