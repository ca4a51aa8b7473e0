import ArgumentParser
import Commands
import Conversation
import Terminal
import Vault

/// From the command line to an exit code: parses, builds the world, runs one command or the shell.
package enum Program {
  /// `clinic` runs the programme's shell, or one line of it.
  package static func run(
    arguments: [String], values: [String: String], executable: String,
    clinic: (_ session: Session, _ line: [String]?) -> Int32, console: (Environment) -> any Console
  ) -> Int32 {
    var parsed: any ParsableCommand
    do {
      parsed = try Handrail.parseAsRoot(arguments)
    } catch {
      return explain(error, arguments: arguments, values: values, executable: executable, console: console)
    }
    guard var command = parsed as? any SessionCommand else {
      do {
        try parsed.run()
        return 0
      } catch {
        return explain(error, arguments: arguments, values: values, executable: executable, console: console)
      }
    }
    var options = command.global.options
    if command is ClinicWord { options.folder = "handrail-clinic" }
    let environment = Environment(values: values, options: options, executable: executable)
    let world = World(
      console: console(environment), clock: SystemClock(environment: values), environment: environment)
    let session = Session(world, side: command is ClinicWord ? .clinic : .person)
    if let family = command as? Family {
      return delivered(family.loop(in: session).run(), session)
    }
    if let word = command as? ClinicWord {
      defer { session.lock() }
      return delivered(clinic(session, word.words), session)
    }
    if command is Handrail {
      var shell = ShellLoop(session: session)
      return delivered(shell.run(), session)
    }
    defer {
      session.tidy()
      session.lock()
    }
    do throws(Departure) {
      try command.run(in: session)
      return delivered(0, session)
    } catch {
      if case .failed(let failure) = error { session.show(.text(Rich(failure.sentences))) }
      return error.exitCode
    }
  }

  /// 74 where the results did not arrive whole, as on a full disk.
  private static func delivered(_ code: Int32, _ session: Session) -> Int32 {
    guard code == 0, session.console.resultsLost else { return code }
    let failure = Failure(
      "The results could not be written where they were sent.", safe: "The \(session.thing) is not affected.",
      next: "Check that there is room, then try again.", code: 74)
    session.show(.text(Rich(failure.sentences)))
    return failure.code
  }

  /// Help and version go to stdout; a slip on the command line to stderr, with 64. Words that ask for help get it.
  private static func explain(
    _ error: any Error, arguments: [String], values: [String: String], executable: String,
    console: (Environment) -> any Console
  ) -> Int32 {
    let code = Handrail.exitCode(for: error).rawValue
    let text = Handrail.fullMessage(for: error) + "\n"
    let environment = Environment(values: values, options: .init(), executable: executable)
    let out = console(environment)
    if code == 0 {
      out.write(raw: text)
      return 0
    }
    let opener = arguments.first.flatMap(Handrail.command)
    if opener == Crisis.self || Words.opensCrisis(arguments.joined(separator: " ")) {
      CrisisScreen(
        session: Session(World(console: out, clock: SystemClock(environment: values), environment: environment))
      )
      .show()
      return 0
    }
    let first = arguments.first ?? ""
    let unknown = !first.hasPrefix("-") && !Handrail.words.contains(first)
    let meant = unknown ? Nearness.nearest(to: first, among: Handrail.words) : nil
    let said = Handrail.message(for: error)
    let failure =
      unknown
      ? Failure(
        "That is not a word Handrail knows.",
        next: meant.map { "Did you mean `handrail \($0)`?" } ?? "`handrail help` shows the words.",
        code: 64)
      : Failure(
        said.sentence + (said.hasSuffix(".") || said.hasSuffix("?") ? "" : "."), safe: "Nothing was changed.",
        next: "`handrail help \(first)` shows how.", code: 64)
    out.show([.text(Rich(failure.sentences))], to: .aside)
    return code
  }
}
