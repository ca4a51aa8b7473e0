import FHIR
import Forms
import Foundation
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// Questionnaires added from files, filled in, and told over time, in a real journal.
@Suite struct MeasureTests {
  let sitting: Sitting
  var session: Session { sitting.session }
  static let files = project + "/Tests/FHIRTests/Fixtures/"

  init() throws { sitting = try Sitting() }

  private func add(_ file: String, _ lines: [String], beside: [String] = []) -> (said: String, Departure?) {
    sitting.answer(lines.map { .line($0) })
    var departure: Departure?
    let said = sitting.said {
      departure = sitting.leaving { () throws(Departure) in
        try AddQuestionnaire(session: session).add(Self.files + file, valueSets: beside.map { Self.files + $0 })
      }
    }
    return (unwrapped(said), departure)
  }

  private func fill(_ name: String, _ lines: [String]) -> (said: String, departure: Departure?) {
    sitting.answer(lines.map { .line($0) })
    var departure: Departure?
    let said = sitting.said {
      departure = sitting.leaving { () throws(Departure) in
        try MeasureDesk(session: session).fill(try MeasureList(session: session).named(name))
      }
    }
    return (unwrapped(said), departure)
  }

  private func entries(_ form: String) throws -> [Entry] { try sitting.store.entries(EntryFilter(form: form)) }

  @Test func `A questionnaire is shown, added after a yes, and its exact file is kept`() throws {
    let (said, departure) = add("nine-known.json", ["yes", "1"])
    #expect(departure == nil)
    #expect(
      said.hasPrefix(
        "Nine made-up questions ---------------------- Questions 10 Published by A made-up clinic Copyright Made up for tests. No rights "
          + "reserved. Version 2.1 Score known here as PHQ-9, with the ranges that clinicians use Add it to your "
          + "journal? Yes or no: yes This asks about suicide or self-harm: \"I thought of not being here any more\"."))
    #expect(said.contains("How often should `today` bring it up? 1 Every week"))
    #expect(said.hasSuffix("Added. `measure nine-made-up-questions` opens it."))
    let kept = try #require(try KeptQuestionnaires(session: session).all().first)
    #expect(
      try KeptQuestionnaires(session: session).files(kept.key) == [
        PlainFile.read(Self.files + "nine-known.json", limit: 1 << 20).get()
      ])
    let form = try KeptQuestionnaires(session: session).form(kept)
    #expect(form.source?.key == kept.key && form.allQuestions.filter { $0.selfHarm == true }.map(\.id) == ["44260-8"])
  }

  @Test func `A no adds nothing, and a file twice is here already`() throws {
    #expect(add("nine-known.json", ["no"]).said.hasSuffix("It was not added."))
    #expect(try KeptQuestionnaires(session: session).all() == [])
    _ = add("nine-known.json", ["yes", "1"])
    #expect(
      add("nine-known.json", []).said
        == "Nine made-up questions is here already. `measure nine-made-up-questions` opens it.")
  }

  @Test func `Which questions are about self-harm is asked, and not sure means all`() throws {
    func marked(_ reply: String) throws -> [String] {
      let sitting = try Sitting()
      sitting.answer(["yes", reply, "4"].map { .line($0) })
      try AddQuestionnaire(session: sitting.session).add(Self.files + "sum-variables.json")
      let store = KeptQuestionnaires(session: sitting.session)
      return try store.form(try #require(try store.all().first)).allQuestions.filter { $0.selfHarm == true }.map(\.id)
    }
    #expect(try marked("none") == [])
    #expect(try marked("2") == ["q"])
    #expect(try marked("1 and 3") == ["p", "x"])
    #expect(try marked("") == ["p", "q", "x"])
  }

  @Test func `A total comes with its range, and never as a diagnosis`() throws {
    _ = add("nine-known.json", ["yes", "1"])
    let (said, departure) = fill("nine", Array(repeating: "1", count: 8) + ["0", "2", "1"])
    #expect(departure == nil)
    #expect(said.contains("Made up for tests. No rights reserved. Nobody sees this as you type."))
    #expect(
      said.hasSuffix(
        "Saved. `undo` takes it back. Total of the nine 8 (0 to 27) Clinicians often call 5 to 9 mild (Kroenke and "
          + "others, 2001). That is for adults, and it is not a diagnosis."))
    // A plain no on the last one is no reason for a word about it.
    #expect(!said.contains("safe") && !said.contains("crisis shows"))
    let entry = try #require(try entries("nine-made-up-questions").first)
    #expect(entry.answers["44260-8"] == .text("a0"))
    let form = try sitting.store.form(of: entry)
    let json = QuestionnaireResponse(form: form, answers: entry.answers, authored: entry.recorded.rfc3339).json()
    #expect(json["questionnaire"]?.string == "https://example.org/Questionnaire/nine-made-up-questions|2.1")
    #expect(json["item"]?.array?.count == 11)
    #expect(json["item"]?.array?.last?["answer"] == [["valueDecimal": 8]])
  }

  @Test func `A change is told with what is known about it, and who says so`() throws {
    _ = add("nine-known.json", ["yes", "1"])
    _ = fill("nine", Array(repeating: "2", count: 8) + ["0", "0", "1"])
    sitting.clock.daysLater = 7
    let lower = fill("nine", Array(repeating: "1", count: 8) + ["0", "0", "1"]).said
    #expect(
      lower.hasSuffix(
        "The time before, Fri 20 Nov, it was 16. That is 8 points lower than on Fri 20 Nov. A change of 5 or more is "
          + "often counted as more than chance (Löwe and others, 2004)."))
    sitting.clock.daysLater = 14
    let near = fill("nine", Array(repeating: "1", count: 7) + ["2", "0", "0", "1"]).said
    #expect(near.contains("1 point higher than on Fri 27 Nov. A change of less than 5 is often chance"))
    #expect(near.hasSuffix("The first time, Fri 20 Nov, it was 16."))
    for word in ["better", "worse", "improve", "well done"] { #expect(!(lower + near).lowercased().contains(word)) }
  }

  @Test func `With an answer left out there is no total`() throws {
    _ = add("nine-known.json", ["yes", "1"])
    let said = fill("nine", ["skip"] + Array(repeating: "1", count: 7) + ["0", "0", "1"]).said
    #expect(said.hasSuffix("Total of the nine 8 of 9 answered, so there is no total."))
    #expect(try sitting.store.numbers(forms: ["nine-made-up-questions"], variables: ["44261-6"]) == [])
  }

  @Test func `Lists of answers come from files beside, and a missing one is named`() throws {
    let (_, missing) = add("value-sets.json", [])
    guard case .failed(let failure)? = missing else {
      Issue.record("it was taken")
      return
    }
    #expect(
      failure
        == Failure(
          "value-sets.json cannot be used. Line 66, column 25: The list of answers named here is in none of the files. "
            + "Give it with --valuesets.", safe: "Nothing was added, and your journal is unchanged.",
          next: "Whoever gave you the file may have another version of it.", code: 65))
    let (said, departure) = add(
      "value-sets.json", ["yes", "none", "4"], beside: ["value-set-beside.json", "value-set-bundle.json"])
    #expect(departure == nil && said.hasSuffix("opens it."))
    let kept = try #require(try KeptQuestionnaires(session: session).all().first)
    #expect(try KeptQuestionnaires(session: session).files(kept.key).count == 3)
  }

  @Test func `A file that is not there, and one that is none, are told with their codes`() {
    func code(_ departure: Departure?) -> Int32 { departure?.exitCode ?? 0 }
    #expect(code(add("none.json", []).1) == 66)
    #expect(code(add("refused.xml", []).1) == 65)
  }

  @Test func `Taken off the list its history stays, and the file brings it back`() throws {
    _ = add("three-drinks.json", ["yes", "1"])
    _ = fill("three", ["0", "1"])
    let list = MeasureList(session: session)
    try MeasureDesk(session: session).remove(try list.named("three"))
    #expect(try list.all().map(\.id) == ["weekly-check-in"])
    #expect(try entries("three-about-drinks").count == 1)
    _ = add("three-drinks.json", ["yes", "1"])
    #expect(try list.named("three").id == "three-about-drinks" && list.named("three").last != nil)
    let own = try list.named("weekly")
    guard
      case .failed(let failure)? = sitting.leaving({ () throws(Departure) in
        try MeasureDesk(session: session).remove(own)
      })
    else {
      Issue.record("it went")
      return
    }
    #expect(failure.code == 64)
  }

  @Test func `What is due stands in today for two weeks, as often as the person said`() throws {
    let list = MeasureList(session: session)
    // What comes with the program is not brought up before anyone has begun with it.
    #expect(try list.due() == [])
    _ = add("three-drinks.json", ["yes", "2"])
    #expect(try list.due() == ["Three about drinks (`measure three-about-drinks`)"])
    _ = fill("three", ["0", "1"])
    #expect(try list.due() == [])
    sitting.clock.daysLater = 13
    #expect(try list.due() == [])
    sitting.clock.daysLater = 14
    #expect(try list.due().count == 1)
    let said = unwrapped(try sitting.said { try TodayScreen(session: session).show() })
    #expect(said.contains("Due Three about drinks (`measure three-about-drinks`)"))
    sitting.clock.daysLater = 29
    #expect(try list.due() == [])
    try MeasureDesk(session: session).often(try list.named("three"), days: 0)
    sitting.clock.daysLater = 14
    #expect(try list.due() == [])
  }

  @Test func `Left in the middle it is offered again, whenever that was`() throws {
    _ = add("nine-known.json", ["yes", "1"])
    sitting.answer([.line("1"), .line("2"), .interrupted(draft: "")])
    session.isShell = true
    #expect(
      sitting.leaving { () throws(Departure) in
        try MeasureDesk(session: session).fill(try MeasureList(session: session).named("nine"))
      } == .paused)
    sitting.clock.daysLater = 2
    let (said, _) = fill("nine", ["1", "back", "3", "crisis", "1"])
    #expect(said.contains("You began this one, and it is not finished."))
    #expect(said.contains("Handrail cannot call anyone"))
    let walk = try #require(try sitting.store.drafts().first?.walk)
    #expect(walk.answers[Path("44250-9")] == .text("a1") && walk.answers[Path("44255-8")] == .text("a3"))
  }
}
