import Conversation
import Crypto
import Glibc
import Shell
import Terminal
import Testing
import Vault

@testable import Clinic

/// The programme's shell: its words, its menu, and that it never takes a journal for a caseload.
@Suite struct ClinicShellTests {
  @Test func `Each line of the menu is a word of the shell`() throws {
    let words = Set(ClinicTable.words)
    for item in ClinicHome.items where item.line == "crisis" { #expect(words.contains(item.line)) }
    #expect(words.count == ClinicTable.words.count)
  }

  @Test func `A word that is not known is answered with the nearest one`() throws {
    let sitting = try ClinicSitting(caseload: false)
    #expect(
      sitting.line("vaullt").departure
        == .failed(
          Failure(
            "That is not a word of the clinic's shell.", safe: "Nothing was changed.", next: "Did you mean `vault`?",
            code: 64)))
  }

  @Test func `Crisis help needs no caseload`() throws {
    let sitting = try ClinicSitting(caseload: false)
    let (said, departure) = sitting.line("crisis")
    #expect(departure == nil)
    #expect(said.contains("In danger now?"))
  }

  @Test func `A person's journal is not opened as a caseload, and stays as it was`() throws {
    let sitting = try ClinicSitting(caseload: false)
    let person = Session(sitting.session.world)
    try NewJournal(session: person).create(
      try SecretBytes(copying: Array(ClinicSitting.passphrase.utf8)), kdf: KDFSettings(passes: 2, memoryMiB: 19),
      recovery: false)
    person.lock()
    let (code, console) = sitting.once("vault", "check")
    #expect(code == 65)
    #expect(console.transcript.contains("This folder holds what one person wrote, not a programme's"))
    sitting.console.secrets = [ClinicSitting.passphrase]
    #expect(try person.journal().lastSaved() == nil)
  }

  @Test func `A caseload is not opened as a journal`() throws {
    let sitting = try ClinicSitting()
    sitting.session.lock()
    let person = Session(sitting.session.world)
    sitting.console.secrets = [ClinicSitting.passphrase]
    var departure: Departure?
    do throws(Departure) { _ = try person.journal() } catch { departure = error }
    #expect(
      departure
        == .failed(
          Failure(
            "This folder holds a programme's caseload, not a journal.", safe: "It was left as it is.",
            next: "`handrail clinic --home FOLDER` opens it.", code: 65)))
  }

  @Test func `A caseload that others of the computer can reach is opened, and it is said how to close it`() throws {
    let sitting = try ClinicSitting()
    sitting.session.lock()
    chmod(sitting.folder + "/home", 0o755)
    let (code, console) = sitting.once("strangers")
    #expect(code == 0)
    #expect(console.transcript.replacing("\n", with: " ").contains("can reach your caseload's folder or files"))
    #expect(console.results.contains("No file came by a key that nobody here has."))
  }
}
