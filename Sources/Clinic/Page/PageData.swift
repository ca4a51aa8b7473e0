import Exchange
import Forms
import JSON
import Journal

/// A person's page for other programs: each line with the entries behind it.
struct PageData {
  let content: PageContent

  var json: JSON {
    let days = content.span.days
    var members: [(String, JSON)] = [
      ("number", .number(Double(content.person.n))), ("name", .string(content.person.name)),
      ("from", .string(days.lowerBound.iso)), ("to", .string(days.upperBound.iso)),
      ("reason", .string(content.span.reason)), ("filesEnd", .string(content.filesEnd.iso)),
      ("newestFileMade", .string(content.made.iso)), ("monitored", false),
      ("readFirst", .array(content.flags.map(flag))), ("sections", .array(content.text.sections.map(section))),
      ("daysLogged", .number(Double(content.report.logged))), ("days", .number(Double(content.report.length))),
      ("notShared", .array(content.withheld.map(JSON.string))),
    ]
    if let reading = content.reading { members.append(("reading", .string(reading))) }
    if let note = content.report.note { members.append(("note", .string(note))) }
    if let notice = content.frame.notice { members.append(("notice", .string(notice))) }
    return .object(JSON.Object(members))
  }

  private func section(_ section: ReportSection) -> JSON {
    [
      "title": .string(section.title),
      "lines": .array(
        section.lines.map { line in
          let names = line.topic.map { content.lines(behind: $0).map(\.name) } ?? []
          return ["text": .string(line.sentence), "entries": .array(names.map(JSON.string))]
        }),
    ]
  }

  private func flag(_ flag: PageContent.Flag) -> JSON {
    var members: [(String, JSON)] = [
      ("subject", .string(flag.subject.rawValue)), ("notYetSeen", .bool(flag.isUnseen)),
      ("seen", .array(flag.notes.map(\.json))),
    ]
    switch flag.state {
    case .reported(let days):
      members += [("state", "reported"), ("days", .array(days.map { .string($0.iso) }))]
    case .noneReported: members.append(("state", "none-reported"))
    case .notAsked: members.append(("state", "not-asked"))
    case .notShared: members.append(("state", "not-shared"))
    case .noFile(let since):
      members.append(("state", "no-file"))
      if let since { members.append(("since", .string(since.iso))) }
    }
    return .object(JSON.Object(members))
  }
}
