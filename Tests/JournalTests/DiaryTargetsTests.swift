import Forms
import JSON
import Testing

@testable import Journal

@Suite struct DiaryTargetsTests {
  private let monday = Day(daysSince1970: 20_773)
  private var sunday: Day { monday.adding(days: 6) }

  private func read(_ bytes: [UInt8]) throws -> JSON { try JSON(reading: bytes, limits: JSONLimits(bytes: 1 << 16)) }

  private func names(_ targets: DiaryTargets, _ kind: DiaryTargets.Kind, on day: Day) -> [String] {
    targets.watched(kind, on: day).map { $0.name(on: day) }
  }

  @Test func `A renamed target keeps its old name for the days before`() {
    var targets = DiaryTargets()
    targets.add(.urge, named: "to drink", on: monday)
    targets.rename("t1", to: "to drink alone", on: sunday)
    #expect(names(targets, .urge, on: monday) == ["to drink"])
    #expect(names(targets, .urge, on: sunday.adding(days: -1)) == ["to drink"])
    #expect(names(targets, .urge, on: sunday) == ["to drink alone"])
    #expect(names(targets, .urge, on: monday.adding(days: -1)) == [])
  }

  @Test func `The second name of a day takes the place of the first`() {
    var targets = DiaryTargets()
    targets.add(.behaviour, named: "Skiped a meal", on: monday)
    targets.rename("t1", to: "Skipped a meal", on: monday)
    #expect(targets.all.first?.names.map(\.name) == ["Skipped a meal"])
    #expect(targets.all.first?.added == monday)
  }

  @Test func `A retired target leaves from that day, and stays on the days before`() {
    var targets = DiaryTargets.usual(from: monday)
    targets.retire("shame", on: sunday)
    #expect(names(targets, .emotion, on: monday) == ["Sad", "Afraid or anxious", "Angry", "Ashamed", "Glad"])
    #expect(names(targets, .emotion, on: sunday) == ["Sad", "Afraid or anxious", "Angry", "Glad"])
    #expect(targets.all.count == 5)
  }

  @Test func `Ids are never used again, and unknown ones change nothing`() {
    var targets = DiaryTargets()
    targets.add(.urge, named: "to run", on: monday)
    targets.retire("t1", on: monday)
    targets.add(.urge, named: "to hide", on: monday)
    #expect(targets.all.map(\.id) == ["t1", "t2"])
    let before = targets
    targets.rename("t9", to: "nothing", on: sunday)
    targets.retire("t9", on: sunday)
    #expect(targets == before)
  }

  @Test func `What is written as JSON reads back the same`() throws {
    var targets = DiaryTargets.usual(from: monday)
    targets.add(.urge, named: "to call \u{1F4DE} \"him\"\nagain", on: monday)
    targets.rename("t6", to: "to call", on: sunday)
    targets.retire("joy", on: sunday)
    let bytes = try targets.json.canonical()
    #expect(try DiaryTargets(read(bytes)) == targets)
    #expect(try DiaryTargets(read(DiaryTargets().json.canonical())) == DiaryTargets())
  }

  @Test(arguments: [
    "{}", "[1]", #"[{"id":"t1","kind":"urge"}]"#, #"[{"id":"t1","kind":"urge","names":[]}]"#,
    #"[{"id":"t1","kind":"mood","names":[{"from":"2026-11-16","name":"x"}]}]"#,
    #"[{"id":"t1","kind":"urge","names":[{"from":"soon","name":"x"}]}]"#,
  ])
  func `Anything else is not read`(text: String) throws {
    #expect(try DiaryTargets(read(Array(text.utf8))) == nil)
  }
}
