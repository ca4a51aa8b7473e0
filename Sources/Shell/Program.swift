import ArgumentParser
import Conversation
import Terminal
import Vault

/// From the command line to an exit code: parses, builds the world, runs one command or the shell.
package enum Program {
  package static func run(
    arguments: [String], values: [String: String], executable: String, console: (Environment) -> any Console
  ) -> Int32 {
    var parsed: any ParsableCommand
    do {
      parsed = try Handrail.parseAsRoot(arguments)
    } catch {
      return explain(error, values: values, executable: executable, console: console)
    }
    guard var command = parsed as? any SessionCommand else {
      do {
        try parsed.run()
        return 0
      } catch {
        return explain(error, values: values, executable: executable, console: console)
      }
    }
    guard let environment = environment(values, command.global.options, executable) else { return 64 }
    let session = Session(
      World(console: console(environment), clock: SystemClock(environment: values), environment: environment))
    if command is Handrail {
      var shell = ShellLoop(session: session)
      return shell.run()
    }
    defer { session.lock() }
    do throws(Departure) {
      try command.run(in: session)
      return 0
    } catch {
      if case .failed(let failure) = error { session.show(.text(Rich(failure.sentences))) }
      return error.exitCode
    }
  }

  /// Help and version go to stdout; a slip on the command line to stderr, with 64.
  private static func explain(
    _ error: any Error, values: [String: String], executable: String, console: (Environment) -> any Console
  ) -> Int32 {
    let code = Handrail.exitCode(for: error).rawValue
    let text = Handrail.fullMessage(for: error) + "\n"
    guard let environment = environment(values, .init(), executable) else { return code }
    let out = console(environment)
    if code == 0 { out.write(raw: text) } else { out.show([.quote(text)], to: .aside) }
    return code
  }

  /// Without a home nothing can be kept, but help and reading go on.
  private static func environment(
    _ values: [String: String], _ options: Environment.Options, _ executable: String
  ) -> Environment? {
    Environment(values: values, options: options, executable: executable)
      ?? Environment(
        values: values.merging(["HOME": "/dev/null"]) { $1 }, options: options, executable: executable)
  }
}
