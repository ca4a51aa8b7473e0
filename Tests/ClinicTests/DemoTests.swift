import Conversation
import Exchange
import Foundation
import Journal
import Testing
import Vault

@testable import Clinic

/// Practice for a programme: made-up people, made by the same code as anyone's files.
@Suite struct DemoTests {
  @Test func `Twelve people send for twelve weeks, each in their own way, and all of it is taken in`() throws {
    let sitting = try ClinicSitting()
    let made = try DemoCaseload(session: sitting.session, seed: 1).write()
    let store = try sitting.store
    let people = try store.participants()
    #expect(people.count == 12 && made.people == 12)
    #expect(made.left == 2 && made.taken == 12 * 10 + 8 + 6 - 2)
    func logs(_ name: String) throws -> [KeptLog] {
      try store.logs(of: try #require(people.first { $0.name == name }).n)
    }
    func lines(_ name: String, _ states: [CaseloadLine.State] = [.shown]) throws -> [CaseloadLine] {
      try store.lines(of: try #require(people.first { $0.name == name }).n, states: states)
    }
    #expect(try logs("Ben O.").count == 8)
    #expect(try logs("Jun L.").count == 6)
    #expect(try lines("Dev P.", [.withdrawn]).count == 1)
    #expect(try lines("Finn W.").filter { $0.form == "weekly-check-in" } == [])
    #expect(try lines("Grace T.").filter { $0.form == "weekly-check-in" }.count >= 8)
    #expect(try lines("Carla M.").allSatisfy { $0.body.contains("\"share\":\"numbers\"") })
    let urges = try lines("Elif K.").compactMap { LogLine(kept: $0.body)?.answers["urges"] }
    #expect(urges.contains { if case .number(let value) = $0 { value >= 8 } else { false } })
    // Of the same files sent again nothing is doubled.
    #expect(try lines("Kofi B.", [.gone, .disputed, .other]) == [])
    #expect(try store.audit().filter { $0.act == "imported" }.count == made.taken)
    #expect(sitting.line("export --all --format fhir --unsealed --yes --out \(sitting.folder)/fhir").departure == nil)
    let left = sitting.line("import --new \(made.folder)")
    #expect(left.departure == nil && left.said.contains("2 of \(made.taken + 2) files taken in."))
  }

  @Test func `The same seed makes the same entries`() throws {
    func once(_ seed: UInt64) throws -> [String] {
      let sitting = try ClinicSitting()
      let card = try KeyDesk(session: sitting.session).card()
      let sent = try DemoSender(session: sitting.session, programme: KeyCard(name: "H", keys: card.keys))
        .make(DemoParticipant.all[0], number: 1, seed: seed)
      return ["\(sent.entries)", "\(sent.files.map(\.name))"]
    }
    #expect(try once(3) == once(3))
  }

  @Test func `The demo says where it is, and leaves another caseload alone`() throws {
    let sitting = try ClinicSitting()
    let again = sitting.once("demo", "--no-shell", "--home", sitting.folder + "/home")
    #expect(
      again.code == 73 && again.console.transcript.oneLine.contains("There is a caseload in that folder already."))
    #expect(sitting.line("demo").departure?.exitCode == 64)
  }
}
