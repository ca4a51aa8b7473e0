import Forms
import Journal
import Library

/// The diary card of one day as a form, made from the targets watched on that day. Its wording is kept with the entry, so
/// that an old week shows the targets of its time.
enum DiaryForm {
  static let id = "diary-card"

  /// `earlier`: the form of a card that the day has already. What it asked about is asked about still.
  static func form(targets: DiaryTargets, skills: [SkillSummary], on day: Day, keeping earlier: Form? = nil) -> Form {
    let asked = Set(earlier?.questions.map(\.id) ?? [])
    func watched(_ kind: DiaryTargets.Kind, as prefix: String) -> [DiaryTargets.Target] {
      targets.all.filter { $0.kind == kind && ($0.isWatched(on: day) || asked.contains("\(prefix)-\($0.id)")) }
    }
    let urges = watched(.urge, as: "urge")
    var questions: [Question] = urges.flatMap { urge($0, on: day) }
    questions += watched(.emotion, as: "emotion").map { target in
      Question(
        "emotion-\(target.id)",
        .scale(low: 0, high: 5, lowWords: "not at all", highWords: "as strong as it gets"),
        ask: "\(target.name(on: day)): how strong, at its strongest?",
        why: target.why ?? "Feelings that are named get a little easier to steer.", optional: true)
    }
    questions += watched(.behaviour, as: "did").map { target in
      Question(
        "did-\(target.id)", .yesNo, ask: "\(target.name(on: day)): today?",
        why: target.why ?? "You and your clinician agreed to watch this. Yes and no are both just the day.",
        optional: true)
    }
    questions += rest(skills: skills)
    let known = Set(questions.map(\.id))
    questions += earlier?.questions.filter { !known.contains($0.id) } ?? []
    return Form(
      id: id, version: 1, title: "Diary card", kind: .log,
      summary: "The day in numbers. Leave out what you like: Enter goes on.", minutes: 3, questions: questions,
      offers: offers(urges))
  }

  private static func urge(_ target: DiaryTargets.Target, on day: Day) -> [Question] {
    let name = target.name(on: day)
    let strength = "urge-\(target.id)"
    return [
      Question(
        strength, .scale(low: 0, high: 5, lowWords: "no urge", highWords: "the strongest"),
        ask: "Urge: \(name). How strong, at its strongest?",
        why: target.why ?? "An urge is a pull, not an act. The number shows when it comes.", optional: true),
      Question(
        "acted-\(target.id)", .yesNo, ask: "Did you act on it?",
        why: "Nothing is taken away if you did. It shows where a skill could help.", optional: true,
        when: .compare(question: strength, .moreThan(0))),
    ]
  }

  private static func rest(skills: [SkillSummary]) -> [Question] {
    [
      Question(
        "used",
        .choice(
          Choices([
            .init("none", "Nothing"), .init("some", "Something"), .init("rather-not", "I would rather not say"),
          ])), ask: "Did you use alcohol, drugs, or medicine that was not prescribed for you?",
        why: "It helps to see what the day was like. Nothing is counted against you.", optional: true),
      Question(
        "substances", .list, ask: "What, and about how much? One on each line.",
        why: "Only as much as you want to write.", optional: true,
        when: .compare(question: "used", .equals(.text("some")))),
      Question(
        "medication",
        .choice(
          Choices([
            .init("taken", "Taken as prescribed"), .init("late", "Taken late, or in part"), .init("missed", "Missed"),
            .init("not-taking", "I take none"),
          ])), ask: "Your medicine today?", why: "Your prescriber can plan better with it.", optional: true),
      Question(
        "sleep", .duration, ask: "About how long did you sleep last night?", why: "A rough guess is good enough.",
        optional: true, unit: "h", code: Code(system: "handrail", code: "sleep")),
      Question(
        "skills", .choices(Choices(skills.map { .init($0.id, $0.title, help: $0.summary) }, other: true), least: 0),
        ask: "Which skills did you use, or try to?", why: "Trying counts. So does thinking of one.", optional: true),
      Question(
        "skills-used", .choice(Choices(usedScale)), ask: "All in all, which sentence fits the day best?",
        why: "Your clinician knows this scale from 0 to 7.", optional: true),
      Question(
        "note", .text, ask: "Anything else about the day?", why: "What you want to remember when you talk about it.",
        optional: true),
    ]
  }

  /// The 0–7 scale of skills use, as sentences.
  private static let usedScale: [Choices.Option] = [
    .init("0", "I did not think of skills", weight: 0), .init("1", "I thought of one, and did not want to", weight: 1),
    .init("2", "I wanted to, and could not", weight: 2), .init("3", "I tried, and could not do it", weight: 3),
    .init("4", "I tried and did it, and it did not help", weight: 4),
    .init("5", "I tried and did it, and it helped", weight: 5),
    .init("6", "It came by itself, and did not help", weight: 6),
    .init("7", "It came by itself, and helped", weight: 7),
  ]

  /// An urge that was acted on leads to a chain analysis, once, for another time.
  private static func offers(_ urges: [DiaryTargets.Target]) -> [Offer] {
    guard !urges.isEmpty else { return [] }
    return [
      Offer(
        .form("chain-analysis", link: "looks-at"),
        say: "When you are calm and safe, would you like to look at how it came to that, link by link?",
        when: .any(urges.map { .compare(question: "acted-\($0.id)", .equals(.yesNo(true))) }))
    ]
  }
}
