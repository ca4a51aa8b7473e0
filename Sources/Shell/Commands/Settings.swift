import ArgumentParser
import Commands
import Conversation
import Terminal

/// `settings`: shows and changes what is not private.
struct Settings: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: "Country, language, idle time, plain mode, programme, pocket copy: `settings idle 20`.")

  @Argument(help: "region, language, idle, plain; or body, programme, pocket, mood, diary (they ask).") var name:
    String?
  @Argument(help: "The new value.") var value: String?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    switch name?.lowercased() {
    case "body": _ = try BodyQuestions(session: session).ask()
    case "programme", "program": try ProgrammeDesk(session: session).edit()
    case "mood": try AskedQuestions(session: session, log: .mood).manage()
    case "targets": try DiaryDesk(session: session).manage()
    case "diary":
      let chosen = try session.choose(["Targets, urges and emotions", "Substances, medicine, sleep and skills"])
      if chosen == 0 {
        try DiaryDesk(session: session).manage()
      } else {
        try AskedQuestions(session: session, log: .diary).manage()
      }
    case "pocket" where value?.lowercased() == "off": try PocketCopy(session: session).remove()
    case "pocket": try PocketCopy(session: session).manage()
    default: try plain(in: session)
    }
  }

  /// What stands in the plain file, and can be read before unlock.
  private func plain(in session: Session) throws(Departure) {
    if let name, let value {
      try PlainSettings(session: session).set(name, value)
    } else if name != nil {
      throw .failed(Failure("A value is missing.", next: "Try `settings idle 20`.", code: 64))
    }
    let settings = session.world.settings
    session.console.show(
      [.title("Settings")] + PlainSettings(session: session).blocks + [
        .pair("programme", Rich(settings.programme.map { "\($0.name), shown in crisis" } ?? "not shown in crisis")),
        .pair(
          "pocket", Rich(PocketCopy.isThere(session.world) ? "a part of your plan stands in crisis" : "no pocket copy")),
        .quiet("Also: `settings body`, `settings programme`, `settings pocket`, `settings mood`, `settings diary`."),
      ], to: .result)
  }
}
