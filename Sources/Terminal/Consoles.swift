import Glibc

/// Chooses the console for where the program runs.
package enum Consoles {
  /// Readline when standard input and output are both a terminal; line by line otherwise.
  package static func make(environment: [String: String], plain: Bool = false, colour: Bool = true) -> any Console {
    let looks = Looks(environment: environment, plain: plain, colour: colour)
    if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, let mode = TerminalMode(descriptor: STDIN_FILENO) {
      Letters.fixEnvironment(environment)
      return TerminalConsole(looks: looks, mode: mode)
    }
    return ScriptedConsole(looks: looks)
  }
}
