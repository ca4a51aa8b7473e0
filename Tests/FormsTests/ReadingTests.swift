import Testing

@testable import Forms

/// A reply of one kind of question, read on Friday, 2026-11-20.
func reading(_ reply: String, as kind: Question.Kind, unit: String? = nil, options: [Choices.Option] = [])
  throws(ReadingError) -> Answer
{
  let question = Question("q", kind, unit: unit)
  return try Step(path: Path("q"), question: question, options: options)
    .read(reply, today: Day(daysSince1970: 20_777))
}

@Suite struct ReadingTests {
  let moods: [Choices.Option] = [
    .init("sadness", "Sad"), .init("anger", "Angry"), .init("anxiety", "Anxious"), .init("numb", "Numb, far away"),
  ]

  @Test func `Text keeps its words and inner lines, and loses the space around them`() throws {
    #expect(try reading("  one\n\n two \n", as: .text) == .text("one\n\n two"))
    #expect(try reading("שלום 👩‍👩‍👧 e\u{301}", as: .text) == .text("שלום 👩‍👩‍👧 e\u{301}"))
  }

  @Test func `A list has one item a line, whatever ends the line`() throws {
    #expect(try reading(" a \n\n b, c\n", as: .list) == .items(["a", "b, c"]))
    #expect(try reading("a\r\nb\rc\u{2028}d", as: .list) == .items(["a", "b", "c", "d"]))
  }

  @Test(arguments: [
    ("7", 7.0), (" 7 ", 7), ("7/10", 7), ("7 / 10", 7), ("7 of 10", 7), ("7 out of 10", 7), ("10/10", 10), ("0", 0),
    ("-0", 0), ("7.0", 7), ("+7", 7),
  ])
  func `A scale to ten takes its numbers`(reply: String, value: Double) throws {
    let kind = Question.Kind.scale(low: 0, high: 10, lowWords: "low", highWords: "high")
    #expect(try reading(reply, as: kind) == .number(value))
  }

  @Test(arguments: [("70%", 70.0), ("70 %", 70), ("70", 70), ("70/100", 70), ("100%", 100), ("0%", 0)])
  func `A scale to a hundred takes per cent`(reply: String, value: Double) throws {
    let kind = Question.Kind.scale(low: 0, high: 100, lowWords: "low", highWords: "high")
    #expect(try reading(reply, as: kind, unit: "%") == .number(value))
  }

  @Test func `Numbers take a point or a comma, and the unit they are asked in`() throws {
    let kind = Question.Kind.number(low: -5, high: nil, whole: false)
    #expect(try reading("2.5", as: kind) == .number(2.5))
    #expect(try reading("2,5", as: kind) == .number(2.5))
    #expect(try reading("-5", as: kind) == .number(-5))
    #expect(try reading("2.5 mg", as: kind, unit: "mg") == .number(2.5))
    #expect(try reading("2.5mg", as: kind, unit: "mg") == .number(2.5))
  }

  @Test func `Yes and no have several words`() throws {
    for word in ["y", "yes", "YES", "1", "true"] { #expect(try reading(word, as: .yesNo) == .yesNo(true)) }
    for word in ["n", "no", "No", "2", "false"] { #expect(try reading(word, as: .yesNo) == .yesNo(false)) }
  }

  @Test func `Days, times and lengths are stored in one form`() throws {
    #expect(try reading("mon", as: .date) == .text("2026-11-23"))
    #expect(try reading("9pm", as: .time) == .text("21:00"))
    #expect(try reading("7h 30m", as: .duration) == .number(450))
    #expect(try reading("8", as: .duration, unit: "h") == .number(480))
  }

  @Test(arguments: [("1", "sadness"), ("anger", "anger"), ("ANGRY", "anger"), ("sa", "sadness"), ("numb", "numb")])
  func `A choice is named by number, code, label or its beginning`(reply: String, code: String) throws {
    #expect(try reading(reply, as: .choice(Choices(moods)), options: moods) == .text(code))
  }

  @Test func `Own words are an answer where they are allowed`() throws {
    let open = Choices(moods, other: true)
    #expect(try reading("a bit of both", as: .choice(open), options: moods) == .text("a bit of both"))
    #expect(
      try reading("sad, Hiraeth; 3", as: .choices(open, least: 1), options: moods)
        == .items(["sadness", "Hiraeth", "anxiety"]))
  }

  @Test func `Several choices come with commas, semicolons, spaces between numbers, or lines`() throws {
    for reply in ["1,3", "1 3", "1; 3", "1\n3", "1\r\n3", "sad, anx", "1 3 1", ", 1,, 3,"] {
      #expect(
        try reading(reply, as: .choices(Choices(moods), least: 0), options: moods) == .items(["sadness", "anxiety"]),
        "\(reply)")
    }
  }

  @Test func `A label that holds a comma is still one choice`() throws {
    #expect(
      try reading("Numb, far away, Sad", as: .choices(Choices(moods), least: 0), options: moods)
        == .items(["numb", "sadness"]))
  }
}
