import Exchange
import Foundation
import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation
@testable import Shell

/// Single entries that stay, and what was chosen for one reader and not for another.
@Suite struct ShareHoldingTests {
  let sitting: ShellSitting

  init() throws {
    sitting = try ShellSitting()
    _ = try sitting.addClinic()
  }

  private func share(_ line: String = "share", _ answers: String...) -> (code: Int32, said: String) {
    sitting.told(line, answers)
  }

  private func path(_ name: String) -> String { sitting.folder + "/" + name }
  private func text(_ name: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path(name)) ?? Data(), as: UTF8.self)
  }

  private func note(_ words: String, ago: Int) throws -> ULID {
    let form = try FormDesk(session: sitting.session).form("mood")
    let now = sitting.session.world.clock.now()
    let entry = Entry(
      id: sitting.session.world.newID(), form: Wordings.stamp(of: form), day: now.day.adding(days: -ago),
      part: .evening, recorded: now, answers: ["mood": .number(5), "note": .text(words)])
    try sitting.store.add(entry, form: form)
    return entry.id
  }

  /// Days of what goes, one a word.
  private func days(_ name: String = "out") throws -> [String] {
    try? FileManager.default.removeItem(atPath: path(name))
    _ = share("share --unsealed --out \(path(name)) --yes")
    return try ReadLog(Array(text(name).utf8)).lines.map(\.day.iso).sorted()
  }

  @Test func `Entries are picked from a list by number, stay in later shares too, and are picked back`() throws {
    _ = try note("a loud night at the neighbours", ago: 2)
    _ = try note("walked", ago: 1)
    _ = try note("", ago: 0)
    // Screen, seven days, numbers, no note; hold back; the first and the third; show it; no homework.
    let said = share("share", "1", "2", "", "", "2", "1, 3", "", "", "").said
    #expect(said.contains("1 Mood, today, evening: 5 of 10 2 Mood, yesterday, evening: walked"), "\(said)")
    #expect(said.contains("3 Mood, Wednesday, evening: a loud night at the neighbours"))
    #expect(said.contains("1 stays here: Mood, today, evening: 5 of 10"))
    #expect(said.contains("2 entries are held back."))
    #expect(said.contains("Days with an entry: 1 of 7. Not shared: words of one's own, single entries."))
    #expect(try days() == ["2026-11-19"])
    // The same again: hold back; the third goes again, the first is shown as staying.
    let again = share("share", "3", "3", "", "", "").said
    #expect(again.contains("1 Mood, today, evening: 5 of 10 (stays here)"), "\(again)")
    #expect(again.contains("3 goes: Mood, Wednesday") && again.contains("1 entry is held back."))
    #expect(try days() == ["2026-11-18", "2026-11-19"])
  }

  @Test func `When all is held back nothing goes, and it can be picked back`() throws {
    _ = try note("walked", ago: 0)
    let said = share("share", "1", "2", "", "", "2", "1", "", "1", "1", "", "", "").said
    #expect(said.contains("Every entry of these days is held back."))
    #expect(said.contains("1 goes: Mood, today, evening: walked") && said.contains("Days with an entry: 1 of 7."))
  }

  @Test(arguments: [40, 80]) func `The list fits the window`(width: Int) throws {
    sitting.console.width = width
    _ = try note("a loud night at the neighbours, and then a long walk", ago: 2)
    let before = sitting.console.transcript.count
    _ = share("share", "1", "2", "", "", "2", "1", "", "3")
    let lines = sitting.console.transcript.dropFirst(before).split(separator: "\n")
    #expect(lines.contains { $0.contains("stays here") } && lines.allSatisfy { $0.count <= width })
  }

  @Test func `A script that names what is not in the list shares nothing`() throws {
    _ = try note("walked", ago: 0)
    sitting.console.isInteractive = false
    for wrong in ["2", "0", "1-2", "x", "-1", "1 9999999999999999999999"] {
      let outcome = share("share", "1", "2", "", "", "2", wrong)
      #expect(outcome.code == 65 && outcome.said.contains("Numbers from 1 to 1 were expected"), "\(wrong)")
    }
    #expect(try sitting.store.shares() == [])
    #expect(HoldingBack.places("3-5 4 1", most: 5) == [2, 3, 4, 0])
  }

  @Test func `On one line an entry is held back this time only`() throws {
    let (first, second) = (try note("one", ago: 2), try note("two", ago: 1))
    _ = try note("three", ago: 0)
    _ = share(
      "share --unsealed --out \(path("a")) --yes --hold-back \(first.short) --hold-back \(second.short)")
    #expect(try ReadLog(Array(text("a").utf8)).lines.map(\.day.iso) == ["2026-11-20"])
    #expect(try days() == ["2026-11-18", "2026-11-19", "2026-11-20"])
    let wrong = share("share --unsealed --out \(path("b")) --yes --hold-back zzzz")
    #expect(wrong.code == 66 && !FileManager.default.fileExists(atPath: path("b")))
  }

  @Test func `An entry that is erased for good leaves the list of what is held back`() throws {
    let gone = try note("walked", ago: 0)
    let held = HeldBack(session: sitting.session)
    try held.keep([gone])
    _ = share("delete \(gone.short) --for-good", "yes")
    #expect(try held.entries() == [])
    #expect(try sitting.store.memory("share-held-back") == [])
  }

  @Test func `What was chosen for one reader says nothing about another`() throws {
    _ = try note("zebrafinch", ago: 0)
    let day = sitting.session.world.clock.now().day
    let form = ShareForm.form(recipients: ["River House"], categories: [.mood], last: [:], today: day)
    let now = sitting.session.world.clock.now()
    try sitting.store.add(
      Entry(
        id: sitting.session.world.newID(), form: Wordings.stamp(of: form), day: day, recorded: now,
        answers: ["way": .text("paper"), "detail": .text("choose"), "mood": .text("full"), "period": .text("7")]),
      form: form)
    _ = share("share --unsealed --out \(path("open")) --yes")
    #expect(text("open").contains("zebrafinch"))
    let choices = try ShareDesk(session: sitting.session, version: "").earlier().map(\.choices)
    #expect(choices.map(\.reader) == ["on paper or as text"])
    _ = share("share --to \"River House\" --out \(path("sealed")) --yes")
    let details = try #require(sitting.store.shares(with: "River House").first?.details)
    #expect(details["mood"] == "numbers")
  }

  @Test func `Since I shared last means with the same reader`() throws {
    for ago in [0, 3, 9] { _ = try note("walked", ago: ago) }
    _ = share("share --to \"River House\" --from 2026-11-08 --until 2026-11-12 --out \(path("1")) --yes")
    // On the screen, today.
    _ = share("share", "1", "2", "", "", "", "")
    let choices = try ShareDesk(session: sitting.session, version: "").choices([
      "way": .text("sealed"), "to": .text("River House"), "period": .text("last"),
    ])
    #expect(choices.consent.days.lowerBound.iso == "2026-11-12")
  }
}
