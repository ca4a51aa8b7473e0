import Exchange
import Forms
import Journal
import Vault

@testable import Conversation

/// Made-up forms and entries of every kind, in which each word and each number stands once in all the world.
struct RandomJournal {
  /// What of one entry must go, or stay, under which category.
  struct Mark {
    var text: String
    var entry: ULID
    /// Of the question; the entry's own decides too.
    var category: ShareCategory
    /// Numbers go with numbers; words only in full.
    var isNumber: Bool
  }

  private(set) var answered: [Answered] = []
  private(set) var marks: [Mark] = []
  /// A word in each form's title, by form.
  private(set) var titles: [String: String] = [:]
  private var random: SeededRandom
  private var count = 0

  init(seed: UInt64, entries: Int, today: Day, id: () -> ULID) {
    random = SeededRandom(seed: seed)
    let ids = [
      "mood", "diary-card", "thought-record-5", "stop", "goal", "homework", "note", "person", "test-day", "ours",
    ]
    let forms = ids.map { form($0) }
    for _ in 0..<entries {
      guard let form = forms.randomElement(using: &random) else { continue }
      answered.append(entry(of: form, id: id(), today: today))
    }
  }

  /// Nine letters that no other word holds.
  private mutating func word() -> String {
    count += 1
    let letters = Array("bcdfghklmnprtvwx")
    return "zq" + String((0..<7).map { letters[count >> (4 * (6 - $0)) & 15] })
  }

  /// Nine digits that no other number holds.
  private mutating func number() -> Double {
    count += 1
    return Double(518_000_000 + count)
  }

  private mutating func form(_ id: String) -> Form {
    let title = word()
    titles[id] = title
    let pick = Choices([.init("one", "One"), .init("two", "Two")], other: true)
    var questions = [
      Question("words", .text, ask: "Words?"), Question("list", .list, ask: "List?"),
      Question("count", .number(low: nil, high: nil, whole: true), ask: "How many?"),
      Question("pick", .choice(pick), ask: "Which?"), Question("picks", .choices(pick, least: 1), ask: "Which ones?"),
      Question(
        "rated",
        .each(
          of: "picks",
          [
            Question("much", .number(low: nil, high: nil, whole: true), ask: "How much {it}?"),
            Question("about", .text, ask: "What of {it}?"),
          ]), ask: "Rate"),
      Question("within", .group([Question("inner", .text, ask: "Inner?")]), ask: "Within"),
      Question("really", .yesNo, ask: "Really?"),
    ]
    if id == "mood" || id == "diary-card" {
      questions += [Question("use", .text, ask: "Use?"), Question("medication", .text, ask: "Medicine?")]
    }
    return Form(id: id, version: 1, title: "Form \(title)", kind: .log, summary: "", questions: questions)
  }

  private mutating func entry(of form: Form, id: ULID, today: Day) -> Answered {
    var answers: [String: Answer] = [:]
    func category(_ question: String) -> ShareCategory { ShareCategory(question: question, of: form) }
    func marked(_ text: String, _ question: String, isNumber: Bool = false) -> String {
      marks.append(Mark(text: text, entry: id, category: category(question), isNumber: isNumber))
      return text
    }
    func counted(_ question: String) -> Answer {
      let value = number()
      _ = marked(Form.plain(value), question, isNumber: true)
      return .number(value)
    }
    for question in form.questions where Int.random(in: 0..<4, using: &random) > 0 {
      switch question.id {
      case "count": answers["count"] = counted("count")
      case "list": answers["list"] = .items([marked(word(), "list"), marked(word(), "list")])
      case "pick": answers["pick"] = .text(Bool.random(using: &random) ? "one" : marked(word(), "pick"))
      case "picks":
        let own = marked(word(), "picks")
        answers["picks"] = .items(["two", own])
        answers["rated"] = .each(
          ["two", own].map {
            EachAnswer(of: $0, answers: ["much": counted("rated"), "about": .text(marked(word(), "rated"))])
          })
      case "rated": break
      case "within": answers["within"] = .group(["inner": .text(marked(word(), "within"))])
      case "really": answers["really"] = .yesNo(Bool.random(using: &random))
      default: answers[question.id] = .text(marked(word(), question.id))
      }
    }
    let tag = word()
    // Tags belong to no category: they never go.
    marks.append(Mark(text: tag, entry: id, category: .own, isNumber: false))
    tags.insert(tag)
    let links = answered.randomElement(using: &random).map { [Link(name: "after", entry: $0.entry.id)] } ?? []
    let entry = Entry(
      id: id, form: Wordings.stamp(of: form), day: today.adding(days: -Int.random(in: 0..<20, using: &random)),
      recorded: Moment(milliseconds: 1_795_206_615_000, offset: 0, zone: "UTC"), answers: answers, links: links,
      tags: [tag])
    return Answered(entry: entry, form: form)
  }

  private(set) var tags: Set<String> = []

  /// Another consent each time.
  mutating func consent(today: Day) -> Consent {
    let ends = [Int.random(in: 0..<20, using: &random), Int.random(in: 0..<20, using: &random)].sorted()
    var consent = Consent(
      days: today.adding(days: -ends[1])...today.adding(days: -ends[0]), exactTimes: Bool.random(using: &random))
    for category in ShareCategory.allCases {
      consent.details[category] = ShareDetail.allCases.randomElement(using: &random)
    }
    consent.heldBack = Set(answered.filter { _ in Int.random(in: 0..<6, using: &random) == 0 }.map(\.entry.id))
    return consent
  }

  /// Whether a mark may go, said without the code that cuts.
  func goes(_ mark: Mark, under consent: Consent) -> Bool {
    guard !tags.contains(mark.text), let one = answered.first(where: { $0.entry.id == mark.entry }) else {
      return false
    }
    let (whole, own) = (consent.details[ShareCategory(form: one.form)], consent.details[mark.category])
    return consent.days.contains(one.entry.day) && !consent.heldBack.contains(mark.entry) && whole != ShareDetail.none
      && (own == .full || mark.isNumber && own == .numbers)
  }
}
