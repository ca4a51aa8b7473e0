import Forms
import Foundation
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

@Suite struct ProgrammeTests {
  let sitting: Sitting
  var session: Session { sitting.session }
  private let today = DemoSeed.today

  init() throws { sitting = try Sitting() }

  @discardableResult
  private func keep(_ id: String, _ answers: [String: Answer], links: [Link] = []) throws -> Entry {
    let form = try FormDesk(session: session).form(id)
    let entry = Entry(
      id: session.world.newID(), form: Wordings.stamp(of: form), day: today, recorded: session.world.clock.now(),
      answers: answers, links: links)
    try sitting.store.add(entry, form: form)
    return entry
  }

  private func list(_ kind: RecordKind, _ lines: String...) throws -> String {
    sitting.answer(lines.map { .line($0) })
    return unwrapped(try sitting.said { try RecordDesk(session: session, kind: kind).run() })
  }

  @Test func `The programme stands in crisis only after a yes, and leaves it after a no`() throws {
    sitting.type(
      "Harbour IOP", "", "555 0100", "", "Mon to Fri, 8 to 5", "", "555 0199", "", "Call the desk", "Go to the ER", "",
      "", "yes", "1")
    try ProgrammeDesk(session: session).edit()
    let file = try String(contentsOfFile: sitting.home + "/settings", encoding: .utf8)
    #expect(file.contains("programme-name = Harbour IOP\n"))
    #expect(file.contains("programme-step = Go to the ER\n"))
    #expect(Settings.read(inHome: sitting.home) == session.world.settings)
    session.lock()
    let crisis = sitting.said { CrisisScreen(session: session).show(region: "US") }
    for words in ["Harbour IOP", "By day: 555 0100", "After hours: 555 0199", "Call the desk"] {
      #expect(crisis.contains(words))
    }
  }

  @Test func `A no keeps every word of it inside the journal`() throws {
    sitting.type("Harbour IOP", "", "", "", "", "", "", "no", "1")
    try ProgrammeDesk(session: session).edit()
    #expect(session.world.settings.programme == nil)
    let bytes = FileManager.default.contents(atPath: sitting.home + "/settings") ?? Data()
    #expect(!bytes.contains(Data("Harbour".utf8)))
    #expect(try sitting.store.count(EntryFilter(form: "programme")) == 1)
  }

  @Test func `It is asked about once`() throws {
    sitting.type("1")
    #expect(try sitting.said { try ProgrammeDesk(session: session).askOnce() } != "")
    #expect(try sitting.said { try ProgrammeDesk(session: session).askOnce() } == "")
  }

  @Test func `Homework leaves the list when it was done, and stays when it is kept`() throws {
    let first = try keep("homework", ["what": .text("a thought record"), "due": .text(today.iso)])
    let second = try keep("homework", ["what": .text("walk daily")])
    #expect(try list(.homework, "").contains("a thought record, by today"))
    try keep("homework-done", ["went": .text("done")], links: [Link(name: "done", entry: first.id)])
    try keep("homework-done", ["went": .text("part")], links: [Link(name: "done", entry: second.id)])
    let text = try list(.homework, "")
    #expect(!text.contains("a thought record") && text.contains("walk daily"))
  }

  @Test func `Homework can be answered from the list, and the answer is linked to it`() throws {
    let homework = try keep("homework", ["what": .text("walk daily")])
    _ = try list(.homework, "1", "2", "", "1", "", "", "", "")
    let done = try #require(try sitting.store.entries(EntryFilter(form: "homework-done")).first)
    #expect(done.links == [Link(name: "done", entry: homework.id)])
    #expect(done.answers["went"] == .text("done"))
  }

  @Test func `A weekly session is written down once and copied`() throws {
    let form = try FormDesk(session: session).form("session")
    let entry = try keep(
      "session",
      [
        "day": .text(today.adding(days: 2).iso), "at": .text("09:00"), "service": .text("group"),
        "outcome": .text("planned"),
      ])
    sitting.type("3")
    try WeeklySessions(session: session).offer(entry, form: form)
    let days = try sitting.store.entries(EntryFilter(form: "session")).compactMap { $0.date("day") }
    #expect(Set(days) == Set([2, 9, 16, 23].map { today.adding(days: $0) }))
  }

  @Test func `Sessions stand in their order, and a past one asks how it was`() throws {
    try keep(
      "session", ["day": .text(today.adding(days: 1).iso), "at": .text("13:00"), "service": .text("individual")])
    try keep(
      "session",
      [
        "day": .text(today.adding(days: 1).iso), "at": .text("09:00"), "service": .text("group"),
        "way": .text("remote"),
      ])
    try keep("session", ["day": .text(today.adding(days: -1).iso), "service": .text("family")])
    let text = try list(.sessions, "")
    let places = [
      "Yesterday, family: how was it?", "Tomorrow at 09:00, group, by video or phone", "Tomorrow at 13:00, one to one",
    ]
    .map { text.range(of: $0)?.lowerBound }
    #expect(!places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted(), "\(text)")
  }

  @Test func `Hours are told by week, written down and attended`() throws {
    try keep("level-of-care", ["level": .text("iop"), "hours": .number(9)])
    for outcome in ["attended", "missed"] {
      try keep(
        "session",
        ["day": .text(today.iso), "service": .text("group"), "length": .number(180), "outcome": .text(outcome)])
    }
    let text = unwrapped(try sitting.said { try CareHours(session: session).show() })
    #expect(text.contains("Your level of care says 9 hours a week."))
    #expect(text.contains("6 h") && text.contains("3 h"), "\(text)")
  }

  @Test func `What is taken off a list can be brought back`() throws {
    try keep("person", ["name": .text("Mia"), "number": .text("555 0123")])
    #expect(try list(.people, "1", "3", "").contains("It is off the list. `undo` brings it back."))
    #expect(try list(.people, "").contains("Nobody is written down yet."))
    _ = try sitting.store.undo(at: session.world.clock.now())
    #expect(try list(.people, "").contains("Mia, 555 0123"))
  }

  @Test func `Today names what is due and what comes next before it asks for a number`() throws {
    try keep("homework", ["what": .text("a thought record"), "due": .text(today.iso)])
    try keep("homework", ["what": .text("walk daily")])
    try keep("session", ["day": .text(today.iso), "at": .text("09:00"), "service": .text("group")])
    sitting.type("")
    let text = unwrapped(try sitting.said { try TodayScreen(session: session).show() })
    let order = [
      "Due Time to look at your homework.", "Next Today at 09:00, group", "Homework walk daily", "Check-in not yet",
    ]
    let places = order.map { text.range(of: $0)?.lowerBound }
    #expect(!places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted(), "\(text)")
    #expect(!text.contains("Homework a thought record"))
  }

  @Test func `Without a terminal a list is a list`() throws {
    try keep("goal", ["goal": .text("Cook three evenings"), "by": .text("2026-12-20"), "steps": .items(["buy rice"])])
    sitting.console.isInteractive = false
    #expect(try list(.goals).contains("Cook three evenings, by Sun 20 Dec, first step: buy rice"))
    #expect(sitting.console.recording.prompts == [])
  }

  @Test func `Tab completes the medicines that are still taken`() throws {
    try keep("medicine", ["name": .text("Sertraline 50 mg"), "still-taking": .yesNo(true)])
    try keep("medicine", ["name": .text("Lithium")])
    try keep("medicine", ["name": .text("Sedative from spring"), "still-taking": .yesNo(false)])
    for (form, before) in [("dose", []), ("prescriber-question", ["Is it a good one?", ""])] {
      var offered: [String: [String]] = [:]
      var lines = before[...]
      sitting.console.reply = { prompt in
        if let line = lines.popFirst() { return .line(line) }
        for typed in ["", "s", "Sertraline 5", "x"] { offered[typed] = prompt.complete?(typed).map(\.text) }
        return .endOfInput
      }
      let said = unwrapped(
        sitting.said {
          _ = sitting.leaving { () throws(Departure) in
            try FormDesk(session: session).fill(try FormDesk(session: session).form(form), day: today)
          }
        })
      #expect(said.contains("On your list: Lithium, Sertraline 50 mg. Tab completes a name."), "\(form)")
      #expect(
        offered == [
          "": ["Lithium", "Sertraline 50 mg"], "s": ["Sertraline 50 mg"], "Sertraline 5": ["50 mg"], "x": [],
        ], "\(form)")
    }
  }
}
