import Glibc
import PtyDriver
import Testing

@testable import Terminal

@Suite struct ScriptedConsoleTests {
  /// The probe with `input` on a pipe, and its results on another.
  private func run(
    _ steps: [String], input: String, controlling: Bool = true, during: (PtySession) throws -> Void = { _ in }
  ) throws -> (results: String, screen: String) {
    let source = try Pipe()
    let results = try Pipe()
    let session = try PtySession(
      Products.path("TerminalProbe"), steps, environment: ["TERM": "xterm", "LANG": "C.UTF-8"],
      input: source.reading, output: results.writing, controlling: controlling)
    results.closeWriting()
    source.write(input)
    source.closeWriting()
    try during(session)
    #expect(try session.waitForExit() == .status(0))
    return (results.readAll(), session.text)
  }

  @Test func `Lines of a pipe are answers, results and prompts go apart, nothing is echoed`() throws {
    let run = try run(["show=hello", "ask", "ask", "ask", "ask", "about", "wait=100"], input: "one\r\ntwo é\n\nlast")
    #expect(
      run.results == """
        got line("one")
        got line("two é")
        got line("")
        got line("last")
        got width 80, interactive false, plain false
        got elapsed

        """)
    #expect(
      run.screen
        == """
        \u{1B}[1mToday\u{1B}[0m
        \u{1B}[1m! Help is near\u{1B}[0m
        • one thing
        hello
        Say> \nSay> \nSay> \nSay> \nBreathe in

        """.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: ""))
  }

  @Test func `The end of a pipe is the end of input, each time`() throws {
    #expect(try run(["ask", "ask"], input: "").results == "got endOfInput\ngot endOfInput\n")
  }

  @Test func `The whole text of a page is printed at once`() throws {
    let results = try run(["page"], input: "").results
    #expect(results.hasPrefix("Line number 1 of the long text.\nLine number 2"))
    #expect(results.hasSuffix("Line number 60 of the long text.\ngot endOfInput\n"))
  }

  @Test func `A passphrase comes from the terminal while answers come from a pipe`() throws {
    let run = try run(["secret", "ask"], input: "answer\n") { session in
      try session.expect("Passphrase: ")
      try session.enter("ab")
    }
    #expect(run.results == "got secret bytes 97 98\ngot line(\"answer\")\n")
  }

  @Test func `Without a terminal there is no passphrase`() throws {
    #expect(try run(["secret"], input: "hello\n", controlling: false).results == "got noTerminal\n")
  }

  @Test func `Ctrl-C and requests to stop are replies too`() throws {
    let source = try Pipe()
    let session = try PtySession(
      Products.path("TerminalProbe"), ["ask", "ask", "ask"], environment: ["TERM": "xterm"], input: source.reading)
    try session.expect("Say> ")
    try session.type("\u{3}")
    try session.expect("got interrupted")
    try session.expect("Say> ")
    session.signal(SIGTERM)
    try session.expect(#"got hangUp(draft: "")"#)
    #expect(try session.waitForExit() == .status(0))
  }

  @Test func `A pipe that nobody reads ends nothing`() throws {
    let results = try Pipe()
    results.closeReading()
    let session = try PtySession(
      Products.path("TerminalProbe"), ["raw=data", "show=words", "ask"], environment: ["TERM": "xterm"],
      output: results.writing)
    try session.expect("words\nSay> ")
    try session.enter("typed")
    #expect(try session.waitForExit() == .status(0))
  }

  @Test func `Lines are cut at line ends alone, and bad bytes are shown as such`() {
    var buffer = LineBuffer()
    buffer.append([0xEF, 0xBB, 0xBF] + Array("a\u{0}b\r\nc".utf8))
    #expect(buffer.nextLine() == "ab")
    #expect(buffer.nextLine() == nil)
    buffer.append([0xFF, 0x0A, 0x0A, 0x64])
    #expect(buffer.nextLine() == "c\u{FFFD}")
    buffer.forgetTaken()
    #expect(buffer.nextLine() == "")
    #expect(buffer.nextLine() == nil)
    #expect(buffer.lastLine() == "d")
    #expect(buffer.lastLine() == nil)
  }
}
