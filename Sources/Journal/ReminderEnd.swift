import Forms

/// How something due was answered, kept as an entry beside the one it came from, so that `undo` takes it back.
package enum ReminderEnd: String, CaseIterable, Sendable {
  case done
  /// It comes back the next day.
  case notNow = "not-now"
  case takenAway = "taken-away"

  package static let link = "answers"

  package static let form = Form(
    id: "reminder", version: 1, title: "Reminder", kind: .log, summary: "What was due, and what became of it.",
    questions: [
      Question("say", .text, ask: "What was due?"), Question("due", .date, ask: "On which day?"),
      Question(
        "end",
        .choice(
          Choices([
            .init(ReminderEnd.done.rawValue, "Done"), .init(ReminderEnd.notNow.rawValue, "Not now"),
            .init(ReminderEnd.takenAway.rawValue, "Taken away"),
          ])), ask: "What became of it?"),
    ])

  /// The answers that belong to a reminder's words and day.
  package func answers(say: String, due: Day) -> [String: Answer] {
    ["say": .text(say), "due": .text(due.iso), "end": .text(rawValue)]
  }

  /// Whether these answers end that reminder, seen from `today`.
  package static func ends(_ answers: [String: Answer], given day: Day, say: String, due: Day, today: Day) -> Bool {
    guard answers["say"] == .text(say), answers["due"] == .text(due.iso) else { return false }
    return answers["end"] != .text(notNow.rawValue) || day == today
  }
}
