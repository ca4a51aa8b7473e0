import Exchange
import Forms
import Journal
import Testing

@testable import Clinic

/// A caseload with one person in each state of "Read first".
final class Caseload {
  let sitting: ClinicSitting
  let maya: Diarist

  init() throws {
    sitting = try ClinicSitting()
    maya = try Diarist("Maya R.", in: sitting)
    try maya.share(
      try Self.week(of: maya), note: "Sleep is bad\nAsk about the dose",
      notice: .init(text: "Do not pass this on without consent.", basis: "42 CFR Part 2"),
      without: [.notes, .plans, .people], in: sitting)
    let ben = try Diarist("Ben", in: sitting)
    try ben.share(
      [try ben.entry(Diarist.mood, 20, ["mood": .number(5), "urges": .number(2)])], from: 27, to: 15, in: sitting)
    _ = try Diarist("Never Sent", in: sitting)
    let ann = try Diarist("Ann Lee", in: sitting)
    try ann.share(
      [
        try ann.entry(
          Diarist.mood, 2, ["mood": .number(5), "urges": .number(2), "acted": .text("did-not")]),
        try ann.entry(Diarist.nine, 2, ["rest": .text("3"), "i9": .text("0")]),
      ], in: sitting)
    let cy = try Diarist("Cy", in: sitting)
    try cy.share(
      [try cy.entry(Diarist.stop, 2, ["before": .number(5)])], without: [.mood, .diary, .measures], in: sitting)
    let dee = try Diarist("Dee", in: sitting)
    try dee.share([try dee.entry(Diarist.mood, 2, ["mood": .number(5)])], in: sitting)
  }

  private static func week(of maya: Diarist) throws -> [SharedEntry] {
    var list = try (0..<10).map { ago in
      try maya.entry(
        Diarist.mood, ago,
        [
          "mood": .number(Double(ago % 7)), "urges": .number(Double(ago)),
          "acted": .text(ago == 3 ? "did" : "did-not"), "sleep": .number(400), "medication": .text("taken"),
          "note": .text("words \(ago)"),
        ])
    }
    for (ago, rest, harm) in [(9, "11", "0"), (5, "12", "0"), (2, "14", "1")] {
      list.append(try maya.entry(Diarist.nine, ago, ["rest": .text(rest), "i9": .text(harm)]))
    }
    let walk = try maya.entry(Diarist.homework, 8, ["what": .text("Walk to the lake")])
    return list + [
      walk,
      try maya.entry(
        Diarist.done, 3, ["went": .text("done")], links: [Link(name: "done", entry: walk.entry.id)]),
      try maya.entry(Diarist.homework, 4, ["what": .text("Call my brother")]),
      try maya.entry(Diarist.stop, 3, ["before": .number(80), "after": .number(50)]),
      try maya.entry(
        Diarist.session, 7,
        ["day": .text("2026-11-13"), "service": .text("individual"), "outcome": .text("attended")]),
      try maya.entry(
        Diarist.session, 1, ["day": .text("2026-11-19"), "service": .text("group"), "outcome": .text("attended")]),
    ]
  }
}
