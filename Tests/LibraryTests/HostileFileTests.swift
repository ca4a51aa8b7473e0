import Testing

@testable import Library

@Suite struct HostileFileTests {
  @Test(
    "A hostile form is refused in one sentence",
    arguments: [
      ("", "1: This file is empty."),
      ("- just\n- a list\n", "1: A form has to be a list of fields."),
      ("id: &x a\n", "1: Anchors and aliases (& and *) cannot be used here."),
      ("title: x\nid: [&x a, *x]\n", "2: Anchors and aliases (& and *) cannot be used here."),
      ("id: a\nid: b\n", "1: The field \"id\" stands here twice."),
      ("? [a, b]\n: c\n", "1: A field's name has to be a word."),
      ("id: a\n---\nid: b\n", "2: This is not valid YAML: but found another document."),
      ("id: \"a\\e[31m\"\n", "1: There is a hidden control character in this line."),
      ("id: a\ntitle: \u{1b}[31mred\n", "2: There is a hidden control character in this line."),
      ("title: \u{202e}desrever\n", "1: There is a hidden control character in this line."),
      ("\u{feff}id: a\n", "1: There is a hidden control character in this line."),
      ("id: 'a\n", "2: This is not valid YAML: found unexpected end of stream."),
      ("id: \(String(repeating: "[", count: 50))\n", "2: This is not valid YAML: did not find expected node content."),
      ("id: \(String(repeating: "[", count: 100_000))\n", "1: There is too much in here."),
      ("id: \(String(repeating: "[", count: 50))\(String(repeating: "]", count: 50))", "1: There is too much in here."),
    ])
  func refusals(text: String, problem: String) {
    let shelf = Shelf(["en/forms/a.yaml": text])
    #expect(shelf.problems == ["en/forms/a.yaml:\(problem)"])
    #expect(throws: LibraryError.self) { try shelf.library.form("a") }
  }

  @Test func `Aliases that would grow without end are refused before they are read`() {
    var bomb = "l0: &l0 [x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*l\(level - 1)", count: 9).joined(separator: ", ")
      bomb += "l\(level): &l\(level) [\(aliases)]\n"
    }
    let shelf = Shelf(["en/forms/a.yaml": bomb + "? *l12\n: x\n"])
    #expect(shelf.problems == ["en/forms/a.yaml:1: Anchors and aliases (& and *) cannot be used here."])
  }

  @Test func `Bytes that are not UTF-8 and files that are too large are refused`() {
    let shelf = Shelf()
    shelf.write("en/forms/a.yaml", [0x69, 0x64, 0x3A, 0x20, 0xFF, 0xFE])
    shelf.write("en/forms/b.yaml", String(repeating: "#", count: (256 << 10) + 1))
    shelf.write("en/modules/c.md", String(repeating: "#", count: (1 << 20) + 1))
    #expect(
      shelf.problems == [
        "en/forms/a.yaml:1: This file is not UTF-8 text.", "en/forms/b.yaml:1: This file is too large.",
        "en/modules/c.md:1: This file is too large.",
      ])
    #expect(shelf.library.forms().isEmpty)
    #expect(shelf.library.modules().isEmpty)
  }

  @Test func `Questions, options and groups are bounded`() {
    let questions = (1...201).map { "  - {id: q\($0), type: text, ask: Q?}\n" }.joined()
    let options = (1...201).map { "o\($0)" }.joined(separator: ", ")
    let group =
      "{id: g1, type: group, questions: [{id: g2, type: group, questions: [{id: g3, type: group, questions: []}]}]}"
    let deep = group.replacing("[]", with: "[{id: q, type: text, ask: Q?}]")
    func form(_ id: String) -> String { "id: \(id)\nversion: 1\ntitle: T\nkind: log\nsummary: S\nquestions:\n" }
    let shelf = Shelf([
      "en/forms/many.yaml": form("many") + questions,
      "en/forms/wide.yaml": form("wide") + "  - {id: q, type: choice, ask: Q?, options: [\(options)]}\n",
      "en/forms/deep.yaml": form("deep") + "  - \(deep)\n",
    ])
    #expect(
      shelf.problems == [
        "en/forms/deep.yaml:7: Questions stand in groups 3 deep at most.",
        "en/forms/many.yaml:207: A form has 200 questions at most.",
        "en/forms/wide.yaml:7: There are 200 options at most.",
      ])
  }

  @Test func `Links are followed to files and not to folders`() throws {
    let outside = Shelf(["target.yaml": small("linked"), "forms/inside.yaml": small("inside")])
    let shelf = Shelf(["en/forms/own.yaml": small("own")])
    shelf.link("en/forms/linked.yaml", to: "\(outside.path)/target.yaml")
    shelf.link("en/forms/more", to: "\(outside.path)/forms")
    shelf.link("en/forms/loop", to: "\(shelf.path)/en")
    shelf.link("en/forms/device.yaml", to: "/dev/zero")
    shelf.link("en/forms/gone.yaml", to: "\(outside.path)/gone")
    shelf.makeFolder("en/forms/folder.yaml")
    shelf.link("de", to: "\(outside.path)")
    shelf.link("forms", to: "\(outside.path)/forms")
    #expect(shelf.library.forms().map(\.id) == ["linked", "own"])
    #expect(try shelf.library.form("linked")?.id == "linked")
    #expect(try shelf.library.form("inside") == nil)
    #expect(try Library(folders: [shelf.path], language: "de").form("inside") == nil)
    #expect(try shelf.library.form("device") == nil)
    #expect(shelf.problems == [])
  }

  @Test func `A page cannot bring control characters in through entities`() throws {
    let page = "---\nid: a\ntitle: A\nsummary: S\ntrack: both\n---\nred &#27;[31m and &#x202e;back\n"
    let shelf = Shelf(["en/modules/a.md": page])
    #expect(try shelf.library.module("a")?.body == Document([.paragraph([.init("red [31m and back")])]))
  }

  @Test func `Deeply nested Markdown is cut off`() throws {
    let quotes = String(repeating: "> ", count: 5_000) + "deep\n"
    let shelf = Shelf(["en/modules/a.md": "---\nid: a\ntitle: A\nsummary: S\ntrack: both\n---\n\(quotes)\nend\n"])
    #expect(try shelf.library.module("a")?.body.prose == ["end"])
  }
}
