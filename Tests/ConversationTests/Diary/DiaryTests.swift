import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

@Suite struct DiaryTests {
  let sitting: Sitting
  var session: Session { sitting.session }
  var desk: DiaryDesk { DiaryDesk(session: session) }
  private let today = DemoSeed.today

  init() throws { sitting = try Sitting() }

  private func fill(_ lines: [String], on day: Day = DemoSeed.today) throws {
    sitting.answer(lines.map { .line($0) })
    try desk.fill(day)
  }

  /// Adds an urge, `t6`, and a behaviour, `t7`, to the usual emotions.
  private let adding = ["1", "2", "to drink", "3", "Skipped a meal", "1"]
  /// Emotions, the behaviour, and the rest of a card.
  private let rest = ["3", "", "", "", "1", "no", "1", "1", "7h 30m", "1, 2", "5", "Sam came by.", ""]

  private func cards() throws -> [Entry] { try sitting.store.entries(EntryFilter(form: "diary-card")) }

  private func table() -> Table? {
    for block in sitting.console.recording.blocks.reversed() { if case .table(let table) = block { return table } }
    return nil
  }

  /// A row of the grid that was shown last: its name, then Monday to Sunday.
  private func rows() -> [[String]] { table()?.rows.map { $0.map(\.plain) } ?? [] }

  @Test func `A first card offers targets, and keeps the day whole`() throws {
    try fill(adding + ["4", "no"] + rest)
    let card = try #require(try cards().first)
    let skills = session.world.library.skills().prefix(2).map(\.id)
    #expect(
      card.answers == [
        "urge-t6": .number(4), "acted-t6": .yesNo(false), "emotion-sadness": .number(3), "emotion-joy": .number(1),
        "did-t7": .yesNo(false), "used": .text("none"), "medication": .text("taken"), "sleep": .number(450),
        "skills": .items(skills), "skills-used": .text("5"), "note": .text("Sam came by."),
      ])
    #expect(card.day == today)
    #expect(!sitting.transcript.contains("link by link"))
  }

  @Test func `An urge of none is not asked about further`() throws {
    try fill(adding + ["0"] + rest)
    #expect(try cards().first?.answers["urge-t6"] == .number(0))
    #expect(!sitting.transcript.contains("Did you act on it?"))
  }

  @Test func `An urge that was acted on offers a chain analysis, and declining is the end of it`() throws {
    try fill(adding + ["4", "yes"] + rest + ["2"])
    #expect(unwrapped(sitting.transcript).components(separatedBy: "link by link?").count == 2)
    #expect(try cards().count == 1)
    #expect(try sitting.store.drafts() == [])
    try fill([""])
    #expect(unwrapped(sitting.transcript).components(separatedBy: "link by link?").count == 2)
  }

  @Test func `The chain analysis leads back to the card, after the question about safety`() throws {
    sitting.answer((adding + ["4", "yes"] + rest + ["1", "1", "1", "40"]).map { .line($0) })
    #expect(sitting.leaving { () throws(Departure) in try desk.fill(today) } == .endOfInput)
    let card = try #require(try cards().first)
    #expect(sitting.transcript.contains("Are you safe for the next hour?"))
    let draft = try #require(try sitting.store.drafts().first)
    #expect(draft.walk.form == "chain-analysis")
    #expect(draft.links == [Link(name: "looks-at", entry: card.id)])
  }

  @Test func `A day with a card opens it for changes`() throws {
    try fill(adding + ["4", "no"] + rest)
    try fill(["2", "1", "5", ""])
    #expect(sitting.transcript.contains("There is a card for that day already."))
    let card = try #require(try cards().first)
    #expect(try cards().count == 1)
    #expect(card.revision == 2)
    #expect(card.answers["urge-t6"] == .number(5))
    #expect(card.answers["note"] == .text("Sam came by."))
  }

  private func ask(_ id: String, of card: Entry?) throws -> String? {
    try card.flatMap { try sitting.store.form(of: $0).question(id)?.ask }
  }

  @Test func `A target that was added since is asked about when the card is opened again`() throws {
    try fill(adding + ["4", "no"] + rest)
    let first = try #require(try cards().first)
    sitting.type("2", "to cut", "1")
    try desk.manage()
    // The new urge comes first, then the summary.
    try fill(["3", "no", "1"])
    let card = try #require(try cards().first)
    #expect(try cards().count == 1)
    #expect(card.id == first.id)
    #expect(card.answers == first.answers.merging(["urge-t8": .number(3), "acted-t8": .yesNo(false)]) { $1 })
    #expect(try ask("urge-t8", of: card) == "Urge: to cut. How strong, at its strongest?")
    // Nothing is asked twice.
    try fill(["1"])
    #expect(try cards() == [card])
  }

  @Test func `A new target can be left out, and answered later from the summary`() throws {
    try fill(adding + ["4", "no"] + rest)
    sitting.type("3", "Walked", "1")
    try desk.manage()
    try fill(["", "1"])
    #expect(try cards().first?.answers["did-t8"] == nil)
    let said = try sitting.said { try fill(["", "2", "15", "yes", "1"]) }
    #expect(said.contains("Left out so far:"))
    #expect(said.contains("Walked: today?"))
    #expect(try cards().first?.answers["did-t8"] == .yesNo(true))
    #expect(try cards().first?.answers["emotion-fear"] == nil)
  }

  @Test func `A target that was retired or renamed the same day keeps its answer on that day's card`() throws {
    try fill(adding + ["4", "no"] + rest)
    let first = try #require(try cards().first)
    // The list names urges, emotions and behaviours: the urge is first, the behaviour seventh.
    sitting.type("5", "1", "to drink alone", "6", "7", "1")
    try desk.manage()
    try fill(["2", "1", "5", "1"])
    let card = try #require(try cards().first)
    #expect(card.answers == first.answers.merging(["urge-t6": .number(5)]) { $1 })
    #expect(try ask("urge-t6", of: card)?.hasPrefix("Urge: to drink alone. ") == true)
    #expect(try ask("did-t7", of: card) == "Skipped a meal: today?")
    try DiaryWeek(session: session).show(today)
    #expect(rows().contains { $0[0] == "Skipped a meal" && $0[5] == "no" })
    #expect(rows().contains { $0[0] == "Urge: to drink alone" && $0[5] == "5" })
    // The next day's card does without it.
    sitting.clock.daysLater = 1
    try fill(["0"] + rest.filter { $0 != "no" }, on: today.adding(days: 1))
    #expect(try ask("did-t7", of: try cards().first { $0.day == today.adding(days: 1) }) == nil)
  }

  @Test func `A change that was begun goes on where it stood`() throws {
    try fill(adding + ["4", "no"] + rest)
    sitting.answer(["2", "1"].map { .line($0) } + [.hangUp(draft: "")])
    #expect(sitting.leaving { () throws(Departure) in try desk.fill(today) } == .hungUp)
    let said = try sitting.said { try fill(["2", "1"]) }
    #expect(said.contains("You began to change this card."))
    #expect(try cards().map { $0.answers["urge-t6"] } == [.number(2)])
    #expect(try sitting.store.drafts() == [])
  }

  @Test func `The sentences of the skills scale have the numbers that clinicians know`() throws {
    try fill(adding + ["0", "", "", "", "", "", "", "", "", "", "", "0", "", ""])
    #expect(try cards().first?.answers["skills-used"] == .text("0"))
    #expect(sitting.transcript.contains("0  I did not think of skills"))
    #expect(sitting.transcript.contains("7  It came by itself, and helped"))
  }

  @Test func `The week shows each answer on its day, and leaves empty days empty`() throws {
    try fill(adding + ["4", "yes"] + rest + ["2"])
    // Nothing was watched yet on the day before.
    try fill(["3", "2", "6h", "", "", ""], on: today.adding(days: -1))
    try DiaryWeek(session: session).show(today)
    #expect(table()?.header.map(\.plain) == ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
    let friday = rows().map { [$0[0], $0[5]] }
    #expect(friday.contains(["Urge: to drink", "4 acted"]))
    #expect(friday.contains(["Sad", "3"]))
    #expect(friday.contains(["Glad", "1"]))
    #expect(friday.contains(["Skipped a meal", "no"]))
    #expect(friday.contains(["Sleep", "7 h 30 min"]))
    #expect(friday.contains(["Skills tried", "2"]))
    #expect(friday.contains(["Skills, 0 to 7", "5"]))
    let others = rows().flatMap { row in [1, 2, 3, 6, 7].map { row[$0] } }
    #expect(others == others.map { _ in "" })
    #expect(sitting.transcript.contains("Sam came by."))
  }

  @Test func `A week without a card says so`() throws {
    try DiaryWeek(session: session).show(today)
    #expect(sitting.transcript.contains("There is no diary card in this week."))
  }

  @Test func `An old week keeps the names of its time, and what was retired since`() throws {
    try fill(adding + ["4", "no"] + rest)
    sitting.clock.daysLater = 7
    // Rename the urge, retire the behaviour; the list names urges, emotions, behaviours.
    sitting.type("5", "1", "to drink alone", "6", "7", "1")
    try desk.manage()
    let nextWeek = today.adding(days: 7)
    try fill(["2", "no"] + ["1", "", "", "", "", "1", "1", "8h", "", "", ""], on: nextWeek)
    try DiaryWeek(session: session).show(nextWeek)
    #expect(rows().contains { $0[0] == "Urge: to drink alone" && $0[5] == "2" })
    #expect(!rows().contains { $0[0] == "Skipped a meal" || $0[0] == "Urge: to drink" })
    try DiaryWeek(session: session).show(today)
    #expect(rows().contains { $0[0] == "Urge: to drink" && $0[5] == "4" })
    #expect(rows().contains { $0[0] == "Skipped a meal" && $0[5] == "no" })
  }

  @Test func `A card for a past day is asked with the names of that day`() throws {
    try fill(adding + ["4", "no"] + rest)
    sitting.clock.daysLater = 7
    sitting.type("5", "1", "to drink alone", "1")
    try desk.manage()
    try fill(["2", "no"] + ["1", "", "", "", "", "no", "1", "1", "8h", "", "", ""], on: today.adding(days: 1))
    let card = try #require(try cards().first { $0.day == today.adding(days: 1) })
    #expect(try sitting.store.form(of: card).question("urge-t6")?.ask.hasPrefix("Urge: to drink. ") == true)
  }

  @Test func `Targets name when they were added, and leave with their date`() throws {
    sitting.type("2", "to drink", "1")
    try desk.manage()
    let first = try desk.targets()
    let urge = try #require(first.watched(.urge, on: today).first)
    #expect(urge.name(on: today) == "to drink")
    #expect(urge.added == today)
    #expect(sitting.transcript.contains("to drink, since today"))
    sitting.clock.daysLater = 3
    sitting.type("6", "1", "1")
    try desk.manage()
    let later = try desk.targets()
    #expect(later.all.first { $0.id == urge.id }?.retired == today.adding(days: 3))
    #expect(
      later.watched(.urge, on: today)
        == first.watched(.urge, on: today).map { target in
          var target = target
          target.retired = today.adding(days: 3)
          return target
        })
    #expect(later.watched(.urge, on: today.adding(days: 3)) == [])
  }

  @Test func `Targets added before the first card do not drive out the usual emotions`() throws {
    sitting.type("2", "to drink", "1")
    try desk.manage()
    #expect(try desk.targets().watched(.emotion, on: today).count == 5)
  }
}
