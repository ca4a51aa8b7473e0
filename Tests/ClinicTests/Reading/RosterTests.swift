import Conversation
import Forms
import Journal
import Testing

@testable import Clinic

@Suite struct RosterTests {
  @Test func `look`() throws {
    let sitting = try ClinicSitting()
    let maya = try Diarist("Maya R.", in: sitting)
    var list = try (0..<10).map { try maya.entry(Diarist.mood, $0, ["mood": .number(Double($0 % 7)), "urges": .number(Double($0)), "acted": .text($0 == 3 ? "did" : "did-not"), "sleep": .number(400), "medication": .text("taken"), "note": .text("words \($0)")]) }
    list.append(try maya.entry(Diarist.nine, 9, ["rest": .text("11"), "i9": .text("0")]))
    list.append(try maya.entry(Diarist.nine, 5, ["rest": .text("12"), "i9": .text("0")]))
    list.append(try maya.entry(Diarist.nine, 2, ["rest": .text("14"), "i9": .text("1")]))
    let home = try maya.entry(Diarist.homework, 8, ["what": .text("Walk to the lake")])
    list += [home, try maya.entry(Diarist.done, 3, ["went": .text("done")], links: [Link(name: "done", entry: home.entry.id)]),
      try maya.entry(Diarist.homework, 4, ["what": .text("Call my brother")]),
      try maya.entry(Diarist.stop, 3, ["before": .number(80), "after": .number(50)]),
      try maya.entry(Diarist.session, 7, ["day": .text("2026-11-13"), "service": .text("individual"), "outcome": .text("attended")])]
    try maya.share(list, note: "Sleep is bad\nAsk about the dose", notice: .init(text: "Do not pass this on without consent.", basis: "42 CFR Part 2"), without: [.notes, .plans, .people], in: sitting)
    let ben = try Diarist("Ben", in: sitting)
    try ben.share([try ben.entry(Diarist.mood, 20, ["mood": .number(5), "urges": .number(2)])], from: 27, to: 15, in: sitting)
    _ = try Diarist("Never Sent", in: sitting)
    let ann = try Diarist("Ann Lee", in: sitting)
    try ann.share([try ann.entry(Diarist.mood, 2, ["mood": .number(5), "urges": .number(2), "acted": .text("did-not")]), try ann.entry(Diarist.nine, 2, ["rest": .text("3"), "i9": .text("0")])], in: sitting)
    let cy = try Diarist("Cy", in: sitting)
    try cy.share([try cy.entry(Diarist.stop, 2, ["before": .number(5)])], without: [.mood, .diary, .measures], in: sitting)
    let dee = try Diarist("Dee", in: sitting)
    try dee.share([try dee.entry(Diarist.mood, 2, ["mood": .number(5)])], in: sitting)
    sitting.console.isPlain = false
    print(sitting.line("roster").said)
    print(sitting.line("page maya", then: "1", "3", "").said)
    print(sitting.line("seen maya self", then: "Called her, plan looked at", "KL").said)
    print(sitting.line("page maya --format text").said)
    print(sitting.line("page maya --json").said)
    sitting.console.width = 40
    print(sitting.line("roster").said)
    print(sitting.line("page maya", then: "1", "3", "").said)
  }
}
