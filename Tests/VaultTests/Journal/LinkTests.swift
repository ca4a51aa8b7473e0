import Forms
import Journal
import Testing

@testable import Vault

@Suite struct LinkTests {
  @Test func `Entries that lead from another are found while they stand, oldest day first`() throws {
    let journal = try TestJournal()
    let first = try journal.add(.mood, ["mood": .number(3)])
    var made: [Entry] = []
    for day in ["2026-11-20", "2026-11-18", "2026-11-19"] {
      var entry = try journal.entry(.mood, ["mood": .number(4)], day: day)
      entry.links = [Link(name: "tests", entry: first.id)]
      try journal.store.add(entry, form: .mood)
      made.append(entry)
    }
    try journal.add(.mood, ["mood": .number(5)])
    #expect(try journal.store.linked(to: first.id) == [made[1], made[2], made[0]])
    try journal.store.withdraw(made[2].id, at: journal.moment())
    #expect(try journal.store.linked(to: first.id) == [made[1], made[0]])
    #expect(try journal.store.linked(to: made[0].id) == [])
  }

  @Test func `Numbers are read by form and variable, oldest day first`() throws {
    let journal = try TestJournal()
    try journal.add(.mood, ["mood": .number(3), "slept": .number(60)], day: "2026-11-20")
    try journal.add(.mood, ["mood": .number(4)], day: "2026-11-19")
    try journal.add(
      .feelings,
      ["feel": .items(["fear"]), "strength": .each([.init(of: "fear", answers: ["before": .number(70)])])])
    let moods = try journal.store.numbers(forms: ["mood"], variables: ["mood"])
    #expect(moods.map(\.value) == [4, 3])
    let all = try journal.store.numbers(forms: ["mood", "feelings"], variables: ["slept", "strength.before"])
    #expect(all.map(\.variable) == ["slept", "strength.before"])
    #expect(all.map(\.item) == [nil, "fear"])
    #expect(try journal.store.numbers(forms: [], variables: []) == [])
  }
}
