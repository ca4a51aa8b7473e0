import Testing

@testable import Library

@Suite struct ModuleCheckTests {
  /// A module with nothing wrong but what a test puts in; the body begins at line 16.
  private func module(
    quiz: [Int] = [1, 2, 1], words: Int = 600, topics: String = "[calm]", body: String = ""
  ) -> String {
    let questions = quiz.map { "  - {question: What?, choices: [yes, no], answer: \($0), why: It is so.}\n" }.joined()
    let text = String(repeating: "The cat sat on the warm mat again. ", count: words / 8)
    return """
      ---
      id: m
      title: M
      summary: A page.
      track: both
      topics: \(topics)
      sources: [{name: A, year: 2015}]
      updated: 2026-11-21
      reviewed: no
      quiz:
      \(questions)---
      \(body)

      \(text)

      """
  }

  @Test(
    "Length, quiz, pictures and words to type are checked",
    arguments: [
      (["quiz"], "10: This quiz has 2 questions: it should have 3 to 5."),
      (["same"], "10: The right answer is always in the same place."),
      (["long"], "15: This module has 960 words: it should have 500 to 900."),
      (["picture"], #"15: There is no picture "cat.png": its words stand in its place."#),
      (["learn"], #"15: The text names "learn ghost", and there is none."#),
      (["define"], #"15: The text names "define ghost", and there is none."#),
    ])
  func flaws(what: [String], problem: String) {
    let text =
      switch what[0] {
      case "quiz": module(quiz: [1, 2])
      case "same": module(quiz: [2, 2, 2])
      case "long": module(words: 960)
      case "picture": module(body: "See ![a cat](cat.png) here.")
      case "learn": module(body: "Then `learn ghost` or `learn m`.")
      default: module(body: "Type `define ghost`, or `crisis`, or `mood 6`.")
      }
    #expect(Shelf(["en/modules/m.md": text]).problems == ["en/modules/m.md:\(problem)"])
  }

  @Test func `A picture that is there is named too, and its words are shown`() throws {
    let shelf = Shelf(["en/modules/m.md": module(body: "See ![a cat](cat.png) here.")])
    shelf.write("en/modules/cat.png", [0x89, 0x50])
    #expect(
      shelf.problems.contains(
        #"en/modules/m.md:15: Pictures are not shown: the words of "cat.png" stand in its place."#))
    #expect(try shelf.library.module("m")?.body.prose.first == "See a cat here.")
  }

  @Test func `One broken file is named with its line, and the others can be read, found and listed`() throws {
    let shelf = Shelf([
      "en/modules/m.md": module(), "en/modules/a.md": "---\nid: a\ntitle: [A\n---\nText.\n",
      "en/modules/b.md": "---\nid: b\ntitle: B\nsummary: B\ntrack: both\nreviewed: no\n---\nRed \u{1B}[31m cat.\n",
      "en/modules/c.md": String(repeating: "cat ", count: 2_600_000),
    ])
    shelf.write("en/modules/d.md", [0x2D, 0x2D, 0x2D, 0x0A, 0xC3, 0x28])
    #expect(
      shelf.problems.map { String($0.prefix(18)) } == [
        "en/modules/a.md:4:", "en/modules/b.md:8:", "en/modules/c.md:1:", "en/modules/d.md:1:",
      ])
    #expect(shelf.library.modules().map(\.id) == ["m"])
    #expect(shelf.library.search("cat").map(\.module.id) == ["m"])
    #expect(try shelf.library.module("m") != nil)
    #expect(throws: LibraryError.self) { try shelf.library.module("b") }
  }

  @Test func `Pages that name each other in a circle are all right`() {
    let (one, two) = (module(body: "`learn n`"), module(body: "`learn m`").replacing("id: m", with: "id: n"))
    #expect(Shelf(["en/modules/m.md": one, "en/modules/n.md": two]).problems == [])
  }

  @Test func `A programme's folder adds pages, and replaces them by id`() throws {
    let base = Shelf(["en/modules/m.md": module(), "en/modules/n.md": module().replacing("id: m", with: "id: n")])
    let own = Shelf([
      "en/modules/ours/m.md": module(body: "Ours.").replacing("title: M", with: "title: Our M"),
      "en/modules/p.md": module().replacing("id: m", with: "id: p").replacing("title: M", with: "title: P"),
    ])
    let library = Library(folders: [base.path, own.path])
    #expect(library.modules().map { "\($0.id) \($0.title)" } == ["n M", "m Our M", "p P"])
    #expect(try library.module("m")?.body.prose.first == "Ours.")
    #expect(library.search("ours").map(\.module.id) == ["m"])
  }

  @Test(arguments: ["self-harm", "suicide", "overdose", "withdrawal", "exposure", "bipolar", "medication"])
  func `A page about what is delicate is held back until a clinician has read it`(topic: String) throws {
    let text = module(topics: "[calm, \(topic)]")
    let shelf = Shelf(["en/modules/m.md": text])
    #expect(shelf.library.modules().map(\.isHeldBack) == [true])
    #expect(try shelf.library.module("m")?.isHeldBack == true)
    let read = Shelf(["en/modules/m.md": text.replacing("reviewed: no", with: "reviewed: Dr A, 2026-12-01")])
    #expect(read.library.modules().map(\.isHeldBack) == [false])
    let plain = Shelf(["en/modules/m.md": module()])
    #expect(plain.library.modules().map(\.isHeldBack) == [false])
  }
}
