import Exchange
import Forms
import Journal

/// The questions of a share as a form, so that each answer is kept as it is given, and the next share begins with the last one's.
enum ShareForm {
  static let id = "share"
  /// The recipient of a file that is opened with seven words.
  static let words = "with-words"

  /// `recipients`: names that files can be sealed for. `categories`: those with anything in the journal. `today`: a choice
  /// that ends before it is not suggested again.
  static func form(
    recipients: [String], categories: [ShareCategory], last: [String: Answer], today: Day
  ) -> Form {
    var questions = [
      Question(
        "way",
        .choice(
          Choices([
            .init("screen", "Show it on this screen"), .init("paper", "Print it, or text to paste"),
            .init("sealed", "A sealed file, for a clinic that has Handrail"),
          ])), ask: "How should it go?", why: "On the screen and on paper, nobody needs a program or a key.",
        initial: last["way"]),
      Question(
        "to",
        .choice(
          Choices(
            recipients.map { .init($0, $0) } + [.init(words, "Someone with whom I agree on seven words")])),
        ask: "Who is it for?", why: "A sealed file opens only for them.",
        when: .compare(question: "way", .equals(.text("sealed"))),
        initial: last["to"].flatMap { known($0, among: recipients + [words]) } ?? recipients.first.map { .text($0) }),
    ]
    questions += period(last)
    questions += details(categories, last, today)
    questions.append(
      Question(
        "note", .text, ask: "What do you want to say in the session? Up to three things.",
        why: "It stands near the top, in your own words. You can leave it out.", optional: true))
    return Form(
      id: id, version: 2, title: "What I share", kind: .log,
      summary: "What goes, and how. Nothing leaves before you have seen it.", minutes: 2, questions: questions)
  }

  private static func known(_ answer: Answer, among names: [String]) -> Answer? {
    if case .text(let name) = answer, names.contains(name) { answer } else { nil }
  }

  private static func isOver(_ answer: Answer, _ today: Day) -> Bool {
    guard case .text(let text) = answer, let day = Day(iso: text) else { return true }
    return day < today
  }

  private static func period(_ last: [String: Answer]) -> [Question] {
    let dates = Condition.compare(question: "period", .equals(.text("dates")))
    return [
      Question(
        "period",
        .choice(
          Choices([
            .init("last", "Since I shared last"), .init("7", "The last 7 days"), .init("14", "The last 14 days"),
            .init("28", "The last 28 days"), .init("dates", "Other days"),
          ])), ask: "Which days?", initial: last["period"] ?? .text("7")),
      Question("from", .date, ask: "From which day on?", when: dates),
      Question("until", .date, ask: "Up to which day?", when: dates, initial: nil),
    ]
  }

  private static func details(
    _ categories: [ShareCategory], _ last: [String: Answer], _ today: Day
  ) -> [Question] {
    let chosen = Condition.compare(question: "detail", .equals(.text("choose")))
    let levels: [Choices.Option] = [
      .init("numbers", "Numbers, without your words"), .init("full", "Everything"), .init("none", "Nothing"),
    ]
    return [
      Question(
        "detail",
        .choice(
          Choices([
            .init(
              "usual", "Numbers, and a note for the session",
              help: "no notes, plans or people, and nothing on drinking, drugs or tests"),
            .init("choose", "Choose for each kind"),
          ])), ask: "How much?",
        why:
          "Numbers are scales, yes and no, and ready-made choices. The names of what you watch on the diary card go too.",
        initial: last["detail"] ?? .text("usual"))
    ]
      + categories.map { category in
        Question(
          category.rawValue, .choice(Choices(levels)), ask: "\(category.title)?", when: chosen,
          initial: last[category.rawValue] ?? .text(category.usual.rawValue))
      }
      + [
        Question(
          "times", .yesNo, ask: "Should the time of day go too?",
          why: "Without it, an entry has its day, and morning, afternoon, evening or night.", when: chosen,
          initial: last["times"] ?? .yesNo(false)),
        Question(
          "expires", .date, ask: "Until which day may this choice be used again without asking?",
          why: "After that day a share from the command line stops and asks you.", optional: true, when: chosen,
          initial: last["expires"].flatMap { isOver($0, today) ? nil : $0 }),
      ]
  }
}
