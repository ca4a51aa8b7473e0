import Conversation
import Exchange
import Forms
import Terminal

/// Asks what the programme says of itself, one thing at a time. Each answer is in the caseload before the next question, so that
/// a closed window goes on where it stopped.
struct ProgrammeInterview {
  typealias Field = ProgrammeRecord.Field
  let session: Session
  private var shelf: ProgrammeShelf { ProgrammeShelf(session: session) }

  init(session: Session) { self.session = session }

  /// The first thing that was neither answered nor passed over.
  static func next(_ record: ProgrammeRecord) -> Field? { open(record).first { !record.asked.contains($0) } }

  private static func open(_ record: ProgrammeRecord) -> [Field] {
    Field.allCases.filter { $0 != .basis || !record[.notice].isEmpty }
  }

  /// `isNew`: the caseload was made just now.
  func run(isNew: Bool = false) throws(Departure) {
    var record = try shelf.record()
    if !isNew, !record.asked.isEmpty, Self.next(record) != nil {
      session.show(.text("What you answered before is kept. Here is the next question."))
    }
    session.show(.quiet(Self.ways))
    var past: [Field] = []
    do throws(Departure) {
      while let field = Self.next(record) {
        if try ask(field, &record) {
          past.append(field)
        } else if let last = past.popLast() {
          record.asked.remove(last)
          try shelf.keep(record)
        } else {
          session.show(.quiet("This is the first question. `pause` leaves."))
        }
      }
    } catch {
      if [.paused, .interrupted, .endOfInput, .quit].contains(error) {
        session.show(.quiet("Every answer so far is kept. `init` goes on from here."))
      }
      throw error
    }
  }

  /// Asks one thing anew, for `settings`. False where it was left as it is.
  func change(_ field: Field) throws(Departure) -> Bool {
    var record = try shelf.record()
    let before = record
    return try ask(field, &record, numbered: false) && record != before
  }

  static let ways: Rich = "At each question: `back`, `skip`, `why`, `pause`, `crisis`. Each answer is kept at Enter."

  /// False for `back`.
  private func ask(_ field: Field, _ record: inout ProgrammeRecord, numbered: Bool = true) throws(Departure) -> Bool {
    let question = ProgrammeQuestion.of(field, record, region: region)
    let open = Self.open(record)
    let place = open.firstIndex(of: field).map { " (\($0 + 1) of \(open.count))" } ?? ""
    session.show(.blank, .title(Rich(question.title + (numbered ? place : ""))), .text(Rich(question.ask)))
    let goesOn: Bool
    switch field {
    case .holder: goesOn = try HolderQuestion(session: session).ask(question, &record)
    case .notice: goesOn = try NoticeQuestion(session: session).ask(question, &record)
    default: goesOn = try field.isList ? askLines(field, question, &record) : askLine(field, question, &record)
    }
    guard goesOn else { return false }
    record.asked.insert(field)
    try shelf.keep(record)
    return true
  }

  private var region: String? { session.world.settings.region ?? session.world.environment.localeCountry }

  private func askLine(
    _ field: Field, _ question: ProgrammeQuestion, _ record: inout ProgrammeRecord
  ) throws(Departure) -> Bool {
    let here = record[field].first
    if here == nil { suggest(question) }
    let line = QuestionLine(session: session, question: question)
    while true {
      switch try line.read(prefill: here ?? "") {
      case .back: return false
      case .skip where here != nil: return true
      case .skip, .line(""):
        if let first = question.suggestion.first, here == nil || record[field].isEmpty {
          if try take([first], field, &record) { return true }
        } else if isNeeded(field, record) {
          try line.refuse("This one is needed: without it no pack can be made.")
        } else {
          return try take([], field, &record)
        }
      case .line(let text): if try take([text.oneLine], field, &record) { return true }
      }
    }
  }

  private func askLines(
    _ field: Field, _ question: ProgrammeQuestion, _ record: inout ProgrammeRecord
  ) throws(Departure) -> Bool {
    if record[field].isEmpty {
      suggest(question)
    } else {
      session.console.show(record[field].map { .bullet(Rich($0)) })
      session.show(.quiet("Type further lines, or `clear` to write them anew. An empty line ends."))
    }
    let line = QuestionLine(session: session, question: question)
    while true {
      switch try line.read() {
      case .back: return false
      case .skip: return true
      case .line(""):
        guard record[field].isEmpty, !question.suggestion.isEmpty else { return true }
        return try take(question.suggestion, field, &record)
      case .line(let text) where Words.bare(text) == "clear": _ = try take([], field, &record)
      case .line(let text):
        for one in text.split(whereSeparator: \.isNewline) {
          _ = try take(record[field] + [SessionLine.tidy(String(one), for: field)], field, &record)
        }
        session.show(.quiet("Kept. A further line, or Enter to go on."))
      }
    }
  }

  /// Keeps an answer; false where it does not fit, which is said.
  private func take(_ lines: [String], _ field: Field, _ record: inout ProgrammeRecord) throws(Departure) -> Bool {
    var changed = record
    do {
      try changed.set(field, lines)
    } catch {
      try QuestionLine.refuse(ProgrammeMistake.sentence(error, field), in: session)
      return false
    }
    record = changed
    try shelf.keep(record)
    return true
  }

  private func isNeeded(_ field: Field, _ record: ProgrammeRecord) -> Bool {
    field.isNeeded || field == .basis || field == .afterHours && record[.byDay].isEmpty
  }

  private func suggest(_ question: ProgrammeQuestion) {
    if question.suggestion.count == 1 {
      session.show(.quiet("Enter takes this:"), .quote(question.suggestion[0]))
    } else if !question.suggestion.isEmpty {
      session.console.show([.quiet("Enter takes these:")] + question.suggestion.map { .bullet(Rich($0)) })
    } else if let example = question.example {
      session.show(.quiet(Rich("Such as: \(example)")))
    }
  }
}
