import Glibc
import PtyDriver
import Testing

@Suite struct CrisisTests {
  @Test func `The word shows help at the passphrase, at the menu and in a list`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.start()
    try session.expect("Passphrase: ")
    for word in ["crisis", "CRISIS", "988"] {
      try session.enter(word)
      try session.expect("In danger now? Call 911.")
      try session.expect("Passphrase: ")
    }
    try session.enter(Place.passphrase)
    try session.expect("Your journal is open.")
    for word in ["crisis", "Crisis!", "crises", "sos", "911", "suicide", "help me", "0"] {
      try session.command(word)
      try session.expect("In danger now? Call 911.")
      try session.expect("Enter to go back > ")
      try session.enter("")
    }
    // A line that is meant for the menu is taken as one.
    try session.command("crisis")
    try session.expect("Enter to go back > ")
    try session.enter("4")
    try session.expect("1-800-799-7233, or text START")
    try session.expect("Enter to go back > ")
    try session.enter("thought")
    try session.answer("Seven steps", "crisis")
    try session.expect("In danger now? Call 911.")
    try session.command("5")
    try session.expect("A number from 1 to 2")
    try session.command("1")
    try session.expect("What happened?")
  }

  @Test func `Inside a form the word shows help, and every answer is still there`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    try session.command("thought --five")
    try session.answer("What happened?", "The bus was late.", "crisis")
    try session.expect("In danger now? Call 911.")
    try session.command("The driver shouted.")
    try session.command("crisis")
    try session.expect("In danger now? Call 911.")
    try session.command("")
    try helpThenAnswer(session, "What did you feel?", "sad")
    try helpThenAnswer(session, "strong was", "60")
    try helpThenAnswer(session, "went through", "I spoil it.")
    try session.command("")
    try helpThenAnswer(session, "fairer", "Buses are late.")
    try session.command("")
    try helpThenAnswer(session, "strong is", "20")
    try session.expect("The bus was late.\n")
    try session.expect("The driver shouted.\n")
    try helpThenAnswer(session, "Keep it", "1")
    try session.expect("Saved.")
    try session.menu()
    try session.command("mood")
    try helpThenAnswer(session, "How is your mood", "5")
    try helpThenAnswer(session, "Add sleep", "yes")
    try helpThenAnswer(session, "how long did you sleep", "7h")
    try session.command("pause")
    try session.command("review thought-record-5")
    try session.expect("The bus was late.")
    #expect(try session.quit() == .status(0))
  }

  @Test(arguments: ["c", "crisis"]) func `The pager opens help at`(keys: String) throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    try session.command("learn riding-an-urge")
    try session.expect("Space next")
    try session.type(keys)
    try session.expect("In danger now? Call 911.")
    try session.command("version")
    try session.expect("0.1.0")
  }

  @Test func `It needs no home, no content, no passphrase and no terminal`() throws {
    let place = try Place()
    try place.makeJournal()
    let none: [String: String?] = ["HANDRAIL_PASSPHRASE_FILE": "/nonexistent"]
    func crisis(_ more: [String: String?], _ arguments: [String] = ["crisis"]) throws -> Outcome {
      try place.run(arguments, adding: none.merging(more) { $1 })
    }
    let expected = try crisis([:])
    #expect(expected.code == 0)
    #expect(expected.out.contains("In danger now? Call 911.\n"))
    #expect(expected.err == "")
    let homeless = try crisis(["HOME": nil, "XDG_DATA_HOME": nil])
    #expect(homeless.code == 0)
    #expect(homeless.out.contains("In danger now? Call 911.\n"))
    for more in [
      ["HOME": "/nonexistent"], ["HOME": "/dev/null"], ["HANDRAIL_CONTENT": "/nonexistent"],
      ["HANDRAIL_CONTENT": place.vault], ["TERM": nil], ["LC_ALL": "C"], ["HANDRAIL_HOME": place.vault],
    ] as [[String: String?]] {
      let shown = try crisis(more)
      #expect(shown.code == 0 && shown.out.contains("988"), "\(more): \(shown)")
    }
    #expect(try crisis([:], ["crisis", "--region", "uk"]).out.contains("In danger now? Call 999.\n"))
    #expect(try crisis(["LANG": nil, "HOME": nil]).out.contains("In danger now? Call your emergency"))
    for word in ["sos", "911", "988", "112", "999", "emergency", "suicide", "crises"] {
      #expect(try crisis([:], [word]) == expected)
    }
  }

  @Test func `It needs no whole journal and writes nothing`() throws {
    let place = try Place()
    try place.makeJournal()
    for bytes in [[], Array("not a journal".utf8), [UInt8](repeating: 0xFF, count: 10_000)] {
      try place.write(bytes, to: place.vault)
      let before = Tree.files(in: place.home)
      let shown = try place.run(["crisis"])
      #expect(shown.code == 0 && shown.out.contains("In danger now? Call 911.\n"))
      #expect(Bytes.at(place.vault) == bytes)
      #expect(Tree.files(in: place.home) == before)
      let shell = try place.start()
      try shell.expect("Passphrase: ")
      try shell.enter("crisis")
      try shell.expect("In danger now? Call 911.")
    }
  }

  private func helpThenAnswer(_ session: PtySession, _ question: String, _ answer: String) throws {
    try session.answer(question, "crisis")
    try session.expect("In danger now? Call 911.")
    try session.command(answer)
  }
}
