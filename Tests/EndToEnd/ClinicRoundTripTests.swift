import PtyDriver
import Testing

/// A programme and a person, each with the real program and a folder of their own; only files pass between them.
@Suite struct ClinicRoundTripTests {
  private let place: Place

  init() throws {
    place = try Place()
    try place.makeJournal()
  }

  private func clinic(_ words: String..., input: String = "") throws -> Outcome {
    let done = try place.run(["clinic"] + words + ["--home", place.root + "/clinic"], input: input)
    #expect(done.code == 0, "\(words): \(done)")
    return done
  }

  private func person(_ words: String...) throws -> Outcome {
    let done = try place.run(words)
    #expect(done.code == 0, "\(words): \(done)")
    return done
  }

  private func file(_ name: String) -> String { "\(place.root)/\(name)" }

  /// The programme's folder, and a person whose key it knows, and who knows its key.
  private func begin() throws {
    try place.write(
      """
      Initials: KM
      Name: Harbour IOP
      By day: 555 0100
      After hours: 555 0199
      In an emergency: Call 911
      Who reads: Your own therapist
      How often: Before each session
      Meanwhile: Call the day number
      Notice: This may not be passed on.
      Notice basis: 42 CFR Part 2

      """, to: file("programme"))
    _ = try clinic("init", "--programme", file("programme"), "--argon-passes", "2", "--argon-memory", "19")
    _ = try clinic("invite", "--out", file("pack"), "--yes")
    #expect(try person("accept", file("pack"), "--yes", "--compared").told.contains("Added, from Harbour IOP."))
    #expect(try person("crisis").told.contains("555 0199"))
    _ = try person("key", "--out", file("card"))
    _ = try clinic("enroll", file("card"), "--compared", input: "Maya\n")
  }

  @Test func `What a programme gives is taken up, done, shared, and comes back to it as done`() throws {
    try begin()
    _ = try person("mood", "3")
    _ = try person("share", "--to", "Harbour IOP", "--format", "log", "--out", file("week-1"), "--yes")
    #expect(try clinic("import", file("week-1")).told.contains("1 new"))
    let first = try clinic("page", "Maya", "--format", "text").out
    #expect(first.contains("Not monitored") && first.contains("Mood (0-10)") && first.contains("42 CFR Part 2"))
    #expect(try clinic("roster").told.contains("Maya"))

    try place.write("Walk for ten minutes\n\nIt helps with sleep.\n", to: file("homework"))
    _ = try clinic("assign", "Maya", "--homework-file", file("homework"), "--out", file("given"), "--yes")
    #expect(try clinic("assigned", "Maya").told.contains("Walk for ten minutes: nothing came back yet"))
    #expect(try person("accept", file("given"), "--yes").told.contains("Homework: `homework` shows it"))

    let session = try place.open()
    try session.command("homework")
    try session.answer("Walk for ten minutes", "1")
    try session.answer("Say how it went", "2")
    try session.answer("Which homework is it about?", "")
    try session.answer("How far did you get?", "1")
    try session.answer("What did you notice", "")
    try session.answer("keep it on your list", "no")
    try session.expect("Saved.")
    try session.menu()
    #expect(try session.quit() == .status(0))

    _ = try person("share", "--to", "Harbour IOP", "--format", "log", "--since-last", "--out", file("week-2"), "--yes")
    #expect(try clinic("import", file("week-2"), file("week-1")).told.contains("2 new"))
    #expect(try clinic("assigned", "Maya").told.contains("Walk for ten minutes: done"))
    let last = try clinic("page", "Maya", "--format", "text").out
    #expect(last.contains("Walk for ten minutes") && last.lowercased().contains("done"))
    // The words of the homework stay with the person unless they share them: the programme knows its own.
    #expect(Bytes.text(Bytes.at(file("week-2"))).hasPrefix("age-encryption.org/v1"))
  }
}
