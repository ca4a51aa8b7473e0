import PtyDriver
import Testing

@Suite struct ScreenTests {
  @Test func `On a dumb terminal no escape sequence is sent, and all works`() throws {
    let session = try startProbe(
      "show=text", "ask=früh", "command", "secret", "clear", "wait=0.01", "about", environment: ["TERM": "dumb"],
      rows: 10)
    try session.expect("Say> früh")
    try session.enter("er")
    try session.expect(#"got line("früher")"#)
    try session.type("me\t")
    try session.expect("medication")
    try session.enter("")
    try session.expect("Passphrase: ")
    try session.enter("a")
    try session.expect("got elapsed")
    try session.expect("plain true")
    #expect(try session.waitForExit() == .status(0))
    #expect(!session.rawOutput.contains("\u{1B}"))
  }

  @Test(arguments: ["", "C", "POSIX", "de_DE.UTF-8", "de_DE.ISO-8859-1"])
  func `Accents are whole letters in every locale`(name: String) throws {
    let session = try startProbe("ask", environment: ["LANG": "", "LC_ALL": name])
    try session.expect("Say> ")
    try session.enter("äx\u{2}\u{7F}ö")
    try session.expect("got line(")
    #expect(try session.waitForExit() == .status(0))
    #expect(session.text.hasSuffix(name.hasSuffix("1") ? "got line(\"ox\")\n" : "got line(\"öx\")\n"))
  }

  @Test func `Bytes of a Latin-1 terminal are its letters`() throws {
    let session = try startProbe("ask", environment: ["LANG": "", "LC_ALL": "de_DE.ISO-8859-1"])
    try session.expect("Say> ")
    try session.type(bytes: [0x66, 0x72, 0xFC, 0x68, 0xE9, 0x0D])
    try session.expect(#"got line("fruhe")"#)
  }

  @Test func `Without colour nothing is styled`() throws {
    let session = try startProbe("show=text", environment: ["NO_COLOR": "1"])
    #expect(try session.waitForExit() == .status(0))
    #expect(session.rawOutput == "Today\r\n-----\r\n! Help is near\r\n• one thing\r\ntext\r\n")
  }

  @Test func `With colour titles and alerts stand out`() throws {
    let session = try startProbe("show=text")
    #expect(try session.waitForExit() == .status(0))
    #expect(
      session.rawOutput
        == "\u{1B}[1mToday\u{1B}[0m\r\n\u{1B}[1m! Help is near\u{1B}[0m\r\n• one thing\r\ntext\r\n")
  }

  @Test func `Clearing takes screen and scrollback`() throws {
    let session = try startProbe("clear")
    #expect(try session.waitForExit() == .status(0))
    #expect(session.rawOutput == "\u{1B}[H\u{1B}[2J\u{1B}[3J")
  }

  @Test(arguments: [(10, 20), (33, 33), (200, 80)])
  func `The width follows the window between 20 and 80`(columns: Int, width: Int) throws {
    let session = try startProbe("about", "ask", columns: columns)
    try session.expect("Say> ")
    #expect(session.text.replacing("\n", with: " ").contains("got width \(width), "))
  }

  @Test func `A wait shows its words in place and any key ends it`() throws {
    let session = try startProbe("wait=0.01", "wait=100", "wait=100", "ask")
    try session.expect("Breathe in")
    try session.expect("got elapsed")
    try session.type(" ")
    try session.expect("got key")
    try session.type("\u{3}")
    try session.expect("got interrupted")
    try session.expect("Say> ")
    try session.enter("x")
    try session.expect(#"got line("x")"#)
    #expect(session.rawOutput.hasPrefix("\rBreathe in\u{1B}[K\r\ngot elapsed"))
  }

  @Test func `After a resize the line is drawn again and goes on`() throws {
    let session = try startProbe("ask")
    try session.expect("Say> ")
    try session.type("one two three")
    try session.expect("one two three")
    session.resize(columns: 30, rows: 10)
    try session.expect("Say> one two three")
    try session.enter(" four")
    try session.expect(#"got line("one two three"#)
  }
}
