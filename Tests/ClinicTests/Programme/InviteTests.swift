import Conversation
import Exchange
import Forms
import Foundation
import Terminal
import Testing
import Vault

@testable import Clinic

/// `invite`: what is written is what a participant's side reads, and nobody is left with a number that helps nobody.
@Suite struct InviteTests {
  let sitting: ClinicSitting
  private var file: String { sitting.folder + "/pack.txt" }

  init() throws {
    sitting = try ClinicSitting()
    try ProgrammeSample.keep(in: sitting)
  }

  private func pack() throws -> ProgrammePack {
    try ProgrammePack(reading: Array(Data(contentsOf: URL(filePath: file))))
  }

  @Test func `The pack is shown, the numbers are asked about, and it is signed with the programme's key`() throws {
    let (said, departure) = sitting.line("invite --out \(file)", then: "1")
    #expect(departure == nil)
    #expect(said.contains("Call each of them once"))
    #expect(said.contains("555 0100 by day, 555 0199 after hours."))
    let pack = try pack()
    let keys = try KeyDesk(session: sitting.session).keys().publicKeys
    #expect(pack.keys == keys)
    #expect(pack.made == Day(iso: "2026-11-20"))
    #expect(pack.name == "Harbour IOP" && pack.afterHours == "555 0199")
    #expect(pack.steps == ["Call 911 if a life is in danger.", "Call or text 988 at any hour."])
    #expect(pack.notice?.basis == "42 CFR Part 2")
    #expect(pack.sessions.map(\.what) == ["Group"])
    for word in keys.words { #expect(said.contains(word)) }
    // What stays with the programme is not in it.
    let text = String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
    #expect(!text.contains("Dana") && !text.contains("KM"))
  }

  @Test func `Not now writes nothing, and a file that is there is replaced only after a yes`() throws {
    #expect(sitting.line("invite --out \(file)", then: "2").said.contains("Nothing was written."))
    #expect(!FileManager.default.fileExists(atPath: file))
    try Data("mine".utf8).write(to: URL(filePath: file))
    _ = sitting.line("invite --out \(file)", then: "1", "1")
    #expect(try Data(contentsOf: URL(filePath: file)) == Data("mine".utf8))
    _ = sitting.line("invite --out \(file)", then: "1", "2")
    #expect(try pack().name == "Harbour IOP")
  }

  @Test func `A script without a yes writes nothing`() throws {
    let (code, console) = sitting.once("invite", "--out", file)
    #expect(code == 65)
    #expect(console.transcript.contains("Nobody answered. Nothing was written."))
    #expect(!FileManager.default.fileExists(atPath: file))
    #expect(sitting.once("invite", "--out", file, "--yes").code == 0)
    #expect(try pack().name == "Harbour IOP")
  }

  @Test func `A pack that names no emergency number or no night number says so`() throws {
    _ = sitting.line("settings region IE")
    #expect(sitting.line("invite --out \(file)", then: "2").said.contains("Nothing in it names 112 or 999"))
    var record = try ProgrammeShelf(session: sitting.session).record()
    try record.set(.afterHours, [])
    try ProgrammeShelf(session: sitting.session).keep(record)
    #expect(sitting.line("invite --out \(file)", then: "2").said.contains("There is no number for after hours."))
  }

  @Test func `A programme that has not said everything is told what is missing`() throws {
    try ProgrammeShelf(session: sitting.session).keep(ProgrammeRecord())
    #expect(
      sitting.line("invite --out \(file)").departure
        == .failed(
          Failure(
            "The programme has not said everything yet: Name, Who reads, How often, Meanwhile, By day.",
            safe: "Nothing was written.", next: "`init` goes on with the questions.", code: 65)))
  }

  @Test func `A pack that was written before can be given to init, with all but its questionnaires`() throws {
    _ = sitting.line("invite --out \(file) --yes")
    let record = try ProgrammeRecord(reading: Array(Data(contentsOf: URL(filePath: file))))
    #expect(record.name == "Harbour IOP" && record[.emergency].count == 2)
    #expect(record.missing == [])
  }

  @Test func `The sheet for the first session names the numbers, the eight words and what nobody watches`() throws {
    for sheet in ["sheet.html", "sheet.txt"] {
      let path = sitting.folder + "/" + sheet
      #expect(sitting.line("invite --out \(file) --yes --sheet \(path)").departure == nil)
      let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      let words = try KeyDesk(session: sitting.session).keys().publicKeys.words
      #expect(text.contains("555 0199") && text.contains("What nobody watches"))
      for word in words { #expect(text.contains(word)) }
    }
  }

  @Test func `A questionnaire is shown, goes into the pack, and can be taken out`() throws {
    let path = project + "/Tests/FHIRTests/Fixtures/five-well.json"
    #expect(sitting.line("questionnaire add \(path)", then: "no").said.contains("It was not added."))
    let (said, departure) = sitting.line("questionnaire add \(path)", then: "yes")
    #expect(departure == nil)
    #expect(said.contains("goes into the next pack"))
    #expect(sitting.line("questionnaire add \(path)").said.contains("in the pack already"))
    _ = sitting.line("invite --out \(file) --yes")
    #expect(try pack().questionnaires.count == 1)
    #expect(sitting.line("questionnaire").said.contains("1  "))
    #expect(sitting.line("questionnaire remove 1").said.contains("out of the pack"))
    _ = sitting.line("invite --out \(file) --yes")
    #expect(try pack().questionnaires.isEmpty)
  }

  @Test func `A questionnaire that cannot be used is refused with its place`() throws {
    let path = project + "/Tests/FHIRTests/Fixtures/refused-malformed.json"
    let (_, departure) = sitting.line("questionnaire add \(path)")
    guard case .failed(let failure) = departure else { return #expect(Bool(false)) }
    #expect(failure.code == 65)
    #expect(!failure.sentences.contains("journal"))
  }

  @Test func `Settings show what was said, change one thing, and tell that packs given out do not change`() throws {
    let (shown, _) = sitting.line("settings")
    #expect(shown.contains("555 0199") && shown.contains("Dana Reyes"))
    let (said, _) = sitting.line("settings after-hours", then: "555 0200")
    #expect(said.contains("Packs that you handed out still say what stood there before."))
    #expect(try ProgrammeShelf(session: sitting.session).record()[.afterHours] == ["555 0200"])
    _ = sitting.line("settings initials AB")
    #expect(try PeopleDesk(session: sitting.session).doing().by == "AB")
    #expect(sitting.line("settings keep never").departure != nil)
    #expect(sitting.line("settings colour red").departure != nil)
    #expect(try ProgrammeShelf(session: sitting.session).record().keepYears == 7)
  }
}
