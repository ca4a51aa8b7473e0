import Glibc
import PtyDriver
import Testing

@Suite struct PagerTests {
  @Test func `Long text comes a screenful at a time, forth and back`() throws {
    let session = try startProbe("page", rows: 21)
    try session.expect("Line number 20 of the long text.\nSpace next · b back · c crisis · h hide · q leave")
    try session.type(" ")
    try session.expect("Line number 40 of the long text.\nSpace next")
    try session.type("b")
    try session.expect("Line number 1 of the long text.")
    try session.expect("Line number 20 of the long text.\nSpace next")
    try session.type("\u{1B}[B\r")
    try session.expect("Line number 60 of the long text.\nSpace done")
    try session.type(" ")
    try session.expect("got endOfInput")
  }

  @Test func `The letter c asks for crisis, and the rest of the word is not left over`() throws {
    let session = try startProbe("page", "ask", rows: 10)
    try session.expect("Space next")
    try session.type("crisis\r")
    try session.expect(#"got line("crisis")"#)
    try session.expect("Say> ")
    try session.enter("yes")
    try session.expect(#"got line("yes")"#)
  }

  @Test func `The letter h hides: the page is gone at once, and the rest of the word is not left over`() throws {
    let session = try startProbe("page", "ask", rows: 10)
    try session.expect("Space next")
    try session.type("hide\r")
    try session.expect(#"got line("hide")"#)
    let after = try #require(session.rawOutput.ranges(of: "\u{1B}[H\u{1B}[2J\u{1B}[3J").last)
    #expect(!session.rawOutput[after.upperBound...].contains("Line number"))
    try session.expect("Say> ")
    try session.enter("yes")
    try session.expect(#"got line("yes")"#)
  }

  @Test func `A window of forty columns names hiding too`() throws {
    let session = try startProbe("page", columns: 40, rows: 10)
    try session.expect("c crisis · h hide · q leave")
  }

  @Test func `Letter q leaves`() throws {
    let session = try startProbe("page", rows: 10)
    try session.expect("Space next")
    try session.type("q")
    try session.expect("got endOfInput")
    #expect(!session.text.contains("Line number 10 "))
  }

  @Test func `Ctrl-C leaves as interrupted`() throws {
    let session = try startProbe("page", rows: 10)
    try session.expect("Space next")
    try session.type("\u{3}")
    try session.expect("got interrupted")
  }

  @Test(arguments: [SIGHUP, SIGTERM])
  func `A request to stop leaves as a hang-up`(signal: Int32) throws {
    let session = try startProbe("page", rows: 10)
    try session.expect("Space next")
    session.signal(signal)
    try session.expect(#"got hangUp(draft: "")"#)
    #expect(try session.waitForExit() == .status(0))
  }

  @Test func `A dumb terminal pages with Enter`() throws {
    let session = try startProbe("page", environment: ["TERM": "dumb"], rows: 31)
    try session.expect("Enter for more")
    try session.type("\r\r")
    try session.expect("Line number 60 of the long text.")
    try session.expect("got endOfInput")
    #expect(!session.rawOutput.contains("\u{1B}"))
  }

  @Test func `A taller window shows more at once`() throws {
    let session = try startProbe("page", rows: 5)
    try session.expect("Line number 4 of the long text.\nSpace next")
    session.resize(columns: 80, rows: 11)
    try session.expect("Line number 10 of the long text.\nSpace next")
  }

  @Test func `A window of one row and twenty columns still works`() throws {
    let session = try startProbe("page", columns: 20, rows: 1)
    try session.expect("Line number 1 of the\nc crisis · q leave")
    try session.type(" ")
    try session.expect("long text.\nc crisis")
    try session.type("q")
    try session.expect("got endOfInput")
  }

  @Test func `In plain mode nothing is drawn over`() throws {
    let session = try startProbe("plain", "page", rows: 31)
    try session.expect("Line number 30 of the long text.\nEnter for more, c for crisis, h to hide, q to leave\n")
    try session.type("\r")
    try session.expect("Line number 31 of the long text.\n")
    try session.expect("Enter for more")
    try session.type("q")
    try session.expect("got endOfInput")
    #expect(!session.rawOutput.contains("\u{1B}"))
  }
}
