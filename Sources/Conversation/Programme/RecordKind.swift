import Forms
import Journal

/// The lists a person keeps with their programme; each line is an entry of its own form.
package enum RecordKind: String, CaseIterable, Sendable {
  case goals, sessions, homework, medicines, people

  package var form: String {
    switch self {
    case .goals: "goal"
    case .sessions: "session"
    case .homework: "homework"
    case .medicines: "medicine"
    case .people: "person"
    }
  }

  var title: String {
    switch self {
    case .goals: "My goals"
    case .sessions: "My sessions"
    case .homework: "Homework"
    case .medicines: "My medicines"
    case .people: "My people"
    }
  }

  var add: String {
    switch self {
    case .goals: "Add a goal"
    case .sessions: "Add a session"
    case .homework: "Add homework"
    case .medicines: "Add a medicine"
    case .people: "Add someone"
    }
  }

  var nothing: String {
    switch self {
    case .goals: "No goal is written down yet."
    case .sessions: "No session is written down yet."
    case .homework: "No homework is open."
    case .medicines: "No medicine is written down yet."
    case .people: "Nobody is written down yet."
    }
  }

  /// Whether an entry belongs on the list now. What is done or past is still in the journal.
  func isOpen(_ entry: Entry, today: Day, closed: Set<ULID>) -> Bool {
    switch self {
    case .goals: return ["open", nil].contains(entry.code("state"))
    case .sessions: return (entry.date("day") ?? entry.day) >= today.adding(days: -7)
    case .homework: return !closed.contains(entry.id)
    case .medicines: return entry.answers["still-taking"] != .yesNo(false)
    case .people: return true
    }
  }

  /// What the list is ordered by.
  func order(_ entry: Entry) -> String {
    switch self {
    case .goals: entry.words("by") ?? "9999"
    case .sessions: (entry.words("day") ?? entry.day.iso) + (entry.words("at") ?? "")
    case .homework: entry.words("due") ?? "9999"
    case .medicines: entry.words("name")?.lowercased() ?? ""
    case .people: entry.words("name")?.lowercased() ?? ""
    }
  }
}

extension Entry {
  func words(_ question: String) -> String? {
    switch answers[question] {
    case .text(let text)?: text.isEmpty ? nil : text.oneLine
    case .items(let items)?: items.isEmpty ? nil : items.joined(separator: ", ")
    default: nil
    }
  }

  func code(_ question: String) -> String? { words(question) }
  func date(_ question: String) -> Day? { words(question).flatMap { Day(iso: $0) } }
}
