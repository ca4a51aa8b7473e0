import PtyDriver

extension PtySession {
  /// Waits for a question, then gives each line at a prompt of its own.
  func answer(_ question: String, _ lines: String...) throws {
    try expect(question)
    for line in lines {
      try expect("> ")
      try enter(line)
    }
  }

  /// Types at the shell's prompt.
  func command(_ line: String) throws {
    try expect("> ")
    try enter(line)
  }

  /// Back to the menu, past whatever an entry leads on to.
  func menu() throws {
    try command("menu")
    try command("menu")
    try expect("0  Help now")
  }

  /// Types half a line, and waits until it stands there.
  func half(_ words: String) throws {
    try expect("> ")
    try type(words)
    try expect(words)
  }

  func quit() throws -> PtyExit {
    try command("quit")
    return try waitForExit()
  }
}
