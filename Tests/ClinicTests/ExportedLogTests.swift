import Exchange
import Forms
import Journal
import Testing

@testable import Clinic

/// Logs go out as they came, whatever is in them.
@Suite struct ExportedLogTests {
  let sitting: ClinicSitting
  private let ben: Sender

  init() throws {
    sitting = try ClinicSitting()
    ben = try Sender(id: "P-BEN")
    try sitting.enroll("Ben Heron", ben)
    try sitting.take([try ben.log([try ben.entry(1, ["mood": .number(7)])])])
  }

  @Test(arguments: 1...8) func `Whatever a log holds, it goes out as the bytes that came in`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let notice = LogManifest.Notice(text: "Not to be passed on.", basis: "42 CFR Part 2")
    var sent: Set<[UInt8]> = []
    for sequence in 2...5 {
      var entries: [SharedEntry] = []
      for number in 10...Int.random(in: 10...30, using: &random) {
        let answers: [String: Answer] = [
          "mood": .number(Double(Int.random(in: 0...10, using: &random))),
          "note": .text(Self.words(&random)),
        ]
        let revision = Int.random(in: 1...3, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: entries.append(try ben.withdrawn(number, revision: revision))
        case 1: entries.append(try ben.numbers(number, answers, revision: revision))
        case 2:
          entries.append(
            try ben.entry(
              number,
              [
                "situation": .text(Self.words(&random)), "emotions": .items([Self.words(&random)]),
                "strength": .each([.init(of: Self.words(&random), answers: ["before": .number(3.5)])]),
              ], form: Sender.thought, revision: revision))
        default: entries.append(try ben.entry(number, answers, revision: revision))
        }
      }
      let log = try ben.log(entries, sequence: sequence, notice: seed.isMultiple(of: 2) ? notice : nil)
      sent.insert(log)
      try sitting.take([log])
    }
    let line = "export Ben --format log --unsealed --yes --out \(sitting.folder)/logs"
    #expect(sitting.line(line).departure == nil)
    let back = Set(sitting.names(in: "logs").map { sitting.bytes("logs/\($0)") })
    #expect(back.isSuperset(of: sent))
  }

  private static func words(_ random: inout SeededRandom) -> String {
    let letters = ["a", "é", "\"", "\\", "\n", "\t", "😀", "\u{202E}", "{", "ß", "=", ",", "\u{7f}", "e\u{301}", " "]
    return (0...Int.random(in: 0...40, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }
      .joined()
  }
}
