import Forms
import Testing

@testable import Library

@Suite struct LookupTests {
  @Test func `A form is found by its file name, or by the id inside`() throws {
    let shelf = Shelf(["en/forms/deep/er/one.yaml": small("one"), "en/forms/other-name.yaml": small("two")])
    #expect(try shelf.library.form("one")?.id == "one")
    #expect(try shelf.library.form("two")?.id == "two")
    #expect(try shelf.library.form("three") == nil)
    #expect(try shelf.library.form("other-name") == nil)
    #expect(try shelf.library.form("../one") == nil)
    #expect(try Library(folders: ["/nonexistent"]).form("one") == nil)
  }

  @Test func `A higher folder covers a lower one, and a broken file gives way`() throws {
    let base = Shelf(["en/forms/a.yaml": small("a", "Base"), "en/forms/b.yaml": small("b", "Base")])
    let own = Shelf(["forms/x/a.yaml": small("a", "Own"), "en/forms/b.yaml": "id: b\ntitle: Own\nquestions: [\n"])
    let library = Library(folders: [base.path, own.path])
    #expect(try library.form("a")?.title == "Own")
    #expect(try library.form("b")?.title == "Base")
    #expect(library.forms().map(\.title) == ["Base", "Own"])
    #expect(library.forms().map(\.family) == ["", "x"])
    #expect(
      own.short(library.problems()) == [
        "en/forms/b.yaml:4: This is not valid YAML: did not find expected node content."
      ])
  }

  @Test func `A language falls back to English file by file`() throws {
    let shelf = Shelf([
      "en/forms/a.yaml": small("a", "English"), "en/forms/b.yaml": small("b", "English"),
      "de/forms/a.yaml": small("a", "Deutsch"), "en/forms/c.yaml": listed, "de/words.yaml": "- Ja\n- Nein\n",
      "en/words.yaml": "- Yes\n- No\n",
    ])
    let library = Library(folders: [shelf.path], language: "de")
    #expect(library.forms().map(\.title) == ["Deutsch", "English", "Listed"])
    #expect(try library.form("a")?.title == "Deutsch")
    #expect(
      try library.form("c")?.questions.first?.kind
        == .choice(Choices([.init("ja", "Ja"), .init("nein", "Nein")])))
  }

  @Test func `A summary is read from the head, or from the whole where the head is not simple`() {
    let shelf = Shelf([
      "en/forms/life/a.yaml": """
      # a comment
      id: a
      version: 1
      title: "A: first"
      kind: log
      summary: 'Plain words'
      minutes: 5
      questions: [this is never looked at
      """,
      "forms/b.yaml": """
      id: b
      version: 1
      title: >
        A folded
        title
      kind: plan
      summary: It holds a \"quote\" and a colon # not this
      questions:
        - {id: q, type: text, ask: Q?}
      """,
    ])
    #expect(
      shelf.library.forms() == [
        FormSummary(
          id: "b", title: "A folded title\n", kind: .plan, summary: "It holds a \"quote\" and a colon", minutes: nil,
          family: "", path: "\(shelf.path)/forms/b.yaml"),
        FormSummary(
          id: "a", title: "A: first", kind: .log, summary: "Plain words", minutes: 5, family: "life",
          path: "\(shelf.path)/en/forms/life/a.yaml"),
      ])
  }
}

/// A form with one question.
func small(_ id: String, _ title: String = "Small") -> String {
  """
  id: \(id)
  version: 1
  title: \(title)
  kind: log
  summary: A few words.
  questions: [{id: words, type: text, ask: What is it?}]

  """
}

private let listed = """
  id: c
  version: 1
  title: Listed
  kind: log
  summary: A choice.
  questions:
    - {id: q, type: choice, ask: Q?, from: words}
  """
