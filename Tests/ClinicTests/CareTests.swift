import Conversation
import Exchange
import Foundation
import Forms
import JSON
import Testing
import Vault

@testable import Clinic

/// Care of the data: who did what, who left, who was here twice, and how long it is kept.
@Suite struct CareTests {
  let sitting: ClinicSitting
  private let ana: Sender

  init() throws {
    sitting = try ClinicSitting()
    ana = try Sender(id: "P-ANA")
    try sitting.enroll("Ana Kingfisher", ana)
    try sitting.take([try ana.log([try ana.entry(1, ["mood": .number(4)])])])
  }

  private func said(_ line: String) -> String {
    let (said, departure) = sitting.line(line)
    guard case .failed(let failure)? = departure else { return said.oneLine }
    return "\(failure.code): \(failure.sentences)"
  }

  @Test func `The trail tells who did what when, newest first on the screen, and names nobody for other programs`()
    throws
  {
    try PeopleDesk(session: sitting.session).keep(initials: "mk")
    #expect(said("discharge Ana").contains("Ana Kingfisher (#1) is off the roster. All of it is kept."))
    sitting.console.width = 100
    sitting.console.isPlain = false
    let screen = sitting.line("audit").said.split(separator: "\n").map(String.init)
    #expect(screen[2].contains("discharged") && screen[2].contains("mk") && screen[2].contains("Ana Kingfisher (#1)"))
    #expect(screen.count == 2 + 3)
    let csv = sitting.line("audit --csv").said.split(separator: "\r\n")
    #expect(
      csv.map { $0.split(separator: ",", omittingEmptySubsequences: false)[1...3].joined(separator: " ") } == [
        "by act participant", "ab enrolled 1", " imported 1", "mk discharged 1",
      ])
    let json = try JSON(reading: Array(sitting.line("audit #1 --json").said.utf8), limits: JSONLimits(bytes: 1 << 20))
    #expect(json.array?.compactMap { $0["act"]?.string } == ["enrolled", "imported", "discharged"])
    #expect(json.array?[1]["detail"] == "1 new")
    #expect(!String(decoding: try json.canonical(), as: UTF8.self).contains("Ana"))
  }

  @Test func `Who left is kept, and their files are refused until they are back`() throws {
    #expect(said("discharge 1").contains("is off the roster"))
    #expect(said("discharge 1").contains("was discharged before"))
    let log = try ana.log([try ana.entry(2, ["mood": .number(5)])], sequence: 2)
    let path = sitting.folder + "/log.handrail"
    #expect(FileManager.default.createFile(atPath: path, contents: Data(log)))
    #expect(said("import --unsealed \(path)").contains("65:"))
    #expect(try sitting.store.lines(of: 1).count == 1)
    #expect(said("readmit 1").contains("is on the roster again"))
    #expect(sitting.line("import --unsealed \(path)").departure == nil)
    #expect(try sitting.store.lines(of: 1).count == 2)
    #expect(try sitting.store.audit(of: 1).map(\.act).contains("readmitted"))
  }

  @Test func `On another shell's line a name is not taken, a number is`() throws {
    let named = sitting.once("discharge", "Ana")
    #expect(named.code == 64)
    #expect(named.console.transcript.oneLine.contains("A name does not belong on this line"))
    #expect(sitting.once("discharge", "#1").code == 0)
    sitting.console.secrets = [ClinicSitting.passphrase]
    #expect(try sitting.store.participants().first?.status == .discharged)
  }

  @Test func `Two enrolments of one person become one, with both keys, and versions that both had stand once`() throws {
    // A second vault of the same journal: names of entries agree.
    let secret = [UInt8](repeating: 7, count: 32)
    let (old, new) = (try Sender(secret: secret, id: "P-OLD"), try Sender(secret: secret, id: "P-NEW"))
    try sitting.enroll("Cleo", old)
    try sitting.enroll("Cleo two", new)
    let both = try old.entry(1, ["mood": .number(3)])
    try sitting.take([
      try old.log([both, try old.entry(2, ["mood": .number(5)])]),
      try new.log([both, try new.withdrawn(2, revision: 2), try new.entry(3, ["mood": .number(6)])]),
    ])
    let doing = Doing(by: "ab", at: 9)
    try sitting.store.noteExport(of: [(3, "csv")], doing)
    #expect(sitting.line("merge Cleo \"Cleo two\"", then: "no").said.contains("Left as they are."))
    let (said, departure) = sitting.line("merge #2 #3", then: "yes")
    #expect(departure == nil)
    #expect(said.oneLine.contains("It is one person now: Cleo (#2), with both keys."))
    #expect(try sitting.store.participants().map(\.n) == [1, 2])
    #expect(try sitting.store.participant(2)?.keys.count == 2)
    #expect(try sitting.store.participant(signing: new.keys.publicKeys.signing.point)?.n == 2)
    let lines = try sitting.store.lines(of: 2, states: [.gone, .shown, .withdrawn, .disputed, .other])
    let states = Dictionary(grouping: lines) { $0.name }.mapValues { Set($0.map(\.state)) }
    #expect(states[try old.name(1)] == [.shown])
    #expect(states[try old.name(2)] == [.gone, .withdrawn])
    #expect(states[try old.name(3)] == [.shown])
    #expect(lines.count == 4)
    // Both logs go out as they came, and both keys still send.
    #expect(sitting.line("export #2 --format log --unsealed --yes --out \(sitting.folder)/logs").departure == nil)
    #expect(sitting.names(in: "logs").count == 3)
    try sitting.take([
      try old.log([try old.entry(4, ["mood": .number(1)])], sequence: 2),
      try new.log([try new.entry(5, ["mood": .number(1)])], sequence: 2),
    ])
    #expect(try sitting.store.audit(of: 3).map(\.act).first == "merged")
  }

  @Test func `How long data are kept is said, told when it is over, and nothing goes by itself`() throws {
    #expect(said("keep").contains("Data are kept until you erase them."))
    #expect(said("keep zero").hasPrefix("64:"))
    #expect(said("keep 7").contains("Data are to be kept for 7 years after somebody's last file or discharge."))
    let desk = KeepDesk(session: sitting.session)
    #expect(try desk.past() == [])
    sitting.clock.daysLater = 365 * 7
    #expect(try desk.past() == [])
    sitting.clock.daysLater = 365 * 7 + 3
    #expect(try desk.past().map(\.n) == [1])
    let (told, _) = sitting.line("keep", then: "2", "")
    #expect(told.oneLine.contains("Kept longer than your 7 years: Ana Kingfisher (#1)."))
    #expect(told.contains("Kept. Nothing was changed."))
    #expect(try sitting.store.lines(of: 1).count == 1)
    #expect(sitting.line("keep", then: "2", "yes").departure == nil)
    #expect(try sitting.store.participants() == [])
    #expect(said("keep forever").contains("Data are kept until you erase them."))
  }

  @Test func `A caseload is backed up, restored and salvaged as any vault`() throws {
    let backup = sitting.folder + "/backup"
    #expect(said("vault backup \(backup)").contains("The backup is made."))
    #expect(said("vault check").contains("whole"))
    #expect(sitting.line("erase #1", then: "yes").departure == nil)
    let restored = sitting.once("vault", "restore", backup, replies: "yes")
    #expect(restored.code == 0, "\(restored.console.transcript)")
    sitting.console.secrets = [ClinicSitting.passphrase]
    #expect(try sitting.store.lines(of: 1).count == 1)
    sitting.session.lock()
    sitting.console.secrets = ["not it at all", "nor this", "nor that"]
    sitting.session.isShell = false
    #expect(sitting.line("audit").departure?.exitCode == 77)
    #expect(sitting.console.transcript.contains("That did not open the caseload. Nothing is lost; try again."))
    let salvaged = sitting.once("vault", "salvage", sitting.folder + "/salvaged")
    #expect(salvaged.code == 0)
    #expect(salvaged.console.transcript.oneLine.contains("1 entry"))
    #expect(salvaged.console.transcript.oneLine.contains("`handrail clinic --home \(sitting.folder)/salvaged`"))
  }
}
