import Forms
import Testing

@testable import Journal

@Suite struct HelpsReportTests {
  private func tries(
    _ form: String, _ changes: [Double], rated: Rated = .distress, part: PartOfDay? = nil, feeling: String? = nil
  ) -> [RatedTry] {
    changes.enumerated().map { index, change in
      RatedTry(
        form: form, rated: rated, day: Day(daysSince1970: 20_000 + index), before: 60, after: 60 + change, part: part,
        feeling: feeling)
    }
  }

  @Test func `A skill with eight tries is told whole, one with seven only by their number`() {
    let report = HelpsReport(
      tries("stop", [-10, -20, 0, 5, -30, -10, -15, -20, -8, -12, -10]) + tries("soothe", [-9, -9, -9, -9, -9, -9, -9]))
    #expect(
      report.lines == [
        HelpsReport.Line(
          form: "stop", rated: .distress, moved: .init([-10, -20, 0, 5, -30, -10, -15, -20, -8, -12, -10]),
          meanBefore: 60, meanAfter: 60 - 130 / 11.0, mean: -130 / 11.0, median: -10,
          changes: [-10, -20, 0, 5, -30, -10, -15, -20, -8, -12, -10], interval: nil, groups: [])
      ])
    let moved = report.lines[0].moved
    #expect([moved.tries, moved.lower, moved.same, moved.higher] == [11, 9, 1, 1])
    #expect(report.tooFew == [HelpsReport.TooFew(form: "soothe", rated: .distress, tries: 7)])
  }

  @Test func `The largest drop stands first, and what one form rates twice is told twice`() {
    let eight = [Double](repeating: -5, count: 8)
    let report = HelpsReport(
      tries("b", eight) + tries("a", eight) + tries("c", eight.map { $0 * 2 }) + tries("a", [-1, -2], rated: .urge))
    #expect(report.lines.map(\.form) == ["c", "a", "b"])
    #expect(report.tooFew == [HelpsReport.TooFew(form: "a", rated: .urge, tries: 2)])
  }

  @Test func `In detail there is an interval, and groups of eight tries or more`() {
    let evening = tries("stop", [-4, -6, -4, -6, -4, -6, -4, 6], part: .evening, feeling: "fear")
    let morning = tries("stop", [-1, -1, -1, -1, -1, -1, -1], part: .morning, feeling: "fear")
    let line = HelpsReport(evening + morning, inDetail: true).lines[0]
    #expect(
      line.groups.map { "\($0.kind.rawValue) \($0.name) \($0.moved.lower) of \($0.moved.tries), \($0.mean)" } == [
        "part evening 7 of 8, -3.5", "feeling fear 14 of 15, \(-35 / 15.0)",
      ])
    #expect(line.interval.map { $0.contains(line.mean) } == true)
    #expect(HelpsReport([]) == HelpsReport([], inDetail: true))
  }

  @Test func `Pairs follow from codes or from the score of relief, never from what looks back at something acted on`() {
    func pairs(_ gate: Form.Gate?, _ codes: [String], _ relief: ([String], [String])? = nil) -> [String] {
      RatedPair.pairs(of: "f", gate: gate, coded: codes.map { ("q-\($0)", $0) }, relief: relief)
        .map { "\($0.rated): \($0.before), \($0.after)" }
    }
    let distress = ["distress-before", "distress-after"]
    let told = "distress: q-distress-before, q-distress-after"
    #expect(pairs(nil, distress) == [told])
    #expect(pairs(.body, distress) == [told])
    #expect(pairs(.safeNow, distress) == [])
    #expect(pairs(.agreed, distress) == [])
    #expect(pairs(nil, distress + ["urge-before", "urge-after"]) == [told, "urge: q-urge-before, q-urge-after"])
    #expect(pairs(nil, ["distress-before"]) == [])
    #expect(
      pairs(nil, [], (["strength.before"], ["again.after"])) == ["feelings: strength.before, again.after"])
    #expect(pairs(nil, [], (["before"], ["after"])) == [])
  }
}
