import Glibc
import PtyDriver
import Testing

@Suite struct EndingTests {
  @Test func `Ctrl-C drops the line, tells the draft, and the next prompt is clean`() throws {
    let session = try startProbe("ask", "ask")
    try session.expect("Say> ")
    try session.type("half a thought")
    try session.expect("half a thought")
    try session.type("\u{3}")
    try session.expect("^C\ngot interrupted(draft: \"half a thought\")")
    try session.expect("Say> ")
    try session.enter("whole")
    try session.expect(#"got line("whole")"#)
    #expect(try session.waitForExit() == .status(0))
  }

  @Test func `Ctrl-C in the middle of a search leaves the search`() throws {
    let session = try startProbe("command", "command", "ask")
    try session.expect("> ")
    try session.enter("mood")
    try session.expect("got line")
    try session.type("\u{12}mo")
    try session.expect("i-search")
    try session.type("\u{3}")
    try session.expect("got interrupted")
    try session.expect("Say> ")
    try session.enter("calm")
    try session.expect(#"got line("calm")"#)
  }

  @Test func `Ctrl-D on an empty line is the end, on a full one it is not`() throws {
    let session = try startProbe("ask", "ask")
    try session.expect("Say> ")
    try session.type("ab\u{2}\u{4}\r")
    try session.expect(#"got line("a")"#)
    try session.expect("Say> ")
    try session.type("\u{4}")
    try session.expect("got endOfInput")
    #expect(session.text.hasSuffix("Say> \ngot endOfInput\n"))
  }

  @Test(arguments: [SIGHUP, SIGTERM])
  func `A request to stop gives the draft, and no later prompt waits`(signal: Int32) throws {
    let session = try startProbe("ask", "ask=kept", "secret", "page", "wait=100")
    try session.expect("Say> ")
    try session.type("dear diary")
    try session.expect("dear diary")
    session.signal(signal)
    try session.expect(#"got hangUp(draft: "dear diary")"#)
    #expect(try session.waitForExit() == .status(0))
    #expect(session.text.contains("got hangUp(draft: \"kept\")\ngot hangUp\ngot hangUp(draft: \"\")\ngot hangUp\n"))
  }

  @Test func `A closed window gives the draft, and writing to it ends nothing`() throws {
    let folder = TemporaryFolder()
    let session = try startProbe("ask", "show=words", "ask", log: folder.log)
    try session.expect("Say> ")
    try session.type("still here")
    try session.expect("still here")
    session.closeWindow()
    #expect(try session.waitForExit() == .status(0))
    #expect(folder.told == "hangUp(draft: \"still here\")\nhangUp(draft: \"\")\n")
  }

  @Test func `An unfinished paste is in the draft of a closed session`() throws {
    let session = try startProbe("ask")
    try session.expect("Say> ")
    try session.type("before ")
    try session.expect("before ")
    try session.type("\u{1B}[200~pasted words without an end")
    session.signal(SIGTERM)
    try session.expect(#"got hangUp(draft: "before pasted words without an end")"#)
  }

  @Test func `Idleness gives the draft`() throws {
    let session = try startProbe("idle=1", "ask", "secret", "page")
    try session.expect("Say> ")
    try session.type("then I")
    try session.expect(#"got idle(draft: "then I")"#)
    try session.expect("Passphrase: ")
    try session.expect("got idle")
    try session.expect("Space next")
    try session.expect(#"got idle(draft: "")"#)
    #expect(try session.waitForExit() == .status(0))
  }

  @Test func `Long work between prompts can see Ctrl-C, and the next prompt ends with it`() throws {
    let session = try startProbe("ask", "busy", "ask", "ask")
    try session.expect("Say> ")
    try session.enter("a")
    try session.expect(#"got line("a")"#)
    try session.type("\u{3}")
    try session.expect("got stop requested")
    try session.expect("got interrupted")
    try session.expect("Say> ")
  }

  @Test func `Long work sees Ctrl-C before the first prompt as well`() throws {
    let session = try startProbe("about", "busy")
    try session.expect("got busy")
    try session.type("\u{3}")
    try session.expect("got stop requested")
  }

  @Test func `The terminal is as it was when the program has ended`() throws {
    let session = try PtySession(
      "/bin/sh",
      [
        "-c", "stty -a > /dev/null; a=$(stty -g); \"$0\" ask; b=$(stty -g); [ \"$a\" = \"$b\" ] && echo same",
        Products.path("TerminalProbe"),
      ], environment: ["TERM": "xterm", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"])
    try session.expect("Say> ")
    try session.enter("done")
    try session.expect("same")
  }

  @Test func `Ctrl-Z stops the program, and fg shows the line again`() throws {
    let session = try PtySession(
      "/bin/bash", ["--norc", "--noprofile", "-i"],
      environment: ["TERM": "xterm", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "PS1": "shell$ "])
    try session.expect("shell$ ")
    try session.enter(Products.path("TerminalProbe") + " ask secret")
    try session.expect("Say> ")
    try session.type("in the middle")
    try session.expect("in the middle")
    try session.type("\u{1A}")
    try session.expect("Stopped")
    try session.expect("shell$ ")
    try session.enter("fg")
    try session.expect("Say> in the middle")
    try session.enter(" of it")
    try session.expect(#"got line("in the middle of it")"#)
    try session.expect("Passphrase: ")
    try session.type("a")
    try session.expect("*")
    try session.type("\u{1A}")
    try session.expect("Stopped")
    try session.enter("fg")
    try session.expect("Passphrase: *")
    try session.enter("b")
    try session.expect("got secret bytes 97 98")
    try session.enter(Products.path("TerminalProbe") + " page wait=100")
    try session.expect("Space next")
    try session.type("\u{1A}")
    try session.expect("Stopped")
    try session.enter("fg")
    try session.expect("Line number 1 of the long text.")
    try session.expect("Space next")
    try session.type("q")
    try session.expect("Breathe in")
    try session.type("\u{1A}")
    try session.expect("Stopped")
    try session.enter("fg")
    try session.expect("Breathe in")
    try session.type(" ")
    try session.expect("got key")
  }

  @Test func `Another program gets the terminal and the signals as they were`() throws {
    let session = try startProbe(
      "ask", "shell=stty -a | tr ' ' '\\n' | grep -x icanon; trap 'echo caught' INT; kill -INT $$", "ask")
    try session.expect("Say> ")
    try session.enter("x")
    try session.expect("icanon\ncaught\n")
    try session.expect("Say> ")
    try session.enter("y")
    try session.expect(#"got line("y")"#)
  }
}
