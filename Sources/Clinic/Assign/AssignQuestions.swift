import Conversation
import Exchange
import Forms
import Journal
import Library
import Terminal

/// Asks for one thing to give, line by line. Each answer is kept before the next question.
struct AssignQuestions {
  let session: Session
  private static let often: [(code: String?, label: String)] = [
    (nil, "Not said"), ("once", "Once"), ("few", "A few times"), ("daily", "Every day"),
    ("when-needed", "When it comes up"),
  ]
  private static let days: [(days: Int?, label: String)] = [
    (7, "Every week"), (14, "Every two weeks"), (1, "Every day"), (nil, "Once, or when they open it"),
  ]

  func homework(_ draft: inout AssignDraft) throws(Departure) {
    session.show(.text("What is it, in words you would say to them?"))
    guard let what = try words("What: ") else { return }
    var homework = Assignment.Homework(what: what)
    try draft.add(.homework(homework))
    session.show(.text("Why does it help? Enter leaves it out."))
    homework.why = try words("Why: ")
    try draft.change(.homework(homework))
    session.show(.text("How often?"))
    homework.often = Self.often[try session.choose(Self.often.map(\.label), standard: 0)].code
    try draft.change(.homework(homework))
    homework.due = try day()
    try draft.change(.homework(homework))
  }

  func target(_ draft: inout AssignDraft) throws(Departure) {
    session.show(.text("What will they watch on the diary card?"))
    let kinds: [(kind: DiaryTargets.Kind, label: String)] = [
      (.urge, "An urge, 0 to 5"), (.emotion, "A feeling, 0 to 5"), (.behaviour, "Something they do, yes or no"),
    ]
    let kind = kinds[try session.choose(kinds.map(\.label))].kind
    guard let name = try words("Its name: ", most: 200) else { return }
    var target = Assignment.Target(name: name, kind: kind)
    try draft.add(.target(target))
    session.show(.text("Why watch it? Enter leaves it out."))
    target.note = try words("Why: ")
    try draft.change(.target(target))
  }

  func questionnaire(_ draft: inout AssignDraft) throws(Departure) {
    let packed = try ProgrammeQuestionnaires(session: session).all()
    let labels = packed.map(PackText.title) + ["From a file"]
    let chosen = packed.isEmpty ? 0 : try session.choose(labels)
    let json =
      if packed.indices.contains(chosen) { packed[chosen] } else {
        try ProgrammeQuestionnaires.read(try path("File (FHIR R4, JSON): "), in: session).json
      }
    try draft.add(.questionnaire(json, everyDays: nil))
    session.show(.text("How often shall it come up?"))
    let days = Self.days[try session.choose(Self.days.map(\.label), standard: 0)].days
    try draft.change(.questionnaire(json, everyDays: days))
  }

  func module(_ draft: inout AssignDraft) throws(Departure) {
    let work = try AssignFiles(session: session).module(try path("File (a page in Markdown): "))
    try draft.add(work)
  }

  private func path(_ prompt: String) throws(Departure) -> String {
    let line = try session.ask(Prompt(prompt)).trimmed
    guard !line.isEmpty else { throw .paused }
    return line
  }

  /// Nil for an empty line. Words that could hurt are asked about once.
  private func words(_ prompt: String, most: Int = 4_000) throws(Departure) -> String? {
    var prefill = ""
    while true {
      let line = try session.ask(Prompt(prompt, prefill: prefill)).trimmed
      if line.isEmpty { return nil }
      guard line.utf8.count <= most else {
        try QuestionLine.refuse("That is too long here.", in: session)
        continue
      }
      let found = HardWords.found(in: line)
      guard !found.isEmpty, session.console.isInteractive else { return line }
      session.show(.text(Rich(HardWords.sentence(found))))
      if try session.choose(["Change the words", "Leave them as they are"], standard: 0) == 1 { return line }
      prefill = line
    }
  }

  private func day() throws(Departure) -> Day? {
    let today = session.world.clock.now().day
    session.show(.text("Until when? Such as fri, in 7 days, \(today.adding(days: 7).iso). Enter leaves it open."))
    while true {
      let line = try session.ask(Prompt("Until: ")).trimmed
      if line.isEmpty { return nil }
      do throws(ReadProblem) { return try AssignFiles.day(line, today: today) } catch {
        try QuestionLine.refuse(error.words, in: session)
      }
    }
  }
}

/// Words in homework that can read as blame.
enum HardWords {
  private static let all = [
    "noncompliant", "non-compliant", "noncompliance", "you failed", "failure", "no excuse", "excuses", "lazy",
    "manipulative",
    "attention-seeking", "attention seeking", "resistant", "clean", "dirty", "addict", "abuser", "bad behavior",
    "bad behaviour", "finally", "you should have", "you never", "you always", "disappointed", "weak",
  ]

  static func found(in text: String) -> [String] {
    let bare = " " + text.lowercased().map { $0.isLetter || $0 == "-" ? String($0) : " " }.joined() + " "
    let single = bare.split(separator: " ").joined(separator: " ")
    return all.filter { " \(single) ".contains(" \($0) ") }
  }

  static func sentence(_ found: [String]) -> String {
    "\(found.map { "\"\($0)\"" }.joined(separator: ", ")) can read as blame on a hard day. They will see it in your words."
  }
}

/// What a typed value is not.
struct ReadProblem: Error, Equatable { var words: String }
