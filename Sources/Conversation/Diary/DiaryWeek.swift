import Forms
import Journal
import Terminal
import Vault

/// A week of diary cards as a grid: a row a question, a column a day. Days without a card are empty, and that is all.
package struct DiaryWeek {
  let session: Session

  package init(session: Session) { self.session = session }

  /// The week that `day` is in, from Monday.
  package func show(_ day: Day) throws(Departure) {
    let monday = day.monday
    let days = (0..<7).map { monday.adding(days: $0) }
    let entries = try session.inJournal { (store) throws(VaultError) in
      try store.entries(EntryFilter(form: DiaryForm.id, days: monday...days[6]))
    }
    let today = session.world.clock.now().day
    session.console.show([.title(Rich("Week of \(Dates.words(monday, today: today))"))], to: .result)
    guard !entries.isEmpty else {
      return session.console.show([.text("There is no diary card in this week. `diary` fills one in.")], to: .result)
    }
    var grid = Grid(days: days)
    // Oldest first, so that a name changed within the week ends as the newest one.
    for entry in entries.reversed() {
      let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
      grid.add(entry, form: form)
    }
    session.console.show([.table(grid.table)] + grid.notes(today: today), to: .result)
  }

  private struct Grid {
    let days: [Day]
    var order: [String] = []
    var names: [String: String] = [:]
    var cells: [String: [Day: String]] = [:]
    var said: [(Day, String)] = []

    init(days: [Day]) { self.days = days }

    mutating func add(_ entry: Entry, form: Form) {
      for question in form.questions {
        guard let answer = entry.answers[question.id] else { continue }
        switch (question.kind, answer) {
        case (.text, .text(let words)), (.list, .text(let words)): said.append((entry.day, words))
        case (.list, .items(let items)): said.append((entry.day, items.joined(separator: ", ")))
        case (.choices, .items(let items)): set("skills-count", "Skills tried", String(items.count), entry.day)
        case (_, .yesNo(let yes)) where question.id.hasPrefix("acted-"):
          let row = "urge-" + question.id.dropFirst("acted-".count)
          if yes { cells[row]?[entry.day]? += " acted" }
        case (_, .yesNo(let yes)): set(question.id, Self.name(question), yes ? "yes" : "no", entry.day)
        case (.scale, .number(let value)): set(question.id, Self.name(question), Form.plain(value), entry.day)
        case (.duration, .number(let value)): set(question.id, "Sleep", Minutes.words(Int(value)), entry.day)
        case (.choice, .text(let code)): set(question.id, Self.name(question), code, entry.day)
        default: break
        }
      }
    }

    private mutating func set(_ row: String, _ name: String, _ cell: String, _ day: Day) {
      if cells[row] == nil { order.append(row) }
      names[row] = name
      cells[row, default: [:]][day] = cell
    }

    /// `Urge: to drink`, `Sad`: what stands before the question's own words.
    private static func name(_ question: Question) -> String {
      switch question.id {
      case "used": return "Used"
      case "medication": return "Medicine"
      case "skills-used": return "Skills, 0 to 7"
      default:
        let name = question.ask.prefix { $0 != ":" && $0 != "." && $0 != "?" }
        guard name == "Urge" else { return String(name) }
        return String(question.ask.prefix { $0 != "." })
      }
    }

    var table: Table {
      Table(
        header: [""] + days.map { Rich(String($0.weekday.word.capitalized.prefix(3))) },
        rows: order.map { row in [Rich(names[row] ?? row)] + days.map { Rich(cells[row]?[$0] ?? "") } })
    }

    func notes(today: Day) -> [Block] {
      said.isEmpty ? [] : [.blank] + said.map { .pair(Dates.words($0.0, today: today), Rich($0.1.oneLine)) }
    }
  }
}
