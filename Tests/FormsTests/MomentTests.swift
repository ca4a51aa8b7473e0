import Testing

@testable import Forms

/// Days with a time, limits of length and time, and comparisons with them.
@Suite struct MomentAnswerTests {
  private let today = Day(iso: "2026-11-20") ?? Day(daysSince1970: 0)

  private func read(_ reply: String, _ question: Question) -> Result<Answer, ReadingError> {
    Result { () throws(ReadingError) in try Step(path: Path("q"), question: question).read(reply, today: today) }
  }

  static let moments: [(String, String?)] = [
    ("today 21:30", "2026-11-20T21:30"), ("2026-11-18T08:05", "2026-11-18T08:05"), ("2026-11-18 8pm", "2026-11-18T20:00"),
    ("yesterday 7:00 am", "2026-11-19T07:00"), ("21:30", "2026-11-20T21:30"), ("yesterday", "2026-11-19"),
    ("3 days ago 9pm", "2026-11-17T21:00"), ("soon", nil), ("2026-11-18 25:00", nil), ("2026-02-30", nil),
  ]

  @Test(arguments: moments)
  func `A day and a time are read as people write them`(reply: String, answer: String?) {
    let expected: Result<Answer, ReadingError> = answer.map { .success(.text($0)) } ?? .failure(.notADateTime)
    #expect(read(reply, Question("q", .dateTime)) == expected)
  }

  @Test func `What was answered reads back as it can be typed again`() throws {
    let question = Question("q", .dateTime)
    let form = Form.of(question)
    let answer = Answer.text("2026-11-18T08:05")
    #expect(form.words(for: answer, to: question) == "2026-11-18 08:05")
    #expect(read("2026-11-18 08:05", question) == .success(answer))
  }

  @Test func `The first and the last day that are taken are taken`() {
    var question = Question("q", .dateTime)
    (question.earliest, question.latest) = ("2026-11-18", "2026-11-19T12:00")
    #expect(read("2026-11-18 00:00", question) == .success(.text("2026-11-18T00:00")))
    #expect(read("2026-11-19 12:00", question) == .success(.text("2026-11-19T12:00")))
    #expect(read("2026-11-19", question) == .success(.text("2026-11-19")))
    let outside: Result<Answer, ReadingError> = .failure(
      .outsideTime(earliest: "2026-11-18", latest: "2026-11-19T12:00"))
    #expect(read("2026-11-17 23:59", question) == outside)
    #expect(read("2026-11-19 12:01", question) == outside)
  }

  @Test func `Words beyond the longest are not taken, in a list line by line`() {
    var text = Question("q", .text)
    text.longest = 3
    #expect(read("abc", text) == .success(.text("abc")) && read("äöüß", text) == .failure(.tooManyLetters(limit: 3)))
    var list = Question("q", .list)
    list.longest = 3
    #expect(read("abc\nde", list) == .success(.items(["abc", "de"])))
    #expect(read("abc\ndefg", list) == .failure(.tooManyLetters(limit: 3)))
  }

  @Test func `Times compare as they lie, and what is lacking is lacking without an answer too`() {
    #expect(Comparison.after("2026-11-20").holds(for: .text("2026-11-21")))
    #expect(!Comparison.after("2026-11-20").holds(for: .text("2026-11-20")))
    #expect(Comparison.before("21:30").holds(for: .text("09:00")) && !Comparison.before("21:30").holds(for: nil))
    #expect(Comparison.lacks("a").holds(for: nil) && Comparison.lacks("a").holds(for: .items(["b"])))
    #expect(!Comparison.lacks("a").holds(for: .items(["b", "a"])) && !Comparison.lacks("a").holds(for: .text("a")))
  }
}
