import Forms
import Journal
import Testing

@testable import Exchange

@Suite struct ReportTextTests {
  private let last = Day(daysSince1970: 20_777)
  private let mood = Form(
    id: "mood", version: 1, title: "Mood", kind: .log, summary: "",
    questions: [Question("mood", .scale(low: 0, high: 10, lowWords: "", highWords: ""))])

  private func entry(_ form: Form, _ ago: Int, _ answers: [String: Answer]) throws -> Answered {
    let number = String(ago, radix: 10)
    let tail = String(repeating: "0", count: 16 - number.count) + number
    return Answered(
      entry: Entry(
        id: try #require(ULID("01KAFZ8YTR" + tail)), form: FormStamp(id: form.id, version: 1, wording: form.id),
        day: last.adding(days: -ago), recorded: Moment(milliseconds: 0, offset: 0, zone: "UTC"), answers: answers),
      form: form)
  }

  private func report(_ entries: [Answered], note: String? = nil, withheld: Set<ReadFirst.Subject> = []) -> Report {
    Report(entries, days: last.adding(days: -13)...last, note: note, withheld: withheld)
  }

  @Test func `A small week reads like this`() throws {
    let text = ReportText(
      report(
        [try entry(mood, 0, ["mood": .number(4)]), try entry(mood, 2, ["mood": .number(7)])],
        note: "Sleep\nZoë’s visit", withheld: [.selfHarmItem]), withheld: ["notes"],
      reading: "The programme says: Mondays."
    ).render()
    #expect(
      text == """
        Patient-reported, 2026-11-07 to 2026-11-20, not monitored, not verified.
        Nobody watches this as it is written. The programme says: Mondays.

        READ FIRST
          Self-harm question above zero     NOT SHARED
          Strong urges                      not asked
          Acted on an urge                  not asked
          Red day in the relapse plan       not asked
          More medicine than the label says not asked
          Emergency plan used               not asked

        NOTE FOR THE SESSION
          Sleep
          Zoe's visit

        NUMBERS (MEAN, RANGE, DAYS NOTED): LAST 7 DAYS | LAST 14 DAYS
          Mood (0-10)            5.5, 4-7, 2 of 7           5.5, 4-7, 2 of 14

        Days with an entry: 2 of 14. Not shared: notes.

        """)
  }

  @Test func `However much there is, it is 40 lines of 76 letters, and says how much is left out`() throws {
    let forms = (0..<60).map { number in
      Form(
        id: "skill-\(number)", version: 1, title: "A skill with a rather long name, number \(number) of them all",
        kind: .exercise, summary: "", questions: [])
    }
    let goal = Form(
      id: "goal", version: 1, title: "Goal", kind: .plan, summary: "", questions: [Question("goal", .text)])
    var entries = try forms.enumerated().map { try entry($1, $0 % 14 + $0 * 100, [:]) }
    for number in 0..<20 {
      entries.append(try entry(goal, 7_000 + number, ["goal": .text(String(repeating: "walk ", count: 30))]))
    }
    let note = String(repeating: "a long note ", count: 60)
    let text = ReportText(report(entries, note: note), withheld: Array(repeating: "something", count: 20)).render()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 40)
    #expect(lines.allSatisfy { $0.count <= 76 })
    #expect(text.contains("more lines)"))
    for heading in ["READ FIRST", "NOTE FOR THE SESSION", "GOALS", "PRACTISED"] { #expect(text.contains(heading)) }
  }

  @Test func `No state of a flag says that all is well`() {
    let day = Day(daysSince1970: 20_777)
    let words = [
      ReadFirst.State.reported([day]), .reported((0..<7).map { day.adding(days: $0) }), .noneReported, .notAsked,
      .notShared, .noFile(since: day), .noFile(since: nil),
    ].map { ReportText.words($0) }
    #expect(
      words == [
        "reported: 11-20", "reported: 11-22, 11-23, 11-24, 11-25, 11-26 (7 days)", "none reported", "not asked",
        "NOT SHARED", "NO FILE SINCE 2026-11-20", "NO FILE YET",
      ])
  }

  @Test func `The page loads nothing, runs nothing, and shows words as words`() throws {
    let entries = try (0..<9).map { try entry(mood, $0, ["mood": .number(Double($0))]) }
    let page = try ReportPage(report(entries, note: "<script>alert(1)</script>"), withheld: []).html()
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("<script") && page.contains("&lt;script&gt;"))
    #expect(page.ranges(of: "<svg").count == 1)
    #expect(!page.contains("http:") || !page.contains("src="))
  }
}
