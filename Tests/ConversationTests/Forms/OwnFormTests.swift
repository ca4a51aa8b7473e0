import Forms
import Foundation
import Journal
import Library
import Terminal
import Testing
import Vault

@testable import Conversation

/// Forms that lie in the person's own folder: listed, left out, changed, and depending on answers.
@Suite struct OwnFormTests {
  let sitting: Sitting
  var session: Session { sitting.session }

  init() throws { sitting = try Sitting() }

  private func write(_ id: String, _ head: String = "", version: Int = 1, questions: String = "{id: words, ask: W?}") {
    let folder = sitting.home + "/content/forms"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let lines = questions.split(separator: ";").map { "  - " + $0.replacing("{id", with: "{type: text, id") }
    let text = """
      id: \(id)
      version: \(version)
      title: Own \(id)
      kind: exercise
      summary: A few words.
      \(head)
      questions:
      \(lines.joined(separator: "\n"))

      """
    _ = FileManager.default.createFile(atPath: "\(folder)/\(id).yaml", contents: Data(text.utf8))
  }

  private func keep(_ id: String, _ answers: [String: Answer]) throws {
    let form = try FormDesk(session: session).form(id)
    let now = session.world.clock.now()
    try sitting.store.add(
      Entry(
        id: session.world.newID(), form: Wordings.stamp(of: form), day: now.day, recorded: now, answers: answers),
      form: form)
  }

  private func listed(_ id: String) throws -> Bool {
    try ListedForms(session: session).all().contains { $0.id == id }
  }

  @Test func `A form with a condition is listed while its newest answers hold`() throws {
    write("surf", "when-any: [{mood.urges: {at-least: 5}}, {words: again}]")
    #expect(try !listed("surf"))
    try keep("mood", ["mood": .number(5), "urges": .number(7)])
    #expect(try listed("surf"))
    try keep("mood", ["mood": .number(5), "urges": .number(2)])
    #expect(try !listed("surf"))
    try keep("surf", ["words": .text("again")])
    #expect(try listed("surf"))
    try keep("surf", ["words": .text("enough")])
    #expect(try !listed("surf"))
    // By its name it opens all the same.
    #expect(try FormDesk(session: session).form("surf").title == "Own surf")
    session.lock()
    #expect(try !listed("surf"))
    #expect(try listed("stop"))
  }

  @Test func `An offer is made only while the condition of what it offers holds`() throws {
    write("surf", "when: {mood.urges: {at-least: 5}}")
    write("first", "then: [{offer: surf, say: Ride it?}]")
    sitting.type("one", "", "1")
    try FormDesk(session: session).fill(try FormDesk(session: session).form("first"), day: DemoSeed.today)
    #expect(!sitting.transcript.contains("Ride it?"))
    try keep("mood", ["mood": .number(5), "urges": .number(7)])
    sitting.type("two", "", "1", "2")
    try FormDesk(session: session).fill(try FormDesk(session: session).form("first"), day: DemoSeed.today)
    #expect(sitting.transcript.contains("Ride it?"))
  }

  @Test func `Broken files are named with file and line, and no list shows them`() throws {
    write("good")
    write("bad", questions: "{id: a, ask: A?, colour: red}")
    write("stop", questions: "{id: a, colour: red}")
    let problems = try OwnContent(session: session).problems()
    #expect(
      problems == [
        #"content/forms/bad.yaml:8: There is no field "colour" here."#,
        #"content/forms/stop.yaml:8: The field "ask" is missing."#,
        #"content/forms/stop.yaml:8: There is no field "colour" here."#,
      ])
    #expect(try listed("good"))
    #expect(try !listed("bad"))
    #expect(try ListedForms(session: session).all().first { $0.id == "stop" }?.title == "STOP")
    #expect(try FormDesk(session: session).form("stop").title == "STOP")
    // What was found is remembered with the journal, and again without one.
    session.world.leaveOut([])
    #expect(try OwnContent(session: session).problems() == problems)
    #expect(try !listed("bad"))
  }

  @Test func `Without a journal the lists leave out the same files`() throws {
    let other = try Sitting(journal: false)
    let folder = other.home + "/content/forms"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let broken = Data("id: bad\nversion: 1\ntitle: Bad\nkind: log\nsummary: S\nquestions: 7\n".utf8)
    _ = FileManager.default.createFile(atPath: folder + "/bad.yaml", contents: broken)
    #expect(other.session.world.library.forms().contains { $0.id == "bad" })
    #expect(try !ListedForms(session: other.session).all().contains { $0.id == "bad" })
  }

  @Test func `Many broken files are counted, and all are left out`() throws {
    for number in 1...8 { write("bad\(number)", questions: "{id: a, ask: A?, colour: red}") }
    let problems = try OwnContent(session: session).problems()
    #expect(problems.count == 6)
    #expect(problems.last == "3 more. `content check` names them all.")
    for number in 1...8 { #expect(try !listed("bad\(number)")) }
  }

  @Test func `A form that changed since a draft was begun keeps every answer, and says what is new`() throws {
    write("own", questions: "{id: first, ask: One?};{id: old, ask: Old?};{id: last, ask: Last?}")
    sitting.answer([.line("1a"), .line(""), .line("o"), .line(""), .hangUp(draft: "half")])
    let form = try FormDesk(session: session).form("own")
    #expect(
      sitting.leaving { () throws(Departure) in try FormDesk(session: session).fill(form, day: DemoSeed.today) }
        == .hungUp)
    write("own", version: 2, questions: "{id: first, ask: One?};{id: new, ask: New?};{id: last, ask: Last?}")
    let draft = try #require(try sitting.store.drafts().first)
    sitting.answer([.line("half a line"), .line(""), .line("1")])
    let said = unwrapped(try sitting.said { try DraftOffer(session: session).resume(draft) })
    #expect(said.contains("This one has changed since you began."))
    #expect(said.contains(#"The new one also asks "New?". It no longer asks "Old?"."#))
    let entry = try #require(try sitting.store.entries(EntryFilter(form: "own")).first)
    #expect(entry.answers == ["first": .text("1a"), "old": .text("o"), "last": .text("half a line")])
    #expect(entry.form.version == 1)
    #expect(try sitting.store.form(of: entry) == form)
  }

  @Test func `A draft and its entry outlive the file of their form`() throws {
    write("own")
    sitting.answer([.line("here"), .hangUp(draft: "")])
    let form = try FormDesk(session: session).form("own")
    #expect(
      sitting.leaving { () throws(Departure) in try FormDesk(session: session).fill(form, day: DemoSeed.today) }
        == .hungUp)
    try FileManager.default.removeItem(atPath: sitting.home + "/content/forms/own.yaml")
    sitting.type("", "1")
    try DraftOffer(session: session).resume(try #require(try sitting.store.drafts().first))
    #expect(try sitting.store.entries(EntryFilter(form: "own")).map(\.answers) == [["words": .text("here")]])
  }

  @Test func `A delicate form that nobody has reviewed carries its banner`() throws {
    write("plain")
    write("hard", "delicate: yes\nreviewed: no")
    write("read", "delicate: yes\nreviewed: Dr A. Example, 2026-12-01")
    func opening(_ id: String) throws -> String {
      sitting.answer([.hangUp(draft: "")])
      let form = try FormDesk(session: session).form(id)
      return unwrapped(
        sitting.said {
          _ = sitting.leaving { () throws(Departure) in try FormDesk(session: session).fill(form, day: DemoSeed.today) }
        })
    }
    let banner = "No clinician has reviewed this one yet."
    #expect(try opening("hard").contains(banner))
    #expect(try !opening("plain").contains(banner))
    #expect(try !opening("read").contains(banner))
  }

  @Test func `A linked answer stands on the line, and none without a link`() throws {
    write("first", "then: [{offer: next, say: Next?, link: follows}]")
    write("next", questions: "{id: copy, ask: Copy?, prefill: {linked: words}}")
    var seen: [String] = []
    var lines = ["mine", "", "1", "1"][...]
    sitting.console.reply = { prompt in
      seen.append(prompt.prefill)
      return lines.popFirst().map { .line($0) } ?? .endOfInput
    }
    let desk = FormDesk(session: session)
    _ = sitting.leaving { () throws(Departure) in try desk.fill(try desk.form("first"), day: DemoSeed.today) }
    #expect(seen.last == "mine")
    _ = sitting.leaving { () throws(Departure) in try desk.fill(try desk.form("next"), day: DemoSeed.today) }
    #expect(seen.last == "")
  }
}

/// What the program suggests of itself.
@Suite struct HeldBackTests {
  @Test func `Nothing delicate and unreviewed is among what the program suggests`() {
    let heldBack = Set(content.forms().filter(\.isHeldBack).map(\.id))
    #expect(heldBack.isSuperset(of: ["chain-analysis", "exposure-ladder", "lapse-debrief", "dialectical-abstinence"]))
    let skills = content.skills()
    let all = Set(skills.map(\.id))
    for distress in [0, 45, 79] {
      for id in SkillRanking(tries: []).suggestions(distress: distress, available: all) {
        #expect(!heldBack.contains(skills.first { $0.id == id }?.form ?? ""), "\(id)")
      }
    }
  }

  @Test func `A skill whose exercise is held back gives way to the next`() throws {
    let sitting = try Sitting()
    let folder = sitting.home + "/content/forms"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let own = try String(contentsOfFile: contentFolder + "/en/forms/dbt/stop.yaml", encoding: .utf8)
      .replacing("questions:\n", with: "delicate: yes\nquestions:\n", maxReplacements: 1)
    _ = FileManager.default.createFile(atPath: folder + "/stop.yaml", contents: Data(own.utf8))
    sitting.type("70")
    _ = sitting.leaving { () throws(Departure) in try SkillGuide(session: sitting.session).suggest() }
    #expect(!sitting.transcript.contains("STOP: "))
    #expect(sitting.transcript.contains("Paced breathing: "))
  }
}
