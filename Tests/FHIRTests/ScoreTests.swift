import Forms
import Testing

@testable import FHIR

/// Sums, what is known about them, and what is left alone.
@Suite struct ScoreTests {
  private func answers(_ ids: [String], _ code: String) -> [String: Answer] {
    Dictionary(uniqueKeysWithValues: ids.map { ($0, .text(code)) })
  }
  private static let nine = [
    "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8",
  ]
  private func sum(_ form: Form, _ answers: [String: Answer]) -> MeasureReading.Sum? {
    MeasureReading(form, answers).sums.first
  }

  @Test func `The nine questions that count are known by their codes, and a tenth does not count`() throws {
    let found = try Fixture.read("nine-known.json")
    #expect(found.form.scores == [Score(id: "44261-6", label: "Total of the nine", sum: Self.nine)])
    #expect(found.form.question("44261-6")?.hidden == true)
    #expect(found.knownSelfHarm == ["44260-8"])
    let all = sum(found.form, answers(Self.nine, "a2").merging(["69722-7": .text("a3")]) { $1 })
    #expect(all?.value == 18 && all?.reach == 0...27 && all?.answered == 9 && all?.asked == 9)
    #expect(all?.instrument?.name == "PHQ-9")
    #expect(all?.instrument?.band(18)?.band.words == "moderately severe" && all?.instrument?.band(18)?.upTo == 19)
  }

  @Test func `With an answer missing there is no total, and nothing is put in its place`() throws {
    let form = try Fixture.read("nine-known.json").form
    let eight = sum(form, answers(Array(Self.nine.dropLast()), "a3"))
    #expect(eight?.value == nil && eight?.answered == 8 && eight?.asked == 9)
    #expect(form.scored(answers(Array(Self.nine.dropLast()), "a3")) == [])
    #expect(form.scored(answers(Self.nine, "a1")).map(\.value) == [9])
  }

  @Test func `Another highest score than the known one gets a sum and no range`() throws {
    let form = try Fixture.read("nine-other-range.json").form
    let found = sum(form, answers((1...9).map { "q\($0)" }, "a4"))
    #expect(found?.value == 36 && found?.reach == 0...36 && found?.instrument == nil)
    #expect(Instrument.named(in: form)?.name == "PHQ-9")
  }

  static let bands: [(String, Double, String)] = [
    ("PHQ-9", 0, "0 to 4 minimal"), ("PHQ-9", 4, "0 to 4 minimal"), ("PHQ-9", 5, "5 to 9 mild"),
    ("PHQ-9", 10, "10 to 14 moderate"), ("PHQ-9", 15, "15 to 19 moderately severe"), ("PHQ-9", 20, "20 to 27 severe"),
    ("PHQ-9", 27, "20 to 27 severe"), ("GAD-7", 4, "0 to 4 minimal"), ("GAD-7", 5, "5 to 9 mild"),
    ("GAD-7", 10, "10 to 14 moderate"), ("GAD-7", 15, "15 to 21 severe"),
  ]

  @Test(arguments: bands)
  func `The ranges are those that are published`(name: String, score: Double, words: String) throws {
    let instrument = try #require(Instrument.all.first { $0.name == name })
    let (band, upTo) = try #require(instrument.band(score))
    #expect("\(band.from) to \(upTo) \(band.words)" == words)
  }

  @Test func `Each well-known questionnaire is recognised by its code and its range alone`() throws {
    #expect(try Instrument.named(in: Fixture.read("seven-known.json").form)?.questions(in: Fixture.read("seven-known.json").form)?.count == 7)
    let twenty = try Fixture.read("twenty.json").form
    let pcl = sum(twenty, answers((1...20).map { "i\($0)" }, "a2"))
    #expect(pcl?.value == 40 && pcl?.reach == 0...80 && pcl?.instrument?.bands == [])
    #expect(pcl?.instrument?.lines.first?.words.contains("31 to 33") == true)
    let five = try Fixture.read("five-well.json").form
    let well = sum(five, answers((1...5).map { String($0) }, "w3"))
    #expect(well?.value == 60 && well?.reach == 0...100 && well?.instrument?.isHigherBetter == true)
    #expect(Instrument.all.filter(\.isHigherBetter).map(\.name) == ["WHO-5"])
  }

  @Test func `Questions that "never" leaves out count nothing, and are not missing`() throws {
    let form = try Fixture.read("three-drinks.json").form
    let never = sum(form, ["68518-0": .text("a0")])
    #expect(never?.value == 0 && never?.instrument?.name == "AUDIT-C" && never?.reach == 0...12)
    let some = sum(form, ["68518-0": .text("a2"), "68519-8": .text("a1")])
    #expect(some?.value == nil && some?.answered == 2 && some?.asked == 3)
    #expect(Instrument.all.last?.lines.first?.words.contains("4 on for men, and from 3 on for women") == true)
  }

  @Test func `Questions about suicide alone are never added up`() throws {
    let found = try Fixture.read("never-added.json")
    #expect(found.form.scores == [] && found.knownSelfHarm == ["1", "2"])
  }

  @Test func `A formula that plainly adds up is taken, by variables as the National Library of Medicine writes them`() throws {
    let form = try Fixture.read("sum-variables.json").form
    #expect(form.scores == [Score(id: "total", label: "Rows together", sum: ["p", "q"])])
    #expect(sum(form, ["p": .text("a3"), "q": .text("a2"), "x": .text("a3")])?.value == 5)
    #expect(form.source?.uncalculated == [])
  }

  @Test func `Formulas by paths are taken where they are exact, and named where they are not`() throws {
    let form = try Fixture.read("sum-paths.json").form
    #expect(
      form.scores == [
        Score(id: "s1", label: "By or", sum: ["g-1", "g-2"]), Score(id: "s2", label: "By plus", sum: ["g-1", "g-3"]),
      ])
    #expect(form.source?.uncalculated == ["A mean", "Wrong place"])
  }

  private static let address = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
  static let formulas: [(String, Bool)] = [
    ("%a+%b", true), ("( %a + %b )", true), ("%a + %b + %a", false), ("%a", true), ("%a - %b", false),
    ("%a + %b * 2", false), ("%a + 1", false), ("%a + %c", false), ("iif(%a.exists(), %a, 1)", false),
    ("iif(%a > 0, %a, 0)", false), ("%resource.item.where(linkId='p').answer.value.ordinal()", true),
    ("%resource.item.where(linkId='p').answer.value", false), ("item.where(linkId='p').answer.weight().sum()", true),
    ("%resource.item.where(linkId='p' or linkId='q').answer.value.ordinal()", false),
    ("%resource.item.where(linkId='p' or linkId='q').answer.value.ordinal().sum()", true),
    ("%resource.item.where(linkId='p' and linkId='q').answer.value.ordinal().sum()", false),
    ("%resource.item.answer.value.ordinal().sum()", false), ("sum(%a, %b)", false), ("%a + %b)", false), ("'", false),
    ("", false), ("%loop", false), ("%resource.item.where(linkId='none').answer.value.ordinal()", false),
    ("%resource.item.where(linkId='p').answer.value.extension('\(address)').value", true),
    ("%resource.item.where(linkId='p').answer.value.extension('https://example.org/other').value", false),
    ("%a + %resource.item.where(linkId='p').answer.value.ordinal()", false),
  ]

  @Test(arguments: formulas)
  func `Only what is plainly a sum is understood`(formula: String, isSum: Bool) throws {
    let row = #""answerOption":[{"valueCoding":{"code":"x"},"extension":[{"url":"\#(Self.address)","valueDecimal":1}]}]"#
    func variable(_ name: String, _ text: String) -> String {
      #"{"url":"http://hl7.org/fhir/StructureDefinition/variable","valueExpression":{"name":"\#(name)","language":"text/fhirpath","expression":"\#(text)"}}"#
    }
    let all = [
      variable("a", "%resource.item.where(linkId='p').answer.value.ordinal()"),
      variable("b", "%resource.item.where(linkId='q').answer.value.ordinal()"), variable("loop", "%loop"),
    ].joined(separator: ",")
    let bytes = Fixture.around(
      #"""
      {"linkId":"p","type":"choice","text":"P?",\#(row)},{"linkId":"q","type":"choice","text":"Q?",\#(row)},
      {"linkId":"t","type":"decimal","text":"T","extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"\#(formula)"}}]}
      """#, #""extension":[\#(all)],"#)
    let form = try Questionnaire.read(bytes).form
    #expect(form.scores.isEmpty != isSum)
    #expect(form.source?.uncalculated == (isSum ? [] : ["T"]))
  }

  @Test func `A change is named by the strongest thing known about it`() throws {
    let pcl = try #require(Instrument.all.first { $0.name == "PCL-5" })
    #expect(MeasureChange(from: 40, to: 25, in: pcl).known?.words == "is likely more than chance")
    #expect(MeasureChange(from: 40, to: 30, in: pcl).known?.words == "is possibly more than chance")
    let small = MeasureChange(from: 40, to: 31, in: pcl)
    #expect(small.known == nil && small.least?.points == 10 && small.points == -9)
    #expect(MeasureChange(from: 4, to: 8, in: nil).known == nil)
    for instrument in Instrument.all {
      #expect(instrument.changes.map(\.points) == instrument.changes.map(\.points).sorted(by: >))
      for change in instrument.changes { #expect(!change.source.isEmpty) }
    }
  }

  @Test func `Anything but a plain no on self-harm is above zero`() {
    let weighted = Question(
      "q", .choice(Choices([.init("a", "Not at all", weight: 0), .init("b", "Some days", weight: 1)])))
    #expect(!weighted.isAboveZero(.text("a")) && weighted.isAboveZero(.text("b")))
    let bare = Question("q", .choice(Choices([.init("LA32-8", "No"), .init("LA33-6", "Yes"), .init("u", "Unsure")])))
    #expect(!bare.isAboveZero(.text("LA32-8")) && bare.isAboveZero(.text("LA33-6")) && bare.isAboveZero(.text("u")))
    let turned = Question(
      "q", .choice(Choices([.init("a", "Never", weight: 3), .init("b", "Always", weight: 1)])))
    #expect(!turned.isAboveZero(.text("a")) && turned.isAboveZero(.text("b")))
    let scale = Question("q", .scale(low: 1, high: 5, lowWords: "", highWords: ""))
    #expect(!scale.isAboveZero(.number(1)) && scale.isAboveZero(.number(2)))
    #expect(Question("q", .text).isAboveZero(.text("a little")) && !Question("q", .text).isAboveZero(.text("No.")))
    #expect(Question("q", .yesNo).isAboveZero(.yesNo(true)) && !Question("q", .yesNo).isAboveZero(.yesNo(false)))
  }
}
