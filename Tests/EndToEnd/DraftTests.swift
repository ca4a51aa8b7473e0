import Glibc
import PtyDriver
import Testing

/// What stops a person in the middle of writing.
enum Stop: String, CaseIterable, CustomTestStringConvertible, Sendable {
  case interrupted = "Ctrl-C", closedWindow = "a closed window", asked = "SIGTERM", hungUp = "SIGHUP"
  case killed = "kill -9"
  var testDescription: String { rawValue }

  func happen(to session: PtySession) throws {
    switch self {
    case .interrupted: try session.type("\u{3}")
    case .closedWindow: session.closeWindow()
    case .asked: session.signal(SIGTERM)
    case .hungUp: session.signal(SIGHUP)
    case .killed: session.signal(SIGKILL)
    }
  }
}

@Suite struct DraftTests {
  @Test(arguments: Stop.allCases) func `A thought record waits at its question after`(stop: Stop) throws {
    let place = try Place()
    try place.makeJournal()
    let before = try place.open()
    try Self.halfWay(before)
    try stop.happen(to: before)
    if stop == .interrupted {
      try before.expect("^C")
      try before.command("resume")
      try Self.finish(before, partial: "and I was la")
      return
    }
    #expect(try before.waitForExit() == (stop == .killed ? .signal(SIGKILL) : .status(0)))

    let after = try place.open()
    try after.expect("You have something open:")
    try after.answer("Go on with it", "1")
    try Self.finish(after, partial: stop == .killed ? "" : "and I was la")
  }

  @Test func `A one-shot command keeps its draft at Ctrl-C and says 130`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.start("thought", "--five")
    try session.expect("Passphrase: ")
    try session.enter(Place.passphrase)
    try session.answer("What happened?", "The bus was late.")
    try session.half("and I was la")
    try session.type("\u{3}")
    #expect(try session.waitForExit() == .status(130))
    let after = try place.open()
    try after.answer("Go on with it", "1")
    try after.expect("The bus was late.")
    try after.expect("> and I was la")
  }

  @Test func `Every answer is stored before the next question appears`() throws {
    let place = try Place()
    try place.makeJournal()
    let answers: [(question: String, lines: [String])] = [
      ("What happened?", ["The bus was late.", ""]), ("What did you feel?", ["sad"]), ("strong was", ["60"]),
      ("went through", ["I spoil it.", ""]), ("fairer", ["Buses are late.", ""]),
    ]
    var session = try place.open()
    try session.command("thought --five")
    for (index, answer) in answers.enumerated() {
      try session.expect(answer.question)
      for line in answer.lines {
        try session.expect("> ")
        try session.enter(line)
      }
      try session.expect(index + 1 < answers.count ? answers[index + 1].question : "strong is")
      session.signal(SIGKILL)
      #expect(try session.waitForExit() == .signal(SIGKILL))
      session = try place.open()
      try session.expect("You have something open:")
      try session.answer("Go on with it", "1")
      try session.expect("Here is what you have so far.")
    }
    try session.answer("strong is", "20")
    try session.answer("Keep it", "1")
    try session.expect("Saved.")
  }

  @Test func `A draft can be paused, set aside, and brought back`() throws {
    let place = try Place()
    try place.makeJournal()
    let first = try place.open()
    try first.command("thought --five")
    try first.answer("What happened?", "The bus was late.", "pause")
    try first.answer("also a command", "1")
    try first.expect("Paused. Everything is kept")
    try first.command("quit")
    #expect(try first.waitForExit() == .status(0))

    let second = try place.open()
    try second.expect("What happened?")
    try second.answer("Set it aside", "3")
    try second.expect("Set aside.")
    try second.command("resume")
    try second.expect("Nothing is open.")
    try second.command("undo")
    try second.expect("Back again.")
    try second.command("resume")
    try second.answer("The bus was late.", "pause is what I needed", "pause")
    try second.answer("also a command", "2")
    try second.command("")
    try second.expect("What did you feel?")
    try second.command("pause")
    try second.answer("also a command", "1")
    try second.command("today")
    try second.expect("What did you feel?")
    #expect(try second.quit() == .status(0))
  }

  @Test func `An idle window locks, and the passphrase leads back to the half-typed line`() throws {
    let place = try Place()
    try place.makeJournal()
    try place.write("idle = 1s\n", to: place.journal + "/settings")
    let session = try place.open()
    try Self.halfWay(session)
    try session.expect("Locked, because nobody typed for a while.")
    #expect(session.rawOutput.contains("\u{1B}[H\u{1B}[2J\u{1B}[3J"))
    try session.expect("Passphrase: ")
    try session.enter(Place.passphrase)
    try session.expect("The bus was late.")
    try session.expect("The driver shouted.")
    try session.expect("> and I was la")
  }

  /// Two finished lines of the first question and half of a third.
  private static func halfWay(_ session: PtySession) throws {
    try session.command("thought --five")
    try session.answer("What happened?", "The bus was late.", "The driver shouted.")
    try session.half("and I was la")
  }

  private static func finish(_ session: PtySession, partial: String) throws {
    try session.expect("What happened?")
    try session.expect("The bus was late.\n")
    try session.expect("The driver shouted.\n")
    try session.expect("> \(partial)")
    try session.enter(partial.isEmpty ? "" : "te.")
    if !partial.isEmpty { try session.command("") }
    try session.answer("What did you feel?", "sad")
    try session.answer("strong was", "pause")
    try session.command("resume")
    try session.expect("The driver shouted.")
    if !partial.isEmpty { try session.expect("and I was late.") }
    try session.answer("strong was", "pause")
    #expect(try session.quit() == .status(0))
  }
}
