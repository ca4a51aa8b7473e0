import Testing

@testable import Library

@Suite struct WorryListTests {
  private func words(_ yaml: String) throws -> WorryWords {
    WorryWords(try #require(Shelf(["en/worry.yaml": yaml]).library.worryList()))
  }

  @Test func `Each rule of the header holds`() throws {
    let words = try words(
      """
      worry: [want .. to die, tired of living, "i ... death", ^ gone $]
      strong: [going to end it tonight]
      always: {worry: [nobody would miss me]}
      idioms: [tired of living in]
      negations: ["not"]
      still-so: [not stop]
      self: [i, me]
      others: [he, nobody]
      past: [in 1990-1999]
      present: [again]
      frames: [song]
      breaks: [but]
      joins: [and]
      starters: [my]
      fillers: [really]
      same: {want to: [wanna], not: [don't], i am: [i'm]}
      """)
    for (text, strength) in [
      ("I want to die.", WorryWords.Strength.worry), ("i wanna die", .worry), ("I WANT so much TO DIE", .worry),
      ("I want one two three four to die", nil), ("I want, to die", nil), ("I really want to really die", .worry),
      ("I don’t want to die", nil), ("I don't ever stop, I want to die", .worry),
      ("I do not stop to want to die", .worry), ("he wants to die", nil), ("he: want to die", .worry),
      ("he says I want to die", .worry), ("he will want to die", nil),
      ("want to die, in 1994", .worry), ("I want to die in 1994", nil), ("I want to die in 1994, again", .worry),
      ("A song: I want to die", .worry), ("the song I want to die", nil), ("but I want to die", .worry),
      ("tired of living in town", nil), ("tired of living", .worry), ("I not so happy and my want to die", .worry),
      ("gone", .worry), ("gone away", nil), ("I talk on and on about death", .worry), ("death", nil),
      ("Going to end it tonight", .strong), ("goign to end it tonigth", .strong), ("nobody would miss me", .worry),
      ("nobody wuold miss me", .worry), ("", nil), ("…", nil), ("🙂 I want to die 🙂", .worry), ("'", nil),
    ] { #expect(words.strength(of: text) == strength, "\(text)") }
  }

  @Test func `A list that is broken says where, and is left out`() {
    let shelf = Shelf([
      "en/worry.yaml": """
      worry:
        - want to die
        - .. die
        - Die
        - kill//me
        - die ^
        - till death
        - want to die
        - [a]
        - in 20-10
        - really sad
      others: [my friend]
      colour: red
      fillers: [really]
      same: {until: [till, "un,til"], a: b}
      """
    ])
    #expect(
      shelf.problems == [
        "en/worry.yaml:1: The field \"strong\" is missing.",
        "en/worry.yaml:3: A phrase begins and ends with a word, not with dots.",
        "en/worry.yaml:4: \"Die\" is no word: small letters, digits and apostrophes only.",
        "en/worry.yaml:5: \"\" is no word: small letters, digits and apostrophes only.",
        "en/worry.yaml:6: \"^\" stands before the first word of a phrase, \"$\" after the last.",
        "en/worry.yaml:7: \"till\" is never found: \"same\" makes it \"until\".",
        "en/worry.yaml:8: The phrase \"want to die\" stands here twice.",
        "en/worry.yaml:9: A phrase has to be text.",
        "en/worry.yaml:10: The numbers \"20-10\" go up, 500 of them at most.",
        "en/worry.yaml:11: \"really\" is never found: it is one of the fillers.",
        "en/worry.yaml:12: This list holds single words.",
        "en/worry.yaml:13: There is no field \"colour\" here.",
        "en/worry.yaml:15: \"un,til\" is no word: small letters, digits and apostrophes only.",
      ])
    #expect(shelf.library.worryList() == nil)
    #expect(shelf.library.problems().contains { $0.file.hasSuffix("worry.yaml") })
  }

  @Test(arguments: ["", "- a\n- b\n", "worry: &a [x]\nstrong: *a\n", "worry: [\u{1}]", "worry: {a: b}\nstrong: []\n"])
  func `A file that is no list is a problem and no list`(text: String) {
    let shelf = Shelf(["en/worry.yaml": text])
    #expect(!shelf.problems.isEmpty)
    #expect(shelf.library.worryList() == nil)
  }

  @Test func `A broken file of a programme gives way, and no language borrows another's words`() {
    let own = Shelf(["en/worry.yaml": "worry: [want to die]\nstrong: [goodbye]\n"])
    let broken = Shelf(["en/worry.yaml": "worry: 7 [\n", "de/modules/leer": ""])
    #expect(Library(folders: [own.path, broken.path]).worryList() == own.library.worryList())
    #expect(own.library.worryList() != nil)
    #expect(Library(folders: [own.path, broken.path], language: "de").worryList() == nil)
    #expect(Shelf().library.worryList() == nil)
  }

  /// Work that grew with the square of a text would take minutes here.
  private let project = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  @Test(arguments: ["i ", "i wish ", "not i wish die no ", "suicidal, ", "x", "i not. ", "ıİ ß ", "\u{301}", "-"])
  func `The longest answer of one word over and over is looked through`(piece: String) {
    let library = Library(folders: [project + "/content"])
    guard let list = library.worryList() else {
      Issue.record("no list")
      return
    }
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    _ = WorryWords(list).strength(of: text)
  }
}
