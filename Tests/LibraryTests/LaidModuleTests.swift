import Forms
import Testing

@testable import Library

/// Pages that lie in memory over all folders, and how one is checked before it is taken.
@Suite struct LaidModuleTests {
  private func page(_ id: String, _ title: String, _ body: String = "Words.", related: String = "") -> String {
    """
    ---
    id: \(id)
    title: \(title)
    summary: A summary.
    track: participant
    related: [\(related)]
    reviewed: no
    ---

    \(body)

    """
  }

  @Test func `A page in memory covers the one in a folder, is listed and found, and is gone with the memory`() throws {
    let shelf = Shelf([
      "en/modules/sleep.md": page("sleep", "From the folder"), "en/modules/mood.md": page("mood", "Mood"),
    ])
    var library = shelf.library
    library.laid = ["sleep": page("sleep", "From memory", "About zebrafinches."), "own": page("own", "Own")]
    #expect(library.modules().map(\.title) == ["From memory", "Mood", "Own"])
    #expect(library.modules().filter(\.isFromProgramme).map(\.id) == ["sleep", "own"])
    #expect(try library.module("sleep")?.title == "From memory")
    #expect(library.search("zebrafinches").map(\.module.id) == ["sleep"])
    #expect(library.skills().isEmpty && library.forms().isEmpty)
    library.laid = [:]
    #expect(library.modules().map(\.title) == ["From the folder", "Mood"])
    #expect(try library.module("own") == nil)
  }

  private func problem(_ text: String, id: String = "own") -> String? {
    do throws(LibraryError) {
      _ = try Library(folders: []).checked(module: text, id: id)
      return nil
    } catch {
      return error.message
    }
  }

  @Test func `A page is taken when it can be shown, and says what it names that is not here`() throws {
    let shelf = Shelf(["en/modules/sleep.md": page("sleep", "Sleep")])
    let (module, missing) = try shelf.library.checked(module: page("own", "Own", related: "sleep, ghost"), id: "own")
    #expect(module.title == "Own" && missing == ["ghost"])
    #expect(problem(page("own", "Own")) == nil)
  }

  @Test func `What cannot be shown is refused with its line`() {
    #expect(problem("words")?.contains("has to begin with its fields") == true)
    #expect(problem(page("own", "Own"), id: "other")?.contains("calls itself \"own\"") == true)
    #expect(problem(page("own", "Own", "a\u{1B}[2Jb"))?.contains("line 10: There is a hidden control") == true)
    #expect(problem(page("own", "Own", "a\u{202E}b"))?.contains("hidden control") == true)
    #expect(problem(page("own", "Own", String(repeating: "a", count: 300_000)))?.contains("too large") == true)
    #expect(problem(page("own", "Own").replacing("track: participant", with: "track: all"))?.contains("track") == true)
  }

  @Test func `A form cannot call its links what the programme's are called`() {
    let form = small("a") + "then:\n  - {offer: a, say: Again., link: assigned}\n"
    let shelf = Shelf(["en/forms/a.yaml": form])
    #expect(shelf.problems.contains { $0.contains("The link \"assigned\" is kept for what a programme assigns.") })
  }
}
