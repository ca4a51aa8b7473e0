/// What is published about a well-known questionnaire: its range, where clinicians draw lines, how much change counts.
/// Facts only, found by code; the words of a questionnaire come from the file that a programme supplies.
package struct Instrument: Equatable, Sendable {
  package static let loinc = "http://loinc.org"
  package static let snomed = "http://snomed.info/sct"

  /// From this score on, a range is called so.
  package struct Band: Equatable, Sendable {
    package var from: Int
    package var words: String
  }

  /// A line that clinicians use, and for whom.
  package struct Line: Equatable, Sendable {
    package var words: String
    package var source: String
  }

  /// A change of this many points or more, what is said of it, and who says so.
  package struct Change: Equatable, Sendable {
    package var points: Double
    package var words: String
    package var source: String
  }

  package var name: String
  /// Codes of the whole, and of its total; `system|code`.
  var codes: Set<String>
  /// LOINC codes of the questions that count; empty where all that have weights do.
  var items: Set<String>
  package var count: Int
  package var highest: Double
  /// What the sum is multiplied with before it is told.
  package var factor = 1.0
  package var bands: [Band] = []
  /// Who drew the bands.
  package var bandSource = ""
  package var lines: [Line] = []
  package var changes: [Change]
  package var isHigherBetter = false
  /// Questions that an earlier answer leaves out count nothing, instead of being missing.
  var leavesOut = false

  package var highestTold: Double { highest * factor }

  package func band(_ score: Double) -> (band: Band, upTo: Int)? {
    guard let place = bands.lastIndex(where: { Double($0.from) <= score }) else { return nil }
    let next = bands.index(after: place)
    return (bands[place], next < bands.count ? bands[next].from - 1 : Int(highestTold))
  }

  /// Whether it is named by one of these codes.
  package func isNamed(by codes: [Code]) -> Bool { codes.contains { self.codes.contains("\($0.system)|\($0.code)") } }
}

extension Instrument {
  private static func band(_ from: Int, _ words: String) -> Band { Band(from: from, words: words) }

  package static let all: [Instrument] = [
    Instrument(
      name: "PHQ-9", codes: ["\(loinc)|44249-1", "\(loinc)|44261-6"],
      items: [
        "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8",
      ], count: 9, highest: 27,
      bands: [
        band(0, "minimal"), band(5, "mild"), band(10, "moderate"), band(15, "moderately severe"), band(20, "severe"),
      ], bandSource: "Kroenke and others, 2001",
      changes: [
        Change(points: 5, words: "is often counted as more than chance", source: "Löwe and others, 2004")
      ]),
    Instrument(
      name: "GAD-7", codes: ["\(loinc)|69737-5", "\(loinc)|70274-6"],
      items: ["69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"], count: 7, highest: 21,
      bands: [band(0, "minimal"), band(5, "mild"), band(10, "moderate"), band(15, "severe")],
      bandSource: "Spitzer and others, 2006",
      changes: [
        Change(points: 4, words: "is often counted as more than chance", source: "Toussaint and others, 2020")
      ]),
    Instrument(
      name: "PCL-5", codes: ["\(loinc)|101697-1", "\(loinc)|101698-9"], items: [], count: 20, highest: 80,
      lines: [
        Line(
          words: "Clinicians often look more closely from a total of 31 to 33 on.",
          source: "US National Center for PTSD")
      ],
      changes: [
        Change(points: 15, words: "is likely more than chance", source: "Marx and others, 2022"),
        Change(points: 10, words: "is possibly more than chance", source: "US National Center for PTSD"),
      ]),
    Instrument(
      name: "WHO-5", codes: ["\(snomed)|1144665009"], items: [], count: 5, highest: 25, factor: 4,
      changes: [
        Change(points: 10, words: "is often counted as more than chance", source: "Topp and others, 2015")
      ], isHigherBetter: true),
    Instrument(
      name: "AUDIT-C", codes: ["\(loinc)|72109-2", "\(loinc)|75626-2"], items: ["68518-0", "68519-8", "68520-6"],
      count: 3, highest: 12,
      lines: [
        Line(
          words: "Clinicians often look more closely from 4 on for men, and from 3 on for women.",
          source: "Bush and others, 1998; Bradley and others, 2007")
      ], changes: [], leavesOut: true),
  ]
}
