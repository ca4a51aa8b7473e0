import ArgumentParser
import Conversation
import Terminal
import Vault

/// `vault salvage`: what stands before the damage, as a journal of its own.
package struct VaultSalvage: SessionCommand {
  package static let configuration = CommandConfiguration(
    commandName: "salvage", abstract: "Save what can be read of a damaged journal into a new folder.")

  @Argument(help: "The new folder.") var folder: String
  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) {
    try session.onFolder { (folder) throws(VaultError) in try folder.requireVault() }
    let path = TypedPath(folder, in: session).path
    let credential = try Conversation.Unlock(session: session).credential()
    session.lock()
    session.show(.quiet("Reading…"))
    let report: SalvageReport
    do {
      report = try session.world.folder.salvage(into: VaultFolder(path: path), credential: credential)
    } catch {
      throw .failed(Self.failure(error, path: path, in: session))
    }
    try? session.world.settings.write(inHome: path)
    let now = session.world.clock.now()
    let until = report.mark.lastSaved.map { " up to \(Dates.words(milliseconds: $0, now: now))" } ?? ""
    let count = report.mark.entries == 1 ? "1 entry" : "\(report.mark.entries) entries"
    session.console.show(
      [
        .text(Rich("Saved in \(path): everything\(until), \(count).")),
        .text(
          report.damage == nil
            ? "Nothing was damaged, so nothing is missing."
            : Rich("What was saved after that cannot be read any more. The damaged \(session.thing) was left as it is.")
        ),
        .text(Rich("To look at it: `\(session.side.command) --home \(Quoted.path(path))`")),
        .text(Rich("To put it in place: `\(session.side.command) vault restore \(Quoted.path(path))`")),
      ], to: .result)
  }

  private static func failure(_ error: VaultError, path: String, in session: Session) -> Failure {
    switch error {
    case .alreadyExists:
      return Failure(
        "There is something in \(path) already.", safe: "It was left as it is.", next: "Name a new folder.",
        code: error.exitCode)
    case .damaged:
      let earlier = session.world.environment.home + "/vault.bak"
      let next = session.world.folder.hasEarlierFile ? "`handrail vault restore \(Quoted.path(earlier))`" : nil
      return Failure(
        "The damage is at the very beginning, so there is nothing before it to save.",
        safe: "The journal was left as it is.",
        next: next.map { "An earlier state is left: \($0) puts it in place." }
          ?? "`handrail vault restore FILE` puts back a backup.", code: error.exitCode)
    default: return Failure(error)
    }
  }
}
