/// What a line of a report is about, so that the entries behind it can be found.
package enum ReportTopic: Hashable, Sendable {
  case flag(ReadFirst.Subject)
  /// By their titles.
  case measure(String)
  case number(String)
  case practice(String)
  case medication, goals, homework, pages, sessions
  /// What files disagree about; which entries those are, only their reader knows.
  case disputed

  /// The entries that a line about it was made from. Of something to read first those that report it; where none does,
  /// those that were asked.
  package func entries(in all: [Answered]) -> [Answered] {
    guard case .flag(let subject) = self else { return all.filter(holds) }
    let asked = all.filter { ReadFirst.isReported(subject, in: $0) != nil }
    let reported = asked.filter { ReadFirst.isReported(subject, in: $0) == true }
    return reported.isEmpty ? asked : reported
  }

  private func holds(_ one: Answered) -> Bool {
    switch self {
    case .flag, .disputed: false
    case .measure(let title): one.form.kind == .measure && one.form.title == title
    case .number(let title): Report.shown.contains { $0.title == title && $0.value(in: one) != nil }
    case .practice(let title): one.form.kind == .exercise && one.form.title == title
    case .medication: Report.tellsOfMedication(one)
    case .goals: one.form.id == "goal"
    case .homework: one.form.id == "homework" || one.form.id == "homework-done"
    case .pages: one.form.id == "module-mark"
    case .sessions: one.form.id == "session"
    }
  }

  /// The topic that these words begin or name, among what can be asked about; nil for none.
  package init?(words: String, among titles: [ReportTopic]) {
    let typed = words.lowercased()
    let named = titles.map { (topic: $0, names: $0.names.map { $0.lowercased() }) }
    guard !typed.isEmpty,
      let found = named.first(where: { $0.names.contains(typed) })
        ?? named.first(where: { $0.names.contains { $0.hasPrefix(typed) } })
        ?? named.first(where: { $0.names.contains { $0.contains(typed) } })
    else { return nil }
    self = found.topic
  }

  /// What people call it.
  package var names: [String] {
    switch self {
    case .flag(let subject): [subject.title, subject.short]
    case .measure(let title), .number(let title), .practice(let title): [title]
    case .medication: ["medication"]
    case .goals: ["goals"]
    case .homework: ["homework"]
    case .pages: ["pages"]
    case .sessions: ["sessions"]
    case .disputed: ["disputed"]
    }
  }

  /// What these entries can be asked about.
  package static func all(in entries: [Answered]) -> [ReportTopic] {
    var topics = Report.shown.map { ReportTopic.number($0.title) }
    topics += [.medication, .goals, .homework, .pages, .sessions]
    var seen: Set<ReportTopic> = []
    for one in entries where one.form.kind == .measure || one.form.kind == .exercise {
      let topic: ReportTopic = one.form.kind == .measure ? .measure(one.form.title) : .practice(one.form.title)
      if seen.insert(topic).inserted { topics.append(topic) }
    }
    return topics + ReadFirst.Subject.allCases.map { .flag($0) }
  }
}
