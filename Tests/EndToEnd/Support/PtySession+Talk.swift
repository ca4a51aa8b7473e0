import PtyDriver
import Testing

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

  /// Gives each line at a prompt of its own.
  func lines(_ lines: String...) throws {
    for line in lines {
      try expect("> ")
      try enter(line)
    }
  }

  /// The four letters before this title in the list that is being shown.
  func id(of title: String) throws -> String {
    try expect("1 entry.")
    let line = text.split(separator: "\n").last { $0.contains("\(title):") || $0.contains("\(title), ") }
    let id = line?.split(separator: " ").first.map(String.init) ?? ""
    try #require(id.count == 4, "\(line ?? "")")
    return id
  }
}

extension String {
  func components(of words: String) -> Int {
    var (count, rest) = (0, self[...])
    while let found = rest.firstRange(of: words) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
