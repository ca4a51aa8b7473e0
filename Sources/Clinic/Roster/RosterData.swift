import Exchange
import Forms
import JSON
import Journal
import Vault

/// The roster for other programs.
struct RosterData {
  let rows: [RosterRow]
  let today: Day
  let reading: String?

  var json: JSON {
    var members: [(String, JSON)] = [
      ("people", .array(rows.map(person))), ("monitored", false), ("day", .string(today.iso)),
    ]
    if let reading { members.append(("reading", .string(reading))) }
    return .object(JSON.Object(members))
  }

  private func person(_ row: RosterRow) -> JSON {
    var members: [(String, JSON)] = [
      ("number", .number(Double(row.person.n))), ("name", .string(row.person.name)),
      ("status", .string(row.person.status.rawValue)), ("standing", .string(row.standing.word)),
      ("noFile", .bool(row.isMissing)), ("readFirst", .array(row.flags.map(flag))),
    ]
    if let summary = row.summary { members.append(("summary", summary.json)) }
    return .object(JSON.Object(members))
  }

  private func flag(_ flag: RosterRow.Flag) -> JSON {
    var members: [(String, JSON)] = [
      ("subject", .string(flag.subject.rawValue)), ("state", .string(flag.state.rawValue)),
      ("notYetSeen", .bool(flag.isUnseen)),
    ]
    if let day = flag.day { members.append(("day", .string(day.iso))) }
    if let note = flag.note { members.append(("seen", note.json)) }
    return .object(JSON.Object(members))
  }

  /// A row a person, with a header.
  var csv: String {
    let header: [CSVText.Cell] = [
      "number", "name", "status", "last_log", "range_from", "range_to", "days_logged", "days_in_range", "measure",
      "measure_value", "measure_change", "urge", "urge_of", "homework_done", "homework_given", "standing", "read_first",
    ]
    return CSVText.lines([header] + rows.map(cells))
  }

  private func cells(_ row: RosterRow) -> [CSVText.Cell] {
    func number(_ value: Double?) -> CSVText.Cell { value.map { .number($0) } ?? "" }
    func count(_ value: Int?) -> CSVText.Cell { number(value.map(Double.init)) }
    let (summary, words) = (row.summary, RosterWords(row: row, today: today))
    return [
      .number(Double(row.person.n)), .text(HarmlessText.line(row.person.name)), .text(row.person.status.rawValue),
      .text(summary?.created.iso ?? ""), .text(summary?.range.lowerBound.iso ?? ""),
      .text(summary?.range.upperBound.iso ?? ""), count(summary?.logged), count(summary?.covered),
      .text(summary?.measure?.title ?? ""), number(summary?.measure?.value), number(summary?.measure?.change),
      number(summary?.urge?.value), number(summary?.urge?.high), count(summary?.homeworkDone),
      count(summary?.homeworkGiven), .text(row.standing.word), .text(words.readFirst),
    ]
  }
}

extension SeenNote {
  var json: JSON {
    [
      "day": .string(day.iso), "at": .number(Double(at)), "by": .string(by), "what": .string(what),
    ]
  }
}
