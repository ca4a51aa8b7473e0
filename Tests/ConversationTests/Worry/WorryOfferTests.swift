import Forms
import Foundation
import Journal
import Library
import Terminal
import Testing
import Vault

@testable import Conversation

/// The offer of the plan after heavy words: once, quietly, and leaving no trace.
@Suite struct WorryOfferTests {
  let sitting: Sitting
  var session: Session { sitting.session }
  private let heavy = "I want to die."
  private let goodbye = "I am going to kill myself tonight."

  init() throws { sitting = try Sitting() }

  private func fill(_ form: String, _ lines: [String]) -> String {
    sitting.answer(lines.map { .line($0) })
    return sitting.said {
      let departure = sitting.leaving { () throws(Departure) in
        let desk = FormDesk(session: session)
        try desk.fill(try desk.form(form), day: session.world.clock.now().day)
      }
      if let departure, departure != .endOfInput { Issue.record("left as \(departure)") }
    }
  }

  private func offers(_ said: String) -> Int { said.ranges(of: WorryOffer.question).count }

  private func writePlan() throws {
    let form = try FormDesk(session: session).form("emergency-plan")
    try sitting.store.add(
      Entry(
        id: session.world.newID(), form: Wordings.stamp(of: form), day: DemoSeed.today,
        recorded: session.world.clock.now(), answers: ["reasons": .items(["the kingfisher"])]),
      form: form)
  }

  @Test func `The words are in the journal before the offer is made, and Enter carries on`() throws {
    var kept: [String] = []
    var lines = [heavy, "", "", ""][...]
    sitting.console.reply = { [sitting] _ in
      if sitting.transcript.contains(WorryOffer.question), kept.isEmpty {
        kept = ((try? sitting.store.drafts()) ?? []).map { "\($0.walk.answers)" }
      }
      return lines.popFirst().map { .line($0) } ?? .endOfInput
    }
    let desk = FormDesk(session: session)
    let note = try desk.form("note")
    let said = try sitting.said { try desk.fill(note, day: DemoSeed.today) }
    #expect(kept.count == 1 && kept[0].contains(heavy))
    #expect(offers(said) == 1)
    #expect(said.contains("1  Carry on") && said.contains("2  My emergency plan") && said.contains("3  Help now"))
    #expect(try sitting.store.entries().map(\.answers) == [["words": .text(heavy)]])
  }

  @Test func `The form goes on at its next question after the offer`() throws {
    let said = fill("thought-record-5", [heavy, "", "", "1"])
    #expect(offers(said) == 1)
    let after = try #require(said.components(separatedBy: WorryOffer.question).last)
    #expect(after.contains("did you feel"))
    #expect(try sitting.store.drafts().first?.walk.answers.count == 2)
  }

  @Test func `The plan is shown when it is wanted, and help where none is written`() throws {
    let without = fill("note", [heavy, "", "2", "", ""])
    #expect(without.contains("No emergency plan is written yet.") && without.contains("In danger now?"))
    try writePlan()
    let with = fill("note", [heavy, "", "2", "", ""])
    #expect(with.contains("the kingfisher") && !with.contains("In danger now?"))
    #expect(fill("note", [heavy, "", "3", "", ""]).contains("In danger now?"))
    #expect(try sitting.store.entries(EntryFilter(form: "note")).count == 3)
  }

  @Test func `After a no only a plan, means or a goodbye offers again, and not twice for one entry`() throws {
    #expect(offers(fill("note", [heavy, "", ""])) == 1)
    #expect(offers(fill("note", [heavy, ""])) == 0)
    #expect(offers(fill("note", [goodbye, "", ""])) == 1)
    #expect(offers(fill("thought-record-5", [goodbye, "", "", "sad", "50", goodbye, "", goodbye, ""])) == 1)
    session.lock()
    sitting.console.recording.secrets = [Sitting.passphrase]
    #expect(offers(fill("note", [heavy, "", ""])) == 1, "the memory of a no outlives the lock")
  }

  @Test func `In one entry a goodbye after a first no offers once more`() throws {
    #expect(offers(fill("thought-record-5", [heavy, "", "", "sad", "50", goodbye, "", "", goodbye])) == 2)
  }

  @Test func `Words that stood there before an edit bring nothing`() throws {
    _ = fill("note", [heavy, "", ""])
    session.worry = WorryMemory()
    let entry = try #require(try sitting.store.entries().first)
    let form = try FormDesk(session: session).form("note")
    var runner = FormRunner(session: session, form: form, editing: entry)
    sitting.type("2", "1", "I want to die. It was raining.", "", "", "")
    let said = try sitting.said { _ = try runner.run() }
    #expect(offers(said) == 0)
    #expect(try sitting.store.entries().first?.revision == 2)
  }

  @Test func `A plan holds warning signs: only a goodbye counts there`() throws {
    #expect(offers(fill("hope", [heavy, ""])) == 0)
    let memory = WorryMemory()
    #expect(memory.mayOffer(.strong, for: session.world.newID(), kind: .plan))
    #expect(!memory.mayOffer(.worry, for: session.world.newID(), kind: .plan))
  }

  @Test func `A list and own words in a choice are looked at, what the form wrote is not`() throws {
    let form = try FormDesk(session: session).form("thought-record-5")
    let emotions = try #require(form.question("emotions"))
    #expect(Answer.items(["sad", heavy]).ownWords(to: emotions).contains(heavy))
    for option in emotions.choices?.options ?? [] {
      #expect(Answer.items([option.code]).ownWords(to: emotions) == "")
    }
    #expect(Answer.items([heavy, "b"]).ownWords(to: Question("l", .list)) == "\(heavy)\nb")
    #expect(Answer.number(3).ownWords(to: Question("n", .yesNo)) == "")
  }

  @Test func `A mood log with words offers after it is saved`() throws {
    sitting.type("")
    let desk = FormDesk(session: session)
    let form = try desk.form("mood")
    let said = try sitting.said {
      try desk.keep(
        ["mood": .number(4), "more": .yesNo(true), "note": .text(heavy)], form: form, day: DemoSeed.today)
    }
    let parts = said.components(separatedBy: WorryOffer.question)
    #expect(parts.count == 2 && parts[0].contains("Saved."))
  }

  @Test func `A kept sentence offers the plan beside the other ways`() throws {
    try writePlan()
    sitting.type("4", "")
    let said = try sitting.said { try KeptSentence(session: session).answer("i want to die") }
    #expect(offers(said) == 1 && said.contains("4  My emergency plan") && said.contains("the kingfisher"))
    sitting.type("3")
    let other = try sitting.said { try KeptSentence(session: session).answer("the bus was late again") }
    #expect(offers(other) == 0 && !other.contains("My emergency plan"))
  }

  @Test func `A script is asked nothing`() throws {
    sitting.console.isInteractive = false
    #expect(offers(fill("note", [heavy, ""])) == 0)
    #expect(try sitting.store.entries().map(\.answers) == [["words": .text(heavy)]])
  }

  @Test func `Without a list nothing is offered and nothing is stopped`() throws {
    let folder = TemporaryFolder()
    try FileManager.default.copyItem(atPath: contentFolder, toPath: folder.path + "/content")
    try FileManager.default.removeItem(atPath: folder.path + "/content/en/worry.yaml")
    for broken in ["worry: [", nil] {
      if let broken {
        _ = folder.write("content/en/worry.yaml", broken)
      } else {
        try FileManager.default.removeItem(atPath: folder.path + "/content/en/worry.yaml")
      }
      let other = try Sitting(content: folder.path + "/content")
      #expect(other.session.world.worryWords == nil)
      other.type(heavy, "")
      let form = try FormDesk(session: other.session).form("note")
      try FormDesk(session: other.session).fill(form, day: DemoSeed.today)
      #expect(try other.store.entries().count == 1)
      #expect(!other.transcript.contains(WorryOffer.question))
    }
  }

  @Test func `Two journals with the same answers hold the same rows, with the offer and without`() throws {
    let other = try Sitting()
    other.session.world.use(nil)
    for sitting in [sitting, other] {
      let desk = FormDesk(session: sitting.session)
      let isOffered = sitting === self.sitting
      let note = try desk.form("note")
      sitting.answer([heavy, goodbye, "", isOffered ? "1" : nil].compactMap { $0 }.map { .line($0) })
      try desk.fill(note, day: DemoSeed.today)
      sitting.answer([.line("3")])
      try KeptSentence(session: sitting.session).answer(goodbye)
      sitting.answer(isOffered ? [.line("")] : [])
      try desk.keep(
        ["mood": .number(4), "more": .yesNo(true), "note": .text(heavy)], form: try desk.form("mood"),
        day: DemoSeed.today)
    }
    #expect(offers(sitting.transcript) >= 2 && offers(other.transcript) == 0)
    let held = try [sitting, other].map { try rows(of: $0) }
    #expect(held[0] == held[1])
    #expect(held[0].contains("kill myself"))
    #expect(!held[0].contains("sounds heavy") && !held[0].contains("Want your plan"))
    #expect(sitting.session.vault?.sequence == other.session.vault?.sequence)
  }

  /// Every row of every table, with keys, ids and times that differ from one journal to the next left out.
  private func rows(of sitting: Sitting) throws -> String {
    let text = TextSink()
    try sitting.session.vault?.database.dumpContent(to: text)
    let shared = text.text.split(separator: "\n").filter { !$0.contains("own-keys") }.joined(separator: "\n")
    return shared.replacing(#/[0-9A-HJKMNP-TV-Z]{26}/#, with: "ID").replacing(#/1[0-9]{12}/#, with: "TIME")
  }
}

private final class TextSink: TextOutputStream {
  var text = ""
  func write(_ string: String) { text += string }
}
