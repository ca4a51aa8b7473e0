import Forms
import Journal

/// One line of a list: what a person needs to know it again, and what is next about it.
struct RecordLine {
  let today: Day

  func line(_ entry: Entry, _ kind: RecordKind) -> String {
    let parts: [String?]
    switch kind {
    case .goals: parts = [entry.words("goal") ?? "A goal", by("by", entry), next(entry)]
    case .sessions: return session(entry)
    case .homework:
      parts = [firstLine("what", entry) ?? "Homework", by("due", entry), entry.words("from").map { "from \($0)" }]
    case .medicines:
      parts = [
        entry.words("name") ?? "A medicine", entry.words("dose"), entry.words("times"), refill(entry),
      ]
    case .people:
      parts = [
        entry.words("name") ?? "Someone", entry.words("relation"), entry.words("number"), entry.words("when-to-call"),
      ]
    }
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  /// `Mon 23 Nov at 09:00, group, by video: attended`
  private func session(_ entry: Entry) -> String {
    let day = entry.date("day") ?? entry.day
    var line = Dates.words(day, today: today).sentence
    if let at = entry.words("at") { line += " at \(at)" }
    line += ", \(Self.services[entry.code("service") ?? ""] ?? "a session")"
    if entry.code("way") == "remote" { line += ", by video or phone" }
    if let with = entry.words("with") { line += ", \(with)" }
    switch entry.code("outcome") {
    case "attended": line += ": attended"
    case "missed": line += ": not this time"
    case "cancelled-by-them": line += ": called off"
    default: if day < today { line += ": how was it?" }
    }
    return line
  }

  static let services = [
    "group": "group", "individual": "one to one", "family": "family", "psychiatry": "doctor or nurse",
    "other": "a session",
  ]

  /// Why it is worth doing may stand below it.
  private func firstLine(_ question: String, _ entry: Entry) -> String? {
    guard case .text(let text)? = entry.answers[question] else { return nil }
    return text.split(whereSeparator: \.isNewline).first.map(String.init)
  }

  private func by(_ question: String, _ entry: Entry) -> String? {
    entry.date(question).map { "by \(Dates.words($0, today: today))" }
  }

  private func next(_ entry: Entry) -> String? {
    guard case .items(let steps)? = entry.answers["steps"], let first = steps.first else { return nil }
    return "first step: \(first)"
  }

  private func refill(_ entry: Entry) -> String? {
    entry.date("refill").map { "refill \(Dates.words($0, today: today))" }
  }
}
