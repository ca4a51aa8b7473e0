import Glibc
import PtyDriver
import Testing

/// A YAML file of one's own is an exercise like any other.
@Suite struct OwnFormTests {
  @Test func `A form of one's own is listed, filled in, kept as a draft, and shown`() throws {
    let place = try Place()
    try place.makeJournal()
    let folder = place.journal + "/content"
    mkdir(folder, 0o700)
    mkdir(folder + "/forms", 0o700)
    try place.write(Self.tea, to: folder + "/forms/tea.yaml")
    try place.write(
      Self.tea.replacing("tea", with: "broken").replacing("type: number", with: "type: cup"),
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
    // Tab knows its name, and none of the broken one.
    try session.expect("> ")
    try session.type("practice te\t\t")
    try session.expect("tea")
    try session.expect("temperature")
    try session.enter("a")
    try session.answer("How many cups?", "2")
    try session.expect("How was it?")
    try session.half("warm and")
    try session.type("\u{3}")
    try session.command("resume")
    try session.expect("How was it?")
    try session.expect("> warm and")
    try session.enter(" sweet")
    try session.lines("")
    try session.expect("Saved.")
    try session.command("review tea")
    let tea = try session.id(of: "A cup of calm")
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
