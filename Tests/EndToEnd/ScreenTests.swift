import Glibc
import PtyDriver
import Testing

@Suite struct ScreenTests {
  @Test(arguments: [["TERM": "dumb"], ["ACCESSIBLE": "1"], ["TERM": "dumb", "LC_ALL": "en_US.ISO-8859-1"]])
  func `Nothing is drawn over, boxed or coloured with`(variables: [String: String]) throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open(adding: variables.mapValues { $0 })
    try Self.evening(session, pager: "Enter for more")
    // Readline asks the terminal to mark pastes; nothing else is written to it.
    let raw = session.rawOutput.replacing("\u{1B}[?2004h", with: "").replacing("\u{1B}[?2004l", with: "")
    #expect(!raw.contains("\u{1B}"), "\(raw.debugDescription)")
    #expect(variables["TERM"] == nil || !session.rawOutput.contains("\u{1B}"))
    #expect(
      !raw.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) || (0x2800...0x28FF).contains($0.value) })
    if variables["LC_ALL"] != nil { #expect(raw.utf8.allSatisfy { $0 < 0x80 }) }
  }

  @Test func `The option for plain screens does the same as the variable`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.start("--plain")
    try session.expect("Passphrase: ")
    try session.enter(Place.passphrase)
    try session.expect("Your journal is open.")
    try Self.evening(session, pager: "Enter for more")
    let raw = session.rawOutput.replacing("\u{1B}[?2004h", with: "").replacing("\u{1B}[?2004l", with: "")
    #expect(!raw.contains("\u{1B}"), "\(raw.debugDescription)")
    #expect(!raw.contains("*"), "the length of the passphrase is read out")
  }

  @Test(arguments: [["NO_COLOR": "1"], [:]]) func `Colour is left out where it is not wanted`(
    variables: [String: String]
  ) throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open(adding: variables.mapValues { $0 })
    try Self.evening(session, pager: "Space")
    let styled = session.rawOutput.contains(#/\u{1B}\[[0-9;]+m/#)
    #expect(styled == variables.isEmpty)
  }

  @Test(arguments: [20, 40]) func `Nothing is wider than a window of`(columns: Int) throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.start(columns: columns)
    try session.expect("Passphrase: ")
    try session.enter(Place.passphrase)
    try session.expect("open.")
    for line in ["help", "help all", "crisis", "mood 6", "today", "settings", "vault info", "review"] {
      try session.command(line)
    }
    try session.command("learn riding-an-urge")
    try session.expect("q leave")
    for _ in 0..<3 {
      try session.type(" ")
      try session.expect("q leave")
    }
    try session.type("q")
    try session.command("1")
    try session.command("thought --five")
    for line in ["The bus.", "", "sad", "60", "Oh.", "", "Well.", "", "30"] { try session.command(line) }
    try session.command("1")
    try session.command("review last")
    #expect(try session.quit() == .status(0))
    let lines = session.rawOutput.split { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }.map {
      var escapes = EscapeSequences()
      return Bytes.text(escapes.removed(from: $0.utf8))
    }
    let wide = lines.filter { $0.count > columns && !$0.hasPrefix("> ") }
    #expect(wide == [])
  }

  @Test func `Accents, emoji and other scripts are kept and shown as they were typed`() throws {
    let place = try Place()
    try place.makeJournal()
    let words = "Grüße, naïve café 日本語 🙂👩‍👩‍👧 e\u{301}"
    let session = try place.open()
    try session.command("note")
    try session.answer("What would you like", words, "")
    try session.expect("Saved.")
    try session.command("review last")
    try session.expect(words)
    #expect(try session.quit() == .status(0))
    #expect(try place.run(["review", "last"]).out.contains(words))
    #expect(try place.run(["review", "--json"]).out.contains(words))
    #expect(try place.run(["review", "--search"], input: "cafe\n").out.contains("1 entry."))
    let ascii = try place.run(["review", "last"], adding: ["LC_ALL": "C", "TERM": "dumb"])
    #expect(ascii.code == 0 && ascii.out.contains("naive cafe") || ascii.out.contains(words), "\(ascii)")
  }

  @Test func `A paste of 64 KiB is kept whole`() throws {
    let place = try Place()
    try place.makeJournal()
    let line = "The night was shorter than I thought, the morning longer. 0123\n"
    let text = String((0..<1100).map { "\($0) \(line)" }.joined().utf8.prefix(65_536 - 1))! + "."
    let session = try place.open()
    try session.command("note")
    try session.expect("What would you like")
    try session.expect("> ")
    try session.type("\u{1B}[200~" + text.replacing("\n", with: "\r") + "\u{1B}[201~")
    try session.enter("")
    try session.expect("\n> ", within: 60)
    try session.enter("")
    try session.expect("Saved.", within: 60)
    #expect(try session.quit() == .status(0))
    let json = try place.run(["review", "--json"]).out
    #expect(json.contains("\"words\":\"" + text.replacing("\n", with: "\\n") + "\""))
  }

  @Test func `Control bytes that are typed or pasted never reach the screen as they are`() throws {
    let place = try Place()
    try place.makeJournal()
    let hostile = "a\u{1B}[35;47;5mb\u{1B}]0;owned\u{7}c\u{0}d\u{9B}31me\u{202E}f\u{8}g\u{1B}[2Jh"
    let session = try place.open()
    try session.command("note")
    try session.expect("What would you like")
    try session.expect("> ")
    try session.type("\u{1B}[200~" + hostile + "\u{1B}[201~")
    try session.enter("")
    try session.command("\u{16}\u{1B}[36;47;5mtyped")
    try session.command("")
    try session.expect("Saved.")
    try session.command("review last")
    try session.expect("typed")
    try session.command("today")
    try session.command("review")
    #expect(try session.quit() == .status(0))
    let raw = session.rawOutput
    let saved = try #require(raw.firstRange(of: "Saved."))
    Self.expectTame(raw[saved.lowerBound...])
    // Readline shows what is on the line itself; escape sequences stand there as ^[.
    #expect(!raw.contains("\u{1B}[35;47;5m") && !raw.contains("\u{1B}]0;") && !raw.contains("\u{1B}[36;47;5m"))
    let piped = try place.run([], input: "note\n\(hostile.replacing("\u{0}", with: ""))\n\nreview last\nreview\n")
    #expect(piped.code == 0)
    Self.expectTame(piped.out + piped.err)
  }

  @Test func `Control bytes in content and names never reach the screen as they are`() throws {
    let place = try Place()
    let content = place.root + "/content"
    Tree.copy(Place.content, to: content)
    place.environment["HANDRAIL_CONTENT"] = content
    let hostile = "\u{1B}[35;47;5mX\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}"
    try place.write(
      """
      id: hostile
      version: 1
      title: "Odd \\e[35;47;5mtitle\\e]0;owned\\a\\u202E"
      kind: exercise
      summary: "Odd \\e[2Jsummary"
      minutes: 1
      questions:
        - {id: one, type: text, ask: "Odd \\e[35;47;5mquestion", why: "Odd \\e[2J"}

      """, to: content + "/en/forms/life/hostile.yaml")
    let module = Bytes.text(Bytes.at(content + "/en/modules/riding-an-urge.md"))
    try place.write(module + "\nOdd \(hostile)\n", to: content + "/en/modules/riding-an-urge.md")
    for arguments in [
      ["practice", "hostile"], ["practice"], ["learn", "riding-an-urge"], ["learn"], ["content", "check"],
      ["learn", hostile], ["practice", hostile], ["help", hostile], [hostile], ["vault", "restore", hostile],
    ] {
      let outcome = try place.run(arguments)
      Self.expectTame(outcome.out + outcome.err)
    }
  }

  /// An evening's commands, for looking at what was written.
  private static func evening(_ session: PtySession, pager: String) throws {
    try session.command("mood 6")
    try session.expect("Saved.")
    try session.command("help")
    try session.command("crisis")
    try session.expect("In danger now?")
    try session.command("thought --five")
    try session.answer("What happened?", "The bus was late.", "")
    try session.answer("did you feel", "sad")
    try session.answer("strong was", "pause")
    try session.command("learn riding-an-urge")
    try session.expect(pager)
    try session.type("q")
    try session.answer("short questions", "")
    try session.command("review")
    try session.expect("6 of 10")
    #expect(try session.quit() == .status(0))
  }

  private static func expectTame(_ shown: some StringProtocol) {
    for wild in [
      "\u{1B}[35;47;5m", "\u{1B}[36;47;5m", "\u{1B}]0;", "\u{0}", "\u{9B}", "\u{202E}", "\u{1B}[2J", "\u{8}g",
    ] {
      #expect(!shown.contains(wild), "\(wild.debugDescription) in \(String(shown).debugDescription)")
    }
  }
}
