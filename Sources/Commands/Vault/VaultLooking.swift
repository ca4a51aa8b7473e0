import ArgumentParser
import Conversation
import Crypto
import Forms
import Journal
import Terminal
import Vault

/// `vault info`: what can be told without the passphrase.
package struct VaultInfo: SessionCommand {
  package static let configuration = CommandConfiguration(
    commandName: "info", abstract: "What the file is, without opening it.")
  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) {
    guard session.world.folder.hasVault else { throw .failed(.noJournal) }
    let info = try session.onFolder { (folder) throws(VaultError) in try folder.info() }
    let now = session.world.clock.now()
    let saved = Moment(milliseconds: info.modified * 1000, offset: now.offset, zone: now.zone)
    session.console.show(
      [
        .pair("Folder", Rich(session.world.environment.home)), .pair("Format", Rich("version \(info.version)")),
        .pair("Size", Rich("\((info.size + 1023) / 1024) KiB in \(info.records) records")),
        .pair("Last change", Rich("\(Dates.words(saved.day, today: now.day)) at \(saved.time.iso)")),
        .pair("Key", Rich("Argon2id, \(info.kdf.passes) passes, \(info.kdf.memoryMiB) MiB")),
        .pair("Recovery words", Rich(info.hasRecoveryWords ? "yes" : "none")),
      ], to: .result)
  }
}

/// `vault check`: reads every record, and has SQLite check the database.
package struct VaultCheck: SessionCommand {
  package static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read and check everything in the file.")
  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) {
    let report = try session.onVault { (vault) throws(VaultError) in try vault.check() }
    guard report.problems.isEmpty else {
      session.console.show(report.problems.map { .bullet(Rich($0)) }, to: .result)
      throw .failed(
        Failure(
          "The journal opens, and something in it is not as it should be.", safe: "Nothing was changed.",
          next: "Make a backup now: `vault backup FILE`.", code: 65))
    }
    session.console.show(
      [.text(Rich("All \(report.records) records are whole, and the database is too."))], to: .result)
  }
}
