import PtyDriver
import Testing

@Suite struct LineEditingTests {
  @Test func `A line comes back as it was typed, accents and all`() throws {
    let session = try startProbe("ask")
    try session.expect("Say> ")
    try session.enter("früh schläft niemand 日本")
    try session.expect(#"got line("früh schläft niemand 日本")"#)
    #expect(try session.waitForExit() == .status(0))
  }

  @Test func `An earlier answer stands on the line and can be edited`() throws {
    let session = try startProbe("ask=slept badly")
    try session.expect("Say> slept badly")
    try session.type("\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}well\u{1}I ")
    try session.enter("")
    try session.expect(#"got line("I slept well")"#)
  }

  @Test func `Undo does not take the earlier answer away`() throws {
    let session = try startProbe("ask=kept")
    try session.expect("Say> kept")
    try session.type("X\u{1F}\u{1F}\u{1F}")
    try session.enter("!")
    try session.expect(#"got line("kept!")"#)
  }

  @Test func `Tab completes what is clear and lists what is not`() throws {
    let session = try startProbe("command", "command")
    try session.expect("> ")
    try session.type("cri\t")
    try session.expect("crisis ")
    try session.enter("")
    try session.expect(#"got line("crisis ")"#)
    try session.type("mo\t\t")
    try session.expect("mood      mountain")
    try session.enter("od")
    try session.expect(#"got line("mood")"#)
  }

  @Test func `Tab never offers file names`() throws {
    let session = try startProbe("ask")
    try session.expect("Say> ")
    try session.enter("/et\t\t")
    try session.expect(#"got line("/et")"#)
  }

  @Test func `Commands can be called back, answers cannot`() throws {
    let session = try startProbe("command", "ask", "ask", "command")
    try session.expect("> ")
    try session.enter("mood 6")
    try session.expect("Say> ")
    try session.enter("private words")
    try session.expect("Say> ")
    try session.enter("\u{1B}[A.")
    try session.expect(#"got line(".")"#)
    try session.expect("> ")
    try session.enter("\u{1B}[A!")
    try session.expect(#"got line("mood 6!")"#)
  }

  @Test func `After forget neither history nor Ctrl-Y brings words back`() throws {
    let session = try startProbe("command", "ask", "forget", "command", "ask")
    try session.expect("> ")
    try session.enter("first secret")
    try session.expect("Say> ")
    try session.type("second secret\u{15}third\u{17}fourth\u{1}\u{B}")
    try session.enter("\u{19}")
    try session.expect(#"got line("fourth")"#)
    try session.expect("> ")
    try session.enter("\u{1B}[A\u{19}\u{1F}\u{1B}[Ax")
    try session.expect(#"got line("x")"#)
    try session.expect("Say> ")
    try session.enter("\u{19}\u{1B}y\u{1B}yz")
    try session.expect(#"got line("z")"#)
  }

  @Test func `An inputrc can speak to this program, and its macros need no further key`() throws {
    let folder = TemporaryFolder()
    folder.write("$if Handrail\n\"\\C-t\": \"typed by a macro\\r\"\n$endif\n")
    let session = try startProbe("ask", "ask", environment: ["INPUTRC": folder.log])
    try session.expect("Say> ")
    try session.type("\u{14}")
    try session.expect(#"got line("typed by a macro")"#)
    try session.expect("Say> ")
  }

  @Test func `A long prompt is written above the line in a narrow window`() throws {
    let session = try startProbe("question=How much did you sleep last night, in hours?", columns: 20)
    try session.expect("How much did you\nsleep last night, in\nhours?\n> ")
    try session.enter("7 and a bit more than that")
    try session.expect("line(\"7 and")
    #expect(session.text.contains("got line(\"7 and a\nbit more than that\")"))
  }

  @Test func `Words typed before the prompt appears are kept`() throws {
    let session = try startProbe("ask", "wait=0.2", "ask")
    try session.expect("Say> ")
    try session.type("one\rcrisis\r")
    try session.expect(#"got line("one")"#)
    try session.expect("got key")
    try session.expect(#"got line("crisis")"#)
  }
}
