import ArgumentParser
import Conversation
import Terminal
import Vault

/// `vault restore`: puts a backup in the journal's place, after reading all of it.
package struct VaultRestore: SessionCommand {
  package static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a backup in place. What it replaces is kept.")

  @Argument(help: "The backup, or a folder with a journal in it.") var file: String
  @Flag(help: "Do not ask, also when the backup is older or of another journal.") var yes = false
  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) {
    session.show(.text("The passphrase of the backup opens it, to check it before anything is replaced."))
    let credential = try Conversation.Unlock(session: session).credential()
    session.lock()
    let path = TypedPath(file, in: session).path
    let backup: CheckedBackup
    do {
      backup = try session.world.folder.checkedBackup(at: path, credential: credential)
    } catch {
      throw .failed(Self.failure(error))
    }
    guard try isWanted(backup, session) else {
      return session.console.show([.text("Kept. Nothing was changed.")], to: .result)
    }
    let replaced = session.world.folder.hasVault
    try session.onFolder { (folder) throws(VaultError) in try folder.restore(backup) }
    let kept = replaced ? " What was there before is kept beside it, with `.replaced` in its name." : ""
    session.console.show([.text(Rich("The backup is in place.\(kept)"))], to: .result)
  }

  /// Tells what the backup is against what is here, and asks where it is not simply newer.
  private func isWanted(_ backup: CheckedBackup, _ session: Session) throws(Departure) -> Bool {
    let folder = session.world.folder
    let here = folder.mark(besides: backup)
    // Under another key only the file's own time is known, which is a little later than the save.
    let hereSaved = here?.lastSaved ?? (try? folder.info()).map { $0.modified * 1000 - 999 }
    let isForeign = folder.isForeign(backup) ?? false
    let isOlder = folder.hasVault && (backup.mark.lastSaved ?? 0) < hereSaved ?? 0
    guard isForeign || isOlder || backup.isCutOff else { return true }
    if backup.isCutOff { session.show(.alert("The end of this backup is cut off, so its newest saves are missing.")) }
    if isForeign {
      session.show(.alert(Rich("This backup is of another \(session.thing), not of the one that is here.")))
    } else if isOlder {
      session.show(.alert("This backup is older than what is here now."))
    }
    session.console.show([
      .pair("The backup", Rich(Self.words(backup.mark.lastSaved, backup.mark.entries, session))),
      .pair("Here now", Rich(Self.words(hereSaved, here?.entries, session))),
    ])
    // In a script an older backup is what was asked for; the others are more likely a slip.
    guard !yes, isForeign || backup.isCutOff || session.console.isInteractive else { return true }
    do {
      return try session.confirm("Put it in place? What is here is kept beside it.")
    } catch {
      guard error == .endOfInput else { throw error }
      throw .failed(
        Failure("Nobody said yes.", safe: "Nothing was changed.", next: "--yes puts it in place.", code: 65))
    }
  }

  private static func words(_ saved: Int64?, _ entries: Int?, _ session: Session) -> String {
    guard let saved else { return "nothing in it yet" }
    let when = "last saved \(Dates.words(milliseconds: saved, now: session.world.clock.now()))"
    return entries.map { "\(when), \($0 == 1 ? "1 entry" : "\($0) entries")" } ?? when
  }

  private static func failure(_ error: VaultError) -> Failure {
    guard case .damaged(let record, _) = error else { return Failure(error) }
    return Failure(
      "The backup is damaged at record \(record).", safe: "Nothing was changed.", next: "Try another backup.",
      code: error.exitCode)
  }
}
