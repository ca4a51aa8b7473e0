import ArgumentParser
import Conversation
import Terminal

/// `hide`: clears screen and scrollback and locks, at once.
package struct Hide: SessionCommand {
  package static let configuration = CommandConfiguration(
    commandName: "hide", abstract: "Clear the screen and lock, at once.")
  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) {
    session.console.clear()
    session.lock()
    session.console.clear()
  }
}

/// `lock`: closes the journal; help and reading go on working.
package struct LockCommand: SessionCommand {
  package static let configuration = CommandConfiguration(commandName: "lock", abstract: "Lock the journal.")
  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) {
    let wasOpen = session.isUnlocked
    session.lock()
    session.console.clear()
    session.show(
      .text(
        session.side == .clinic
          ? "Locked. `crisis` works without the passphrase."
          : "Locked. `crisis`, `now` and `learn` work without the passphrase: Enter goes to them."))
    if wasOpen && session.isShell { try Conversation.Unlock(session: session).run() }
  }
}

/// `unlock`: opens the journal.
package struct UnlockCommand: SessionCommand {
  package static let configuration = CommandConfiguration(
    commandName: "unlock", abstract: "Open the journal with your passphrase.")
  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) {
    if session.isUnlocked { return session.show(.text(Rich("Your \(session.thing) is open."))) }
    _ = try session.open()
  }
}

/// `quit`: leaves. Everything is kept.
package struct Quit: SessionCommand {
  package static let configuration = CommandConfiguration(
    commandName: "quit",
    abstract: "Leave. Everything is kept.", aliases: ["exit", "bye", "q"])
  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) { throw .quit }
}

/// `version`: which Handrail this is.
package struct Version: SessionCommand {
  package static let configuration = CommandConfiguration(commandName: "version", abstract: "Which version this is.")
  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) {
    session.console.write(raw: "\(Release.version)\n")
  }
}
