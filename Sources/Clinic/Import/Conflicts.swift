import ArgumentParser
import Commands
import Conversation
import Exchange
import Forms
import JSON
import Terminal
import Vault

/// `conflicts`: entries of which two versions say different things.
struct Conflicts: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts", abstract: "Entries that came in two versions which disagree, side by side.")

  @Argument(help: "A participant: the number, or inside the shell the name.") var person: [String] = []
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let typed = person.joined(separator: " ")
    guard session.isShell || typed.isEmpty || Int(typed.drop { $0 == "#" }) != nil else {
      throw .failed(
        Failure(
          "A name would stay in the history of the calling shell.", safe: "Nothing was changed.",
          next: "Use the number that `roster` shows, such as #3.", code: 64))
    }
    let one = typed.isEmpty ? nil : try PeopleDesk(session: session).find(typed)
    let (found, people) = try session.inCaseload { (store) throws(VaultError) in
      (try store.disputes(of: one?.n), try store.participants())
    }
    let names = Dictionary(people.map { ($0.n, $0.name) }) { first, _ in first }
    var disputes: [Dispute] = []
    for (participant, line) in found {
      if let last = disputes.last, last.participant == participant, last.lines.first?.name == line.name {
        disputes[disputes.count - 1].lines.append(line)
      } else {
        disputes.append(Dispute(participant: participant, name: names[participant] ?? "", lines: [line]))
      }
    }
    if global.json { return try session.write(["conflicts": .array(disputes.map(\.json))]) }
    guard !disputes.isEmpty else {
      return session.console.show([.text("No entry came in two versions that disagree.")], to: .result)
    }
    for dispute in disputes { session.console.show(try dispute.blocks(in: session), to: .result) }
    session.show(
      .blank,
      .text("Nothing has to be chosen here. The first of them is counted, both are kept."),
      .text(
        "Only the participant knows which is right: once they edit that entry and share it, their new version stands."))
  }
}

/// One entry with the versions that disagree, the one that stands first before the others.
struct Dispute {
  let participant: Int64
  let name: String
  var lines: [CaseloadLine]

  func blocks(in session: Session) throws(Departure) -> [Block] {
    guard let first = lines.first else { return [] }
    let today = session.world.clock.now().day
    let form = try form(of: first, in: session)
    var blocks: [Block] = [
      .title(
        Rich("\(name) (#\(participant)): \(form?.form.title ?? first.form), \(Dates.words(first.day, today: today))"))
    ]
    let own = sections(of: first, form)
    for (place, line) in lines.enumerated() {
      let logs = try session.inCaseload { (store) throws(VaultError) in try store.logs(holding: line.n) }
      let origin = logs.first.map { "from file \($0.sequence) of \($0.days.upperBound.iso)" } ?? ""
      blocks.append(.quiet(Rich("Version \(place + 1): \(origin)")))
    }
    for (place, line) in lines.enumerated().dropFirst() {
      let other = sections(of: line, try self.form(of: line, in: session))
      let sides = SideBySide(own, other)
      blocks.append(
        sides.table("Version 1", "Version \(place + 1)") ?? .text("They differ only in what is not shown here."))
    }
    return blocks + [.blank]
  }

  private func form(of line: CaseloadLine, in session: Session) throws(Departure) -> LogForm? {
    try session.inCaseload { (store) throws(VaultError) in try store.logForm(line.logForm) }.flatMap {
      LogForm(kept: $0)
    }
  }

  private func sections(of line: CaseloadLine, _ form: LogForm?) -> [SideBySide.Section] {
    guard let read = LogLine(kept: line.body) else { return [] }
    var sections: [SideBySide.Section] = [
      ("Day", [read.day.iso]), ("Part of the day", read.part.map { [$0.rawValue] } ?? []),
    ]
    for (name, answer) in read.answers.sorted(by: { $0.key < $1.key }) {
      let question = form?.form.questions.first { $0.id == name }
      sections.append((question?.ask ?? name, AnswerLines.lines(answer, to: question, in: form?.form)))
    }
    sections.append(("Withheld", read.redacted))
    return sections
  }

  var json: JSON {
    [
      "participant": .number(Double(participant)), "name": .string(name), "entry": .string(lines.first?.name ?? ""),
      "versions": .array(
        lines.map { line in
          let limits = JSONLimits(bytes: LogLimits.line, depth: 32)
          return (try? JSON(reading: Array(line.body.utf8), limits: limits)) ?? .null
        }),
    ]
  }
}

/// An answer as lines, whatever its question was.
enum AnswerLines {
  static func lines(_ answer: Answer, to question: Question?, in form: Form?) -> [String] {
    switch answer {
    case .group(let answers): inner(answers, of: question, in: form)
    case .each(let rows): rows.flatMap { row in inner(row.answers, of: question, in: form).map { "\(row.of): \($0)" } }
    default:
      (question.flatMap { question in form.map { $0.words(for: answer, to: question) } } ?? plain(answer))
        .split(whereSeparator: \.isNewline).map(String.init)
    }
  }

  private static func inner(_ answers: [String: Answer], of question: Question?, in form: Form?) -> [String] {
    let questions: [Question] =
      switch question?.kind {
      case .group(let inner), .each(_, let inner): inner
      default: []
      }
    return answers.sorted { $0.key < $1.key }.flatMap { name, answer in
      let asked = questions.first { $0.id == name }
      return lines(answer, to: asked, in: form).map { "\(asked?.ask ?? name): \($0)" }
    }
  }

  private static func plain(_ answer: Answer) -> String {
    switch answer {
    case .text(let text): text
    case .number(let value): Form.plain(value)
    case .yesNo(let yes): yes ? "yes" : "no"
    case .items(let items): items.joined(separator: ", ")
    case .group, .each: ""
    }
  }
}
