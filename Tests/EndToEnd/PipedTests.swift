import Glibc
import PtyDriver
import Testing

@Suite struct PipedTests {
  private let thought = [
    "thought --five", "The bus was late.", "The driver shouted.", "", "anxious, sad", "70", "60", "I spoil it.", "",
    "Buses are late.", "", "40", "30",
  ]

  @Test func `A session from a file keeps everything, results and questions apart`() throws {
    let place = try Place()
    try place.makeJournal()
    let lines = ["mood 6 slept badly"] + thought + ["mood", "3", "no", "review", "quit", "mood 9"]
    let session = try place.run([], input: lines.joined(separator: "\n") + "\n")
    #expect(session.code == 0)
    #expect(
      Self.settled(session.out) == """
        Saved. `undo` takes it back.
        Saved. `undo` takes it back.
        Saved. `undo` takes it back.
        Today
        -----
        ....   Mood: 3 of 10
        ....   Thought record, five steps: The bus was late. The driver shouted.
        ....   Mood: 6 of 10
        3 entries. `review` and its four letters show one.

        """)
    for question in ["What happened?", "strong was", "How is your mood right now?", "Add sleep"] {
      #expect(session.err.contains(question))
    }
    for answer in ["The bus was late.", "The driver shouted.", "slept badly", "anxious, sad"] {
      #expect(!session.err.contains(answer), "an answer was echoed")
    }
    #expect(!(session.out + session.err).contains("\u{1B}"))
  }

  @Test func `A refused answer ends the run with 65, and the draft waits at that question`() throws {
    let place = try Place()
    try place.makeJournal()
    let refused = try place.run([], input: "thought --five\nThe bus was late.\n\nsad\nlots\nmood 3\n60\n")
    #expect(refused.code == 65)
    #expect(refused.out == "")
    #expect(refused.said.contains("A number is needed here. The answers before it are kept"))
    #expect(try place.run(["review", "--json"]).out == "{\"entries\":[]}\n")
    let resumed = try place.run([], input: "resume\n60\nI spoil it.\n\nBuses are late.\n\n30\nreview last\n")
    #expect(resumed.code == 0)
    #expect(resumed.said.contains("strong was"))
    #expect(!resumed.said.contains("What did you feel? 1 Sad"))
    for answer in ["The bus was late.", "I spoil it.", "60%", "30%"] { #expect(resumed.out.contains(answer)) }
  }

  @Test func `The end of the input keeps the draft, a half line too`() throws {
    let place = try Place()
    try place.makeJournal()
    #expect(try place.run([], input: "thought --five\nThe bus was late.\nno line end").code == 0)
    let rest = "resume\n\nsad\n60\nI spoil it.\n\nBuses are late.\n\n30\n"
    #expect(try place.run([], input: rest).out == "Saved. `undo` takes it back.\n")
    let entry = try place.run(["review", "last"])
    #expect(entry.out.contains("The bus was late.\n  no line end\n"))
  }

  @Test func `The exit code is that of the first failure, and the run goes on`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.run([], input: "mood 11\npractice nothing-like-it\nfrobnicate\nmood 5\n")
    #expect(session.code == 64)
    #expect(session.out == "Saved. `undo` takes it back.\n")
    #expect(try place.run([], input: "practice nothing-like-it\nmood 11\n").code == 66)
  }

  @Test func `A word with a backslash is the word itself, without one it is the way out`() throws {
    let place = try Place()
    try place.makeJournal()
    let lines = ["thought --five", "First.", "", "back", "\\back", "\\crisis", "", "skip", "pause", "today"]
    let session = try place.run([], input: lines.joined(separator: "\n") + "\n")
    #expect(session.code == 0)
    let rest = try place.run([], input: "resume\npause\n")
    #expect(rest.err.contains("back\n  crisis\n"), "\(rest.err)")
    #expect(session.out.contains("Open"))
  }

  @Test func `Crisis in the middle shows help on stdout and the answer goes on`() throws {
    let place = try Place()
    try place.makeJournal()
    var lines = thought
    lines.insert("crisis", at: 2)
    let session = try place.run([], input: (lines + ["review last"]).joined(separator: "\n") + "\n")
    #expect(session.code == 0)
    #expect(session.out.contains("In danger now? Call 911.\n"))
    #expect(session.out.contains("The bus was late.\n  The driver shouted.\n"))
  }

  @Test func `The passphrase comes from a file that only its owner can read`() throws {
    let place = try Place()
    try place.makeJournal()
    chmod(place.passphraseFile, 0o640)
    let open = try place.run(["mood", "6"])
    #expect(open.code == 77)
    #expect(open.said.contains("can read the passphrase file"))
    #expect(try place.run([], input: "mood 6\n").code == 77)
    chmod(place.passphraseFile, 0o600)
    #expect(try place.run(["mood", "6", "--passphrase-file", place.root + "/none"]).code == 66)
    try place.write("\n", to: place.root + "/empty")
    #expect(try place.run(["mood", "6", "--passphrase-file", place.root + "/empty"]).code == 65)
    try place.write("not the passphrase\n", to: place.root + "/wrong")
    #expect(try place.run(["mood", "6", "--passphrase-file", place.root + "/wrong"]).code == 77)
    try place.write(Place.passphrase + "\r\nsecond line\n", to: place.root + "/windows")
    #expect(try place.run(["mood", "6", "--passphrase-file", place.root + "/windows"]).code == 0)
  }

  @Test func `Without a file it is asked for on the terminal, and without one of those the run says 69`() throws {
    let place = try Place()
    try place.makeJournal()
    let none = try place.run(["mood", "6"], adding: ["HANDRAIL_PASSPHRASE_FILE": nil])
    #expect(none.code == 69)
    #expect(none.said.contains("There is no terminal to ask for the passphrase on."))

    let input = try Pipe()
    let results = try Pipe()
    let session = try PtySession(
      Place.program, [], environment: place.environment, input: input.reading, output: results.writing)
    input.write("mood 6\n")
    input.closeWriting()
    results.closeWriting()
    try session.expect("Passphrase: ")
    try session.enter(Place.passphrase)
    #expect(try session.waitForExit() == .status(0))
    #expect(results.readAll() == "Saved. `undo` takes it back.\n")
    #expect(!session.text.contains(Place.passphrase))
  }

  /// The letters that name entries and the part of the day differ from run to run.
  private static func settled(_ text: String) -> String {
    text.replacing(#/^[0-9a-z]{4}   /#.anchorsMatchLineEndings()) { _ in "....   " }
      .replacing(#/, (night|morning|afternoon|evening|day|noon):/#) { _ in ":" }
      // Whether a line is wrapped depends on the hour's name.
      .replacing(#/\n {7}/#) { _ in " " }
  }
}
