import Forms
import Library
import Terminal
import Testing
import Vault

@testable import Conversation

@Suite struct LearnTests {
  let sitting: Sitting

  init() throws { sitting = try Sitting() }

  private func said(_ lines: String..., work: () throws -> Void) rethrows -> String {
    sitting.answer(lines.map { .line($0) })
    return unwrapped(try sitting.said(work))
  }

  private func open(_ id: String) throws { try ModuleScreen(session: sitting.session).open(id) }
  private func learn() throws { try LearnDesk(session: sitting.session).run() }

  @Test func `A page that was read is marked, once, and can be put on the list to talk about and taken off`() throws {
    let first = try said("3", "") { try open("sleep") }
    #expect(first.contains("3 Talk about it in session"))
    #expect(first.contains("It is on your list to talk about."))
    let marks = try #require(ReadingMarks(session: sitting.session))
    #expect(try marks.seen() == ["sleep"])
    #expect(try marks.toTalkAbout() == ["sleep"])
    let today = try sitting.said { try TodayScreen(session: sitting.session).show() }
    #expect(unwrapped(today).contains("To talk about Sleep"), "\(today)")

    let again = try said("3", "") { try open("sleep") }
    #expect(again.contains("3 I have talked about it"))
    #expect(try marks.toTalkAbout() == [])
    let entries = try sitting.store.entries(EntryFilter(form: ReadingMarks.markForm))
    #expect(entries.map { $0.answers["mark"] }.count == 3)
    let seen = try #require(entries.first { $0.answers["mark"] == .text("seen") })
    #expect(try sitting.store.linked(to: seen.id).count == 2)
  }

  @Test func `Notes are kept with the page, several over time, and shown when it is opened again`() throws {
    _ = try said("2", "The heron note.", "", "") { try open("sleep") }
    _ = try said("2", "The otter note.", "", "") { try open("sleep") }
    let shown = try said("") { try open("sleep") }
    #expect(shown.contains("Your notes to this page"))
    let (heron, otter) = (shown.firstRange(of: "The heron note."), shown.firstRange(of: "The otter note."))
    #expect(heron != nil && otter != nil && heron!.lowerBound < otter!.lowerBound)
    #expect(!(try said("") { try open("anger") }).contains("Your notes"))
    let note = try #require(try sitting.store.entries(EntryFilter(form: ReadingMarks.noteForm)).first)
    #expect(note.answers["module"] == .text("sleep"))
  }

  @Test func `A page left before its end can be gone on with at the same place`() throws {
    sitting.console.recording.pageReached = 0.4
    _ = try said("") { try open("sleep") }
    #expect(try ReadingMarks(session: sitting.session)?.seen() == [])
    let menu = try said("1", "") { try learn() }
    #expect(menu.contains("1 Go on where you left off: Sleep"))
    #expect(sitting.console.recording.pageStart == 0.4)
    sitting.console.recording.pageReached = 1
    _ = try said("") { try open("sleep") }
    let later = said("back") { _ = try? learn() }
    #expect(!later.contains("left off"))
  }

  @Test func `The menu has groups, and a page is two choices away`() throws {
    let shown = try said("1", "1", "") { try learn() }
    #expect(shown.contains("The programme, and kinds of help ("))
    #expect(shown.contains("Search for words"))
    #expect(!shown.contains("For family and friends"))
    #expect(shown.contains("short questions about it"))
  }

  @Test func `A search leads to its page`() throws {
    let shown = try said("1", "") { try LearnDesk(session: sitting.session).search("panic") }
    #expect(shown.contains("What would help") == false)
    #expect(shown.contains("1 ") && shown.contains("Panic") || shown.contains("panic"))
    #expect(shown.contains("short questions about it"))
    #expect(try said { try LearnDesk(session: sitting.session).search("zzzz") }.contains("Nothing found."))
  }

  @Test func `Every page stands in one group, and none is left over`() {
    let modules = content.modules()
    let shelves = TopicGroup.shelves(modules)
    #expect(shelves.flatMap(\.modules).map(\.id).sorted() == modules.map(\.id).sorted())
    #expect(!shelves.map(\.name).contains("More to read"))
    #expect(shelves.last?.name == "For family and friends")
    #expect(TopicGroup.shelves(modules, familyFirst: true).first?.name == "For family and friends")
  }

  @Test func `A word is explained exactly, by its beginning, or by the nearest one`() throws {
    let desk = GlossaryDesk(session: sitting.session)
    #expect(try said { try desk.define("craving", json: false) }.hasPrefix("craving: A strong wish"))
    #expect(try said { try desk.define("craveng", json: false) }.contains("The nearest word here"))
    let departure = sitting.leaving { () throws(Departure) in try desk.define("zzzzzz", json: false) }
    guard case .failed(let failure)? = departure else {
      return #expect(Bool(false), "\(String(describing: departure))")
    }
    #expect(failure.code == 66)
  }
}

@Suite struct FitsTodayTests {
  private let today = Day(daysSince1970: 20_777)

  private func fits(
    _ numbers: [(String, Double)], seen: Set<String> = [], thoughts: Bool = false, modules: [ModuleSummary]? = nil
  ) -> [String] {
    let numbers = numbers.map { FitsToday.Number(variable: $0.0, value: $0.1, day: today) }
    return FitsToday.fits(
      numbers, practised: [], thoughts: thoughts, modules: modules ?? content.modules(track: .participant), seen: seen
    ).map { "\($0.module.id): \($0.reason)" }
  }

  @Test func `Each comes with its reason, three at most`() {
    #expect(fits([("mood", 2)]) == ["getting-moving: your mood was 3 or lower on one day this week"])
    #expect(fits([("sleep", 300)]) == ["sleep: you slept less than 6 hours on one day this week"])
    #expect(fits([("urges", 8)]) == ["riding-an-urge: your urges were strong on one day this week"])
    #expect(fits([("anxiety", 7)]) == ["anxiety-and-panic: your anxiety was 6 or higher on one day this week"])
    #expect(fits([("mood", 1), ("sleep", 60), ("urges", 9), ("anxiety", 9)], thoughts: true).count == 3)
  }

  @Test func `What was read gives way to what was not, and a good week suggests nothing`() {
    #expect(fits([("mood", 2)], seen: ["getting-moving"]).first?.hasPrefix("depression: ") == true)
    #expect(fits([("mood", 7), ("sleep", 480), ("urges", 1), ("anxiety", 2)]) == [])
    #expect(fits([]) == [])
  }

  @Test func `Nothing delicate that no clinician has read is ever suggested`() {
    var modules = content.modules(track: .participant)
    for index in modules.indices { modules[index].topics.append("overdose") }
    let all = [("mood", 1.0), ("sleep", 60), ("urges", 9), ("anxiety", 9), ("shame", 5), ("anger", 5)]
    #expect(fits(all, thoughts: true, modules: modules) == [])
    let heldBack = Set(content.modules().filter(\.isHeldBack).map(\.id))
    #expect(heldBack.count >= 5)
    for name in ["mood", "sleep", "urges", "anxiety", "shame", "anger"] {
      let suggested = fits([(name, name == "sleep" || name == "mood" ? 1 : 9)]).map { String($0.prefix { $0 != ":" }) }
      #expect(heldBack.isDisjoint(with: suggested))
    }
  }

  @Test func `It comes from the log of the last week, and only with an open journal`() throws {
    let sitting = try Sitting()
    let desk = FormDesk(session: sitting.session)
    try? desk.keep(["mood": .number(2)], form: try desk.form("mood"), day: today)
    try? desk.keep(["mood": .number(1)], form: try desk.form("mood"), day: today.adding(days: -9))
    let found = try FitsToday(session: sitting.session).all()
    #expect(found.map(\.reason) == ["your mood was 3 or lower on one day this week"])
    sitting.session.lock()
    #expect(try FitsToday(session: sitting.session).all() == [])
  }
}
