import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// What does not fit a question: a kind hint and the question again, or kept exactly and shown safely.
@Suite struct BadInputTests {
  let sitting: Sitting
  var session: Session { sitting.session }

  init() throws { sitting = try Sitting() }

  /// A kind of question, what does not answer it with the hint it gets, and what does.
  struct Case: CustomTestStringConvertible, Sendable {
    var kind: Question.Kind
    var bad: [(reply: String, hint: String)]
    var good: String
    var answer: Answer
    var testDescription: String { "\(kind)".split(separator: "(").first.map(String.init) ?? "" }
  }

  private static let odd = ["🙂", "\u{202E}5", "5\u{9B}31m", "\u{7}", "خمسة", "five"]
  private static let huge = String(repeating: "7 ", count: 40_000)
  private static let tooLong = "That is longer than one answer can hold."

  private static func all(_ hint: String, and more: [(reply: String, hint: String)]) -> [(reply: String, hint: String)]
  {
    odd.map { ($0, hint) } + [(huge, tooLong)] + more
  }

  static let cases: [Case] = [
    Case(
      kind: .scale(low: 0, high: 10, lowWords: "low", highWords: "high"),
      bad: all(
        "A number is needed here.",
        and: [
          ("", "A number is needed here. `skip` leaves it out."), ("11", "A number from 0 to 10, please."),
          ("-1", "A number from 0 to 10, please."), ("1e2", "A number is needed here."),
          ("6.5", "A whole number is needed here."), ("99999999999999999999", "A number from 0 to 10, please."),
        ]), good: "7", answer: .number(7)),
    Case(
      kind: .number(low: 0, high: nil, whole: false),
      bad: all(
        "A number is needed here.",
        and: [("", "A number is needed here. `skip` leaves it out."), ("-0.5", "A number of 0 or more, please.")]),
      good: "2,5", answer: .number(2.5)),
    Case(
      kind: .yesNo,
      bad: all("Yes or no, please.", and: [("", "Yes or no, please. `skip` leaves it out."), ("3", "Yes or no")]),
      good: "Yes", answer: .yesNo(true)),
    Case(
      kind: .date,
      bad: all("A day is needed here", and: [("", "`skip` leaves it out."), ("2026-02-30", "A day is needed here")]),
      good: "tomorrow", answer: .text("2026-11-21")),
    Case(
      kind: .time,
      bad: all("A time is needed here", and: [("", "`skip` leaves it out."), ("25:00", "A time is needed here")]),
      good: "9pm", answer: .text("21:00")),
    Case(
      kind: .duration,
      bad: all(
        "A length of time is needed", and: [("", "`skip` leaves it out."), ("-1h", "A length of time is needed")]),
      good: "45m", answer: .number(45)),
    Case(
      kind: .choice(Choices([.init("a", "First"), .init("b", "Second")])),
      bad: all(
        "That is not in the list. A number from 1 to 2, please.",
        and: [("", "One of the list is needed here."), ("0", "A number from 1 to 2"), ("3", "A number from 1 to 2")]),
      good: "sec", answer: .text("b")),
    Case(
      kind: .choices(Choices([.init("a", "First"), .init("b", "Second")]), least: 1),
      bad: all(
        "That is not in the list.", and: [("", "One of the list is needed here."), ("1, 3", "A number from 1 to 2")]),
      good: "2 1", answer: .items(["b", "a"])),
  ]

  private func form(_ question: Question) -> Form {
    Form(id: "odd", version: 1, title: "Odd", kind: .log, summary: "", questions: [question])
  }

  private func fill(_ question: Question, _ lines: [String]) throws -> (entry: Entry, said: String) {
    sitting.answer(lines.map { .line($0) })
    var runner = FormRunner(session: session, form: form(question), day: DemoSeed.today)
    var entry: Entry?
    let said = unwrapped(try sitting.said { entry = try runner.run() })
    return (try #require(entry), said)
  }

  @Test(arguments: cases) func `Each slip gets a kind line, and the question again`(one: Case) throws {
    var number = 0
    var hints: [String] = []
    let lines = one.bad.map(\.reply) + [one.good]
    sitting.console.reply = { [self] _ in
      defer { number += 1 }
      if number > 0, number <= one.bad.count {
        guard case .text(let hint)? = sitting.console.recording.blocks.last else { return .endOfInput }
        hints.append(hint.plain)
      }
      return .line(lines[number])
    }
    var runner = FormRunner(session: session, form: form(Question("q", one.kind, ask: "Q?")), day: DemoSeed.today)
    let entry = try #require(try runner.run())
    #expect(entry.answers == ["q": one.answer])
    #expect(hints.count == one.bad.count)
    for (hint, wanted) in zip(hints, one.bad) {
      #expect(hint.contains(wanted.hint), "\(wanted.reply.prefix(20))")
      #expect(!hint.contains("!") && hint.count < 160)
    }
  }

  /// Right to left, emoji with joiners, an escape sequence, an override, a C1 control, combining marks.
  private static let strange = [
    "שלום, היום קשה", "👩‍👩‍👧‍👦 and 🇮🇪", "a\u{1B}[2Jb", "evil\u{202E}txt", "x\u{9B}31my", "e\u{301}\u{301}\u{301}",
    "tab\there", "\u{FEFF}bom",
  ]

  @Test func `Strange words are kept exactly, in text, in lists and among choices, and shown safely`() throws {
    let text = try fill(Question("q", .text, ask: "Q?"), Self.strange + [""]).entry
    #expect(text.answers == ["q": .text(Self.strange.joined(separator: "\n"))])
    let list = try fill(Question("q", .list, ask: "Q?"), Self.strange + [""]).entry
    #expect(list.answers == ["q": .items(Self.strange.map(\.trimmed))])
    let open = Choices([.init("a", "First")], other: true)
    let choice = try fill(Question("q", .choice(open), ask: "Q?"), [Self.strange[3]]).entry
    #expect(choice.answers == ["q": .text(Self.strange[3])])
    for entry in [text, list, choice] {
      #expect(try sitting.store.entry(entry.id) == entry)
      let form = try sitting.store.form(of: entry)
      let shown = Renderer(width: 80, plain: true).text(EntryText.blocks(for: entry, form: form, today: DemoSeed.today))
      let hidden = shown.unicodeScalars.filter { scalar in
        scalar != "\n" && (scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value))
      }
      #expect(hidden.isEmpty)
      #expect(shown.contains("evil"))
    }
  }

  @Test func `A text takes 64 KiB whole, and a byte more is too long`() throws {
    let whole = String(repeating: "a", count: 65_536)
    let entry = try fill(Question("q", .text, ask: "Q?"), [whole, ""]).entry
    #expect(entry.answers == ["q": .text(whole)])
    let (short, said) = try fill(Question("q", .text, ask: "Q?"), [whole + "b", "a few words", ""])
    #expect(said.contains(Self.tooLong))
    #expect(short.answers == ["q": .text("a few words")])
    // Nor do many lines together go past it: what stands already is kept.
    let (lines, more) = try fill(
      Question("q", .text, ask: "Q?"), [String(whole.dropLast(10)), "0123456789", "end", ""])
    #expect(more.contains(Self.tooLong))
    #expect(lines.answers == ["q": .text(whole.dropLast(10) + "\nend")])
  }

  @Test func `A pasted text of many lines is one answer`() throws {
    let paste = (1...1_000).map { "line \($0)" }.joined(separator: "\n")
    let entry = try fill(Question("q", .text, ask: "Q?"), [paste, ""]).entry
    #expect(entry.answers == ["q": .text(paste)])
  }

  @Test func `Where an answer is needed an empty line asks for it`() throws {
    let (_, said) = try fill(Question("q", .text, ask: "Q?"), ["", "   ", "words", ""])
    #expect(said.components(separatedBy: "This one needs a few words.").count == 3)
  }
}
