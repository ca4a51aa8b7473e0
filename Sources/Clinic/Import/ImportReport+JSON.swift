import Conversation
import JSON
import Vault

extension ImportReport {
  /// One JSON object, for other programs.
  func write(to session: Session) throws(Departure) {
    let all: JSON = [
      "files": .array(files.map(Self.json)), "passedOver": .array(passedOver.map(JSON.string)),
      "totals": .object(
        JSON.Object(
          [("files", .number(Double(files.count))), ("refused", .number(Double(refusals.count)))]
            + Self.numbers(results))),
    ]
    try session.write(all)
  }

  private static func numbers(_ results: [LineResult]) -> [(String, JSON)] {
    LineResult.allCases.map { ($0.rawValue, .number(Double(count($0, in: results)))) }
  }

  private static func json(_ file: File) -> JSON {
    var members: [(String, JSON)] = [("path", .string(file.path))]
    func add(_ person: Participant) {
      members += [("participant", .number(Double(person.n))), ("name", .string(person.name))]
    }
    switch file.outcome {
    case .taken(let person, let log, let results):
      add(person)
      members += [
        ("result", "taken"), ("exportId", .string(log.exportID)), ("sequence", .number(Double(log.sequence))),
        ("counts", .object(JSON.Object(numbers(results)))), ("entries", .array(file.lines.map(json))),
      ]
    case .same(let person):
      add(person)
      members.append(("result", "same"))
    case .skipped: members.append(("result", "skipped"))
    case .refused(let refusal):
      members += [
        ("result", "refused"), ("reason", .string(refusal.code)), ("why", .string(refusal.why)),
      ]
      if let next = refusal.next { members.append(("next", .string(next))) }
    }
    return .object(JSON.Object(members))
  }

  private static func json(_ line: Line) -> JSON {
    [
      "id": .string(line.name), "revision": .number(Double(line.revision)), "day": .string(line.day.iso),
      "form": .string(line.form), "result": .string(line.result.rawValue),
    ]
  }
}
