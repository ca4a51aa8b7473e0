import Testing

@testable import Library

@Suite struct SearchTests {
  private static func page(_ id: String, title: String, topics: String = "[x]", _ body: String) -> String {
    "---\nid: \(id)\ntitle: \(title)\nsummary: S\ntrack: both\ntopics: \(topics)\nreviewed: no\n---\n\(body)\n"
  }

  private let shelf = Shelf([
    "en/modules/a.md": Self.page("a", title: "Nights", topics: "[sleep, dark hours]", "Nothing else."),
    "en/modules/b.md": Self.page("b", title: "Sleep well", "Nothing else."),
    "en/modules/c.md": Self.page("c", title: "Other", "# On sleeping\n\nWords."),
    "en/modules/d.md": page(
      "d", title: "Last", "Long before the word, and after it, one may *sleep* a little — at a café."),
    "en/modules/e.md": Self.page("e", title: "Asleep", "Not it."),
  ])

  private func found(_ words: String) -> [String] { shelf.library.search(words).map(\.module.id) }

  @Test func `A title counts more than a topic, a topic more than a heading, a heading more than the text`() {
    #expect(found("sleep") == ["b", "a", "c", "d"])
  }

  @Test func `Words are found by their beginning, in any case, with or without accents and a plural s`() {
    #expect(found("SLEEPS") == ["b", "a", "c", "d"])
    #expect(found("nigh") == ["a"])
    #expect(found("cafe") == ["d"])
    #expect(found("Café's") == ["d"])
    #expect(found("dark") == ["a"])
  }

  @Test func `All the words are wanted; where no page has them all, any will do`() {
    #expect(found("sleep little") == ["d"])
    #expect(found("nights zebra") == ["a"])
    #expect(found("zebra") == [])
    #expect(found("  ... ") == [])
  }

  @Test func `A snippet is cut at words, without marks`() {
    let hits = shelf.library.search("little")
    #expect(hits.map(\.snippet) == ["… the word, and after it, one may sleep a little — at a café."])
    #expect(shelf.library.search("nights").map(\.snippet) == ["S"])
  }

  @Test func `Hostile words and pages do no harm`() {
    for words in ["\"", "a*", String(repeating: "x ", count: 10_000), "\u{0}", "é\u{301}", "👩‍👩‍👧"] {
      #expect(shelf.library.search(words).count <= 5)
    }
    let odd = Shelf(["en/modules/a.md": Self.page("a", title: "T", "# \n\n|\n\u{E9}sleep\u{2019}s")])
    #expect(odd.library.search("sleep").count <= 1)
  }

  @Test func `In the project's own pages the one about a thing comes first`() {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let library = Library(folders: ["/\(root)/content"])
    #expect(library.search("urge").first?.module.id == "riding-an-urge")
    #expect(library.search("sleep").first?.module.id == "sleep")
    #expect(library.search("panic").first?.module.id == "anxiety-and-panic")
    #expect(library.search("naloxone").prefix(2).map(\.module.id).sorted() == ["overdose-response", "overdose-safety"])
  }
}

@Suite struct GlossaryTests {
  private let terms = [
    Term(term: "DBT", meaning: "A therapy."), Term(term: "lapse", meaning: "Once."),
    Term(term: "lapse plan", meaning: "A plan."), Term(term: "relapse", meaning: "More."),
    Term(term: "coping ahead", meaning: "Before."),
  ]

  private func found(_ word: String) -> [String] { Shelf().library.meanings(of: word, in: terms).map(\.term) }

  @Test func `A word is found exactly first, then by its beginning, then inside`() {
    #expect(found("lapse") == ["lapse", "lapse plan"])
    #expect(found("Lapses") == ["lapse", "lapse plan"])
    #expect(found("rel") == ["relapse"])
    #expect(found("dbt") == ["DBT"])
    #expect(found("ahead") == ["coping ahead"])
    #expect(found("zebra") == [])
    #expect(found(" ") == [])
  }

  @Test func `Terms on a page come in the order they are used, as whole words`() {
    let page = Document([
      .paragraph([.init("Relapses and prolapse, coping "), .init("ahead", .strong), .init(", dbt.")])
    ])
    #expect(Shelf().library.terms(in: page, of: terms).map(\.term) == ["relapse", "coping ahead", "DBT"])
  }
}
