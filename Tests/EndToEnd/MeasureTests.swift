import Glibc
import PtyDriver
import Testing

/// A questionnaire from a programme, with the real program.
@Suite struct MeasureTests {
  @Test func `Neither its words nor the answers are outside the journal, and what was left in the middle goes on`()
    throws
  {
    let place = try Place()
    try place.makeJournal()
    let files = Place.content.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let session = try place.open()
    try session.command("measure add \(files)/Tests/FHIRTests/Fixtures/five-well.json")
    try session.expect("Yes or no: ")
    try session.enter("yes")
    try session.answer("bring it up?", "1")
    try session.expect("Added.")
    try session.command("measure five")
    try session.answer("There was light in the week", "3")
    try session.expect("I could sit still")
    try session.type("\u{3}")
    try session.command("resume")
    try session.answer("I could sit still", "4")
    for question in ["I had go", "I woke rested", "Something held my interest"] { try session.answer(question, "2") }
    try session.answer("What you wrote", "1")
    try session.expect("52 (0 to 100)")
    try session.expect("In this one a higher number means more well-being.")
    #expect(try session.quit() == .status(0))
    for path in Tree.files(in: place.root) {
      let text = Bytes.text(Bytes.at(path))
      for word in ["light in the week", "sit still", "more than half"] {
        #expect(!text.contains(word), "\(word) in \(path)")
      }
    }
  }
}
