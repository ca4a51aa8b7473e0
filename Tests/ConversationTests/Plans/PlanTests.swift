import Exchange
import Forms
import Foundation
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// The plans as a person keeps them: written, read, changed, looked at again, printed.
@Suite struct PlanTests {
  let sitting: Sitting
  var session: Session { sitting.session }
  var desk: PlanDesk { PlanDesk(session: session) }
  private let today = DemoSeed.today

  static let answers: [String: Answer] = [
    "signs": .items(["I stop answering"]), "alone": .items(["walk to the canal", "radio"]),
    "people": .items(["Mia"]), "ask-help": .items(["Mia", "Sam"]),
    "helpers": .each([
      EachAnswer(of: "Mia", answers: ["helper-relation": .text("sister"), "helper-number": .text("087 123 4567")])
    ]), "professionals": .items(["Dr Bell, 01 234 5678"]), "safer-who": .items(["my brother"]),
    "reasons": .items(["the dog"]), "review-date": .text("2026-12-18"),
  ]

  init() throws { sitting = try Sitting() }

  @discardableResult
  func keep(_ kind: PlanKind = .emergency, _ answers: [String: Answer] = PlanTests.answers) throws -> Entry {
    let form = try FormDesk(session: session).form(kind.form)
    let entry = Entry(
      id: session.world.newID(), form: Wordings.stamp(of: form), day: today, recorded: session.world.clock.now(),
      answers: answers)
    try sitting.store.add(entry, form: form)
    return entry
  }

  private func said(_ lines: String..., by work: () throws(Departure) -> Void) throws -> String {
    sitting.answer(lines.map { .line($0) })
    return unwrapped(try sitting.said { if let left = sitting.leaving(work) { throw left } })
  }

  @Test func `The emergency plan is read at once, with every number beside its name`() throws {
    try keep()
    let text = try said("") { () throws(Departure) in try desk.overview() }
    #expect(text.hasPrefix("My emergency plan"))
    for line in [
      "1 My warning signs • I stop answering", "2 What I can do alone • walk to the canal • radio",
      "4 People I can ask for help • Mia, sister, 087 123 4567 • Sam", "Worth living for • the dog",
      "next look Fri 18 Dec", "Relapse-prevention plan: not written yet", "steps could be fuller",
    ] { #expect(text.contains(line), "\(line) in \(text)") }
  }

  @Test func `A new plan has its next look in four weeks, and every gap is said kindly`() throws {
    var lines = ["I stop answering", "", "", "", "", "", "", "", "", "", "the dog", "", "=", "1", "2", "1"][...]
    sitting.console.reply = { prompt in
      guard let line = lines.popFirst() else { return .endOfInput }
      return .line(line == "=" ? prompt.prefill : line)
    }
    let text = unwrapped(try sitting.said { try desk.open(.emergency) })
    let plan = try #require(try desk.newest(.emergency))
    #expect(PlanDesk.review(of: plan) == today.adding(days: 28))
    #expect(text.contains("Step 1 (warning signs) has one line. A second one helps when the first does not."))
    #expect(text.contains("Step 2 (what you can do alone) is still empty."))
    #expect(text.contains("more steps could be fuller. There is no hurry."))
    #expect(
      try sitting.store.reminders(due: today...today.adding(days: 40)).contains { $0.due == today.adding(days: 28) })
  }

  @Test func `Still right moves the next look four weeks on, and is a version of its own`() throws {
    let plan = try keep()
    sitting.clock.daysLater = 28
    _ = try said() { () throws(Departure) in try desk.renew(plan, .emergency) }
    let newest = try #require(try desk.newest(.emergency))
    #expect(newest.id == plan.id && newest.revision == 2)
    #expect(PlanDesk.review(of: newest) == today.adding(days: 56))
    var same = newest.answers
    same["review-date"] = plan.answers["review-date"]
    #expect(same == plan.answers)
  }

  @Test func `Every version stays, and two can be compared`() throws {
    let plan = try keep()
    let form = try desk.form(of: plan)
    var second = plan
    second.answers["alone"] = .items(["radio", "bath"])
    second.answers["reasons"] = nil
    second.recorded = session.world.clock.now()
    _ = try sitting.store.revise(second, form: form)
    #expect(try sitting.store.revisions(of: plan.id).map(\.answers) == [plan.answers, second.answers])
    let text = try said("") { () throws(Departure) in
      try PlanHistory(session: session).show(try desk.written(.emergency), .emergency)
    }
    #expect(text.contains("From version 1 to version 2"))
    #expect(text.contains("2 What I can do alone walk to the canal bath"))
    #expect(text.contains("Worth living for the dog"))
    #expect(!text.contains("I stop answering"))
  }

  @Test func `Going through it step by step asks each question with its answer ready`() throws {
    try keep()
    var prefills: [String] = []
    sitting.console.reply = { prompt in
      prefills.append(prompt.prefill)
      return prefills.count == 1 ? Reply.line("4") : Reply.interrupted(draft: "")
    }
    _ = sitting.leaving { () throws(Departure) in try desk.open(.emergency) }
    #expect(prefills == ["", "I stop answering"])
  }

  @Test(arguments: [200, -40]) func `A plan left for months goes on where it stood, also when the clock has jumped`(
    days: Int64
  ) throws {
    sitting.answer([.line("I stop answering"), .interrupted(draft: "")])
    _ = sitting.leaving { () throws(Departure) in try desk.open(.emergency) }
    sitting.clock.daysLater = days
    var lines = ["1", "", "walk, 087 123-4567 (x12)"][...]
    sitting.console.reply = { _ in lines.popFirst().map { .line($0) } ?? .interrupted(draft: "") }
    let text = unwrapped(sitting.said { _ = sitting.leaving { () throws(Departure) in try desk.open(.emergency) } })
    #expect(text.contains("You began this one, and it is not finished."))
    let drafts = try sitting.store.drafts()
    #expect(drafts.count == 1)
    #expect(drafts.first?.walk.answers[Path("signs")] == .items(["I stop answering"]))
    #expect(drafts.first?.walk.lines == ["walk, 087 123-4567 (x12)"])
  }

  @Test func `A plan that was never written says so, with 66`() throws {
    let left = sitting.leaving { () throws(Departure) in _ = try desk.written(.relapse) }
    guard case .failed(let failure)? = left else {
      Issue.record("\(String(describing: left))")
      return
    }
    #expect(failure.code == 66)
    #expect(failure.sentences == "Relapse-prevention plan: nothing is written there yet. `plan` begins it.")
  }

  @Test func `Suggestions come from skills that were followed by lower ratings, and from people marked for it`() throws
  {
    let breathing = try FormDesk(session: session).form("paced-breathing")
    for _ in 0..<2 {
      let entry = Entry(
        id: session.world.newID(), form: Wordings.stamp(of: breathing), day: today,
        recorded: session.world.clock.now(),
        answers: ["before": .number(70), "after": .number(40), "helped": .text("helped")])
      try sitting.store.add(entry, form: breathing)
    }
    let person = try FormDesk(session: session).form("person")
    for (name, marks) in [("Mia", ["support", "crisis-contact"]), ("Sam", ["support"]), ("Rick", [])] {
      var answers: [String: Answer] = ["name": .text(name), "support": .yesNo(false), "crisis-contact": .yesNo(false)]
      for mark in marks { answers[mark] = .yesNo(true) }
      let entry = Entry(
        id: session.world.newID(), form: Wordings.stamp(of: person), day: today, recorded: session.world.clock.now(),
        answers: answers)
      try sitting.store.add(entry, form: person)
    }
    let help = OwnHelp(session: session)
    #expect(try help.ideas(.skills) == ["Paced breathing"])
    #expect(Set(try help.ideas(.people)) == ["Mia", "Sam"])
    #expect(try help.ideas(.crisisPeople) == ["Mia"])
    sitting.type("", "")
    let text = unwrapped(sitting.said { _ = sitting.leaving { () throws(Departure) in try desk.open(.emergency) } })
    #expect(text.contains("From your own entries, as ideas: Paced breathing."))
  }

  @Test func `On paper it is text of the width of a card or a page, and HTML that is safe`() throws {
    var answers = Self.answers
    answers["reasons"] = .items(["<b>the dog</b> & \"Mia\"", "café"])
    let plan = try keep(.emergency, answers)
    let printing = PlanPrinting(session: session)
    func printed(_ size: PrintPage.Size, _ form: PlanPrinting.Form) throws -> String {
      try sitting.said { try printing.show(plan, size, form) }
    }
    let card = try printed(.wallet, .text)
    #expect(card.split(separator: "\n").allSatisfy { $0.count <= 42 })
    #expect(card.contains("087 123 4567") && card.contains("café"))
    let page = try printed(.page, .html)
    #expect(page.contains("&lt;b&gt;the dog&lt;/b&gt; &amp; &quot;Mia&quot;"))
    #expect(!page.contains("<b>") && !page.contains("<script") && page.contains("default-src 'none'"))
    let path = sitting.folder.path + "/out.html"
    try printing.write(plan, .page, .html, to: path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == page)
    #expect(page.contains("In danger now: call 112 or 999.") && card.contains("In danger now: call 112 or 999."))
    let again = sitting.leaving { () throws(Departure) in try printing.write(plan, .page, .text, to: path) }
    guard case .failed(let failure)? = again else {
      Issue.record("a file was replaced without a yes")
      return
    }
    #expect(failure.code == 73)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == page)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
  }
}
