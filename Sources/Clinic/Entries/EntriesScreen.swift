import Conversation
import Exchange
import Forms
import JSON
import Journal
import Terminal
import Vault

/// Entries of a person as they are read: answers in words, what became of the entry, and which files it came with.
struct EntriesScreen {
  let session: Session

  func show(_ lines: [CaseloadLine], of person: Participant, about: String) throws(Departure) {
    let now = session.world.clock.now()
    let shelf = try shelf(lines)
    let made = try made(lines)
    let name = HarmlessText.line(person.name)
    var blocks: [Block] = [.title(Rich(about.isEmpty ? "Entries of \(name)" : "Entries of \(name): \(about)"))]
    if lines.isEmpty { blocks.append(.text("No entry stands behind it.")) }
    for line in lines {
      guard let one = shelf.answered(line) else { continue }
      blocks += [.blank, .text(Rich([Rich.Span(Self.head(one, today: now.day), .strong)]))]
      blocks += Self.marks(line).map { .text(Rich($0)) }
      let spoken = one.lines
      blocks += spoken.map { .bullet(Rich("\($0.ask): \($0.words)")) }
      if spoken.isEmpty, line.state != .withdrawn { blocks.append(.quiet("Only that it was there on that day.")) }
      let files = (made[line.n] ?? []).map { now.day(of: $0).iso }
      blocks.append(
        .quiet(Rich("Entry \(line.name), version \(line.revision), from the file of \(files.joined(separator: ", "))")))
    }
    blocks += [.blank, .quiet(Rich(lines.count == 1 ? "1 entry." : "\(lines.count) entries."))]
    try Reading(session: session).page(blocks)
  }

  /// `Mood, Wed 18 Nov, evening`
  private static func head(_ one: Answered, today: Day) -> String {
    var head = "\(one.form.title), \(Dates.words(one.entry.day, today: today)) \(one.entry.day.iso)"
    if let part = one.entry.part { head += ", \(part.rawValue)" }
    return head
  }

  private static func marks(_ line: CaseloadLine) -> [String] {
    switch line.state {
    case .withdrawn: ["WITHDRAWN by them. What it said is counted nowhere."]
    case .disputed:
      ["FILES DISAGREE. This version stands first; the other is shown too. Neither is counted in a number."]
    case .other: ["FILES DISAGREE. This is the other version."]
    case .shown, .gone: line.revision > 1 ? ["Updated: they changed it after they first kept it."] : []
    }
  }

  private func shelf(_ lines: [CaseloadLine]) throws(Departure) -> LineShelf {
    LineShelf(try session.inCaseload { (store) throws(VaultError) in try store.logForms(Set(lines.map(\.logForm))) })
  }

  private func made(_ lines: [CaseloadLine]) throws(Departure) -> [Int64: [Int64]] {
    try session.inCaseload { (store) throws(VaultError) in
      try store.look { (reader) throws(VaultError) in try reader.made(lines.map(\.n)) }
    }
  }

  /// Those behind the line of a page that these words name.
  func lines(_ all: [CaseloadLine], of words: String) throws(Departure) -> [CaseloadLine] {
    let shelf = try shelf(all)
    let read = all.compactMap { line in shelf.answered(line).map { (line, $0) } }
    let entries = read.map(\.1)
    guard let topic = ReportTopic(words: words, among: ReportTopic.all(in: entries)) else {
      throw .failed(
        Failure(
          "No line of a page is called that.", next: "Try mood, urges, sleep, medication, homework, or a title.",
          code: 64))
    }
    let names = Set(topic.entries(in: entries).map(\.entry.id.text))
    return all.filter { names.contains($0.name) && $0.state != .withdrawn }
  }

  /// Each line as it came, and what became of it.
  func json(_ lines: [CaseloadLine]) throws(Departure) -> JSON {
    let made = try made(lines)
    let now = session.world.clock.now()
    return [
      "entries": .array(
        lines.map { line in
          let body = try? JSON(reading: Array(line.body.utf8), limits: JSONLimits(bytes: LogLimits.line))
          return [
            "state": .string("\(line.state)"), "entry": body ?? .null,
            "files": .array((made[line.n] ?? []).map { .string(now.day(of: $0).iso) }),
          ]
        })
    ]
  }
}
