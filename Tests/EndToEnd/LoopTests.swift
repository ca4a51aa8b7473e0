import PtyDriver
import Testing

/// One exercise leads on to the next, in a real window.
@Suite struct LoopTests {
  /// Fills in a diary card with an urge that was acted on, up to the offer of a chain analysis.
  private func actOn(_ session: PtySession) throws {
    try session.command("diary")
    try session.answer("Add them now", "1")
    try session.answer("Add an urge", "2")
    try session.expect("Name: ")
    try session.enter("a drink")
    try session.answer("urge      a drink, since today", "1")
    try session.answer("Urge: a drink. How strong", "4")
    try session.answer("Did you act on it?", "yes")
    for feeling in ["Sad", "Afraid or anxious", "Angry", "Ashamed", "Glad"] {
      try session.answer("\(feeling): how strong", "")
    }
    try session.answer("Did you use alcohol", "some")
    try session.answer("What, and about how much?", "")
    try session.answer("Your medicine today?", "1")
    try session.answer("About how long did you sleep", "7h")
    try session.answer("Which skills did you use", "")
    try session.answer("which sentence fits the day best?", "2")
    try session.answer("Anything else about the day?", "")
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
    try session.answer("Which skill could go", "5")
    try session.answer("How would it have gone on", "")
    try session.answer("What could you do", "")
    try session.answer("something to put right", "Say sorry to Sam.", "")
    try session.answer("How upset are you now", "30")
    try session.answer("Did the chain show you", "1")
    try session.answer("Keep it", "1")
    try session.expect("Saved.")
  }

  private func practiseStop(_ session: PtySession) throws {
    try session.answer("go on to: STOP", "1")
    try session.answer("How strong is the pull to act", "40")
    try session.answer("Leave it out", "2")
    try session.answer("Leave it out", "2")
    try session.answer("What is happening around you?", "")
    try session.answer("And inside you?", "")
    try session.answer("what will you be glad you did?", "")
    try session.answer("So what will you do now?", "Call Sam.", "")
    try session.answer("How strong is the pull now?", "20")
    try session.answer("Did it help?", "1")
    try session.answer("Keep it", "1")
    try session.expect("Saved.")
  }

  @Test func `An urge acted on leads to a chain analysis, a skill for one link, repair, and coping ahead`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    try actOn(session)
    try session.command("1")
    try session.answer("are you hurt", "1")
    try session.answer("Are you safe for the next hour?", "1")
    try session.expect("No clinician has reviewed this one yet.")
    try walkTheChain(session)
    try practiseStop(session)

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
    let chain = try session.id(of: "Chain analysis")
    try session.command("review \(chain)")
    try session.expect("Comes from")
    try session.expect("Diary card, today")
    try session.expect("Leads to")
    try session.expect("STOP, today")
    try session.expect("Repair, today")
    #expect(try session.quit() == .status(0))
  }

  @Test(arguments: [["2"], ["1", "2"], ["not sure", "2"], ["yes"]])
  func `Anything but a clear yes to safety shows help, and the exercise waits`(answers: [String]) throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    try actOn(session)
    try session.command("1")
    try session.answer("are you hurt", answers[0])
    if answers.count > 1 { try session.answer(answers[0] == "1" ? "safe for the next hour?" : "please.", answers[1]) }
    try session.expect("In danger now?")
    try session.expect("The exercise can wait.")
    try session.command("today")
    try session.expect("Chain analysis, from today")
    try session.command("resume")
    try session.answer("are you hurt", "1")
    try session.answer("Are you safe for the next hour?", "1")
    try session.answer("How upset are you as you start?", "pause")
    #expect(try session.quit() == .status(0))
  }

  @Test func `An offer that was declined does not come back`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    try actOn(session)
    try session.command("")
    try session.command("today")
    try session.expect("Diary card (")
    // Opened and changed, the card offers nothing again.
    try session.command("diary")
    try session.answer("Change an answer", "2")
    try session.answer("Give its number.", "1")
    try session.answer("Urge: a drink. How strong", "\u{15}5")
    try session.answer("Keep it", "1")
    try session.expect("Changed.")
    try session.command("today")
    try session.expect("Today,")
    #expect(try session.quit() == .status(0))
    #expect(session.text.components(of: "go on to: Chain analysis") == 1)
  }
}
