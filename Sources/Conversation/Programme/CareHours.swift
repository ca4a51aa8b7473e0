import Forms
import Journal
import Terminal
import Vault

/// Hours of sessions by week, planned and attended: numbers to talk about, and no mark.
struct CareHours {
  let session: Session
  private static let weeks = 4

  func show() throws(Departure) {
    let today = session.world.clock.now().day
    let monday = today.monday
    let (sessions, level) = try session.inJournal { (store) throws(VaultError) in
      (
        try store.entries(EntryFilter(form: "session")),
        try store.entries(EntryFilter(form: "level-of-care", limit: 1)).first
      )
    }
    var rows: [[Rich]] = []
    for week in (0..<Self.weeks).reversed() {
      let days = monday.adding(days: -7 * week)...monday.adding(days: 6 - 7 * week)
      let held = sessions.filter { days.contains($0.date("day") ?? $0.day) }
      guard !held.isEmpty else { continue }
      let attended = held.filter { $0.code("outcome") == "attended" }
      rows.append([
        Rich(Dates.words(days.lowerBound, today: today)), Rich(Self.hours(held)), Rich(Self.hours(attended)),
      ])
    }
    if let hours = level?.answers["hours"]?.size {
      session.show(.text(Rich("Your level of care says \(Form.plain(hours)) hours a week.")))
    }
    guard !rows.isEmpty else { return session.show(.text("No session of the last four weeks is written down.")) }
    session.console.show(
      [.table(Table(header: ["Week from", "Written down", "Attended"], rows: rows))], to: .result)
  }

  /// `9 h 30 min`, and how many sessions have no length.
  private static func hours(_ sessions: [Entry]) -> String {
    let minutes = sessions.compactMap { $0.answers["length"]?.size }.reduce(0, +)
    let unknown = sessions.count { $0.answers["length"] == nil }
    let told = Minutes.words(Int(minutes))
    return unknown == 0 ? told : "\(told), \(unknown) without a length"
  }
}
