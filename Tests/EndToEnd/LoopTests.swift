import Glibc
import PtyDriver
import Testing

/// One exercise leads on to the next, in a real window.
@Suite struct LoopTests {
  /// Gives each line at a prompt of its own.
  private func lines(_ session: PtySession, _ lines: String...) throws {
    for line in lines {
      try session.expect("> ")
      try session.enter(line)
    }
  }

  /// Logs an urge that was acted on, up to the offer of a chain analysis.
  private func actOn(_ session: PtySession) throws {
    try session.command("practice urge-log")
    try session.answer("What does it pull you toward?", "a drink", "")
    try session.answer("How strong is it?", "70")
    try session.answer("What set it off?", "")
    try session.answer("Leave it out", "2")
    try session.answer("Leave it out", "2")
    try session.answer("How strong is it now?", "50")
    try session.answer("Did you act on it?", "yes")
    try session.expect("Saved.")
    try session.expect("go on to: Chain analysis")
  }

  private func walkTheChain(_ session: PtySession) throws {
    try session.answer("How upset are you as you start?", "40")
    try session.answer("What did you do", "I drank, Tuesday at ten.", "")
    try session.answer("easier to knock over", "")
    try session.answer("What set it off?", "A call.", "")
    try session.answer("Now the links", "I was angry.", "I went to the shop.", "")
    try session.answer("what kind of link", "2")
    try session.answer("what kind of link", "5")
    try session.answer("What did it bring", "")
    try session.answer("And later", "")
    try session.answer("Which would be the easiest", "1")
    try session.answer("Which skill could go", "3")
    try session.answer("How would it have gone on", "")
    try session.answer("What could you do", "")
    try session.answer("something to put right", "Say sorry to Sam.", "")
    try session.answer("How upset are you now", "30")
    try session.answer("Did the chain show you", "1")
    try session.answer("Keep it", "1")
    try session.expect("Saved.")
  }

  @Test func `An urge acted on leads to a chain analysis, to repair, and to coping ahead`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    try actOn(session)
    try lines(session, "1")
    try session.answer("are you hurt", "1")
    try session.answer("Are you safe for the next hour?", "1")
    try walkTheChain(session)

    try session.answer("go on to: Repair", "1")
    try session.answer("how upset are you?", "40")
    try session.answer("What did you do", "I shouted.", "")
    try session.answer("Who was affected", "1")
    try session.answer("Is it safe, allowed and kind", "1")
    try session.answer("Which part of it is yours", "")
    try session.answer("What did it do to them", "")
    try session.answer("How would you say sorry", "")
    try session.answer("What can you do to make it good?", "Call.", "")
    try session.answer("And what will you do", "")
    try session.answer("On which day will you begin?", "")
    try session.answer("How upset are you about it", "20")
    try session.answer("Did planning it help?", "1")
    try session.answer("Keep it", "1")
    try session.expect("Saved.")

    try session.answer("go on to: Cope ahead", "1")
    try session.answer("The hard thing is still ahead.", "30")
    try session.answer("Describe what is coming.", "pause")
    try session.answer("also a command", "1")
    try session.expect("Paused.")
    try session.command("review chain-analysis")
    let chain = try id(of: "Chain analysis", in: session)
    try session.command("review \(chain)")
    try session.expect("Comes from")
    try session.expect("Urge log, today")
    try session.expect("Leads to")
    try session.expect("Repair, today")
    #expect(try session.quit() == .status(0))
  }

  @Test func `Not sure at the question of safety shows help, and the exercise waits`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    try actOn(session)
    try lines(session, "1")
    try session.answer("are you hurt", "1")
    try session.answer("Are you safe for the next hour?", "2")
    try session.expect("In danger now?")
    try session.expect("The exercise can wait.")
    try session.command("resume")
    try session.answer("are you hurt", "1")
    try session.answer("Are you safe for the next hour?", "1")
    try session.answer("How upset are you as you start?", "pause")
    #expect(try session.quit() == .status(0))
  }

  @Test func `A thought record leads to a test, a day to look back, and a result beside it`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    try session.command("thought --seven")
    try session.answer("What happened?", "The bus was late.", "")
    try session.answer("What did you feel?", "sad")
    try session.answer("how strong was it?", "60")
    try session.answer("What went through your mind?", "I spoil it.", "")
    try session.answer("how much did you believe it?", "80")
    try session.answer("What speaks for it?", "")
    try session.answer("What speaks against it", "")
    try session.answer("one of these traps?", "")
    try session.answer("fairer way to say it?", "Buses are late.", "")
    try session.answer("How much do you believe the fairer", "50")
    try session.answer("how strong is it now?", "40")
    try session.answer("the first thought now?", "60")
    try session.answer("On what day", "")
    try session.answer("Keep it", "1")
    try session.expect("Saved.")

    try session.answer("go on to: Test a thought", "1")
    try session.answer("Which thought will you test?", "They will laugh.", "")
    try session.answer("How much do you believe it today?", "70")
    try session.answer("what exactly will happen?", "Laughter.", "")
    try session.answer("What else could happen?", "")
    try session.answer("How could you find out?", "Ask Sam.", "")
    try session.answer("Is this test safe", "1")
    try session.answer("What could keep you from doing it?", "")
    try session.answer("On which day will you look", "today")
    try session.answer("Keep it", "1")
    try session.expect("Saved.")

    try session.command("today")
    try session.expect("You set out to test a thought.")
    try session.answer("Open what is due", "1")
    // What was written then stands on the line; Enter takes it.
    try session.expect("Which thought was put to the test?")
    try session.expect("> They will laugh.")
    try session.enter("")
    try lines(session, "")
    try session.expect("What had you expected to happen?")
    try session.expect("> Laughter.")
    try session.enter("")
    try lines(session, "")
    try session.expect("when you planned the test?")
    try session.expect("> 70")
    try session.enter("")
    try session.answer("Did the test take place?", "1")
    try session.answer("What happened? Facts first.", "Sam smiled.", "")
    try session.answer("How much of what you expected", "1")
    try session.answer("What do you know now", "")
    try session.answer("the thought today?", "20")
    try session.answer("What would you like to remember", "")
    try session.answer("Keep it", "1")
    try session.expect("Saved.")

    try session.command("review experiment")
    let test = try id(of: "Test a thought", in: session)
    try session.command("review \(test)")
    try session.expect("Thought record, seven steps, today")
    try session.expect("What the test showed, today")
    try session.expect("20%")
    try session.command("review thought-record-7")
    let record = try id(of: "Thought record, seven steps", in: session)
    try session.command("review \(record)")
    try session.expect("Leads to")
    try session.expect("Test a thought, today (\(test))")
    try session.command("today")
    try session.expect("Done")
    #expect(try session.quit() == .status(0))
    #expect(session.text.components(of: "Open what is due") == 1)
  }

  /// The four letters before this title in the list that is being shown.
  private func id(of title: String, in session: PtySession) throws -> String {
    try session.expect("1 entry.")
    let line = session.text.split(separator: "\n").last { $0.contains("\(title):") || $0.contains("\(title), ") }
    let id = line?.split(separator: " ").first.map(String.init) ?? ""
    try #require(id.count == 4, "\(line ?? "")")
    return id
  }

  @Test func `A form of one's own is listed, filled in, kept as a draft, and shown`() throws {
    let place = try Place()
    try place.makeJournal()
    let folder = place.journal + "/content"
    mkdir(folder, 0o700)
    mkdir(folder + "/forms", 0o700)
    try place.write(Self.tea, to: folder + "/forms/tea.yaml")
    try place.write(
      Self.tea.replacing("tea", "broken").replacing("type: number", "type: cup"),
      to: folder + "/forms/broken.yaml")

    let session = try place.open()
    try session.expect("Left out:")
    try session.expect("broken.yaml:7:")
    try session.command("practice --list")
    try session.expect("Something else")
    try session.expect("tea")
    try session.expect("A cup of calm")
    try session.command("practice broken")
    try session.expect("Your journal is not touched.")
    let listed = session.text.components(of: "A cup of calm")
    #expect(listed == 1, "the broken one has the same title")
    try session.command("practice tea")
    try session.answer("How many cups?", "2")
    try session.expect("How was it?")
    try session.half("warm and")
    try session.type("\u{3}")
    try session.command("resume")
    try session.expect("How was it?")
    try session.expect("> warm and")
    try session.enter(" sweet")
    try lines(session, "")
    try session.expect("Saved.")
    try session.command("review tea")
    let tea = try id(of: "A cup of calm", in: session)
    try session.command("review \(tea)")
    try session.expect("How many cups?")
    try session.expect("warm and sweet")
    #expect(try session.quit() == .status(0))
  }

  private static let tea = """
    id: tea
    version: 1
    title: A cup of calm
    kind: log
    summary: One cup, slowly.
    questions:
      - {id: cups, type: number, ask: How many cups?}
      - {id: words, type: text, ask: How was it?}

    """
}

extension String {
  fileprivate func components(of words: String) -> Int {
    var (count, rest) = (0, self[...])
    while let found = rest.firstRange(of: words) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }

  fileprivate func replacing(_ old: String, _ new: String) -> String { replacing(old, with: new) }
}
