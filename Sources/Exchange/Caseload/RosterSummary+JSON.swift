import Forms
import JSON
import Journal

extension RosterSummary {
  /// As it is kept; nil for numbers that JSON cannot hold.
  package var text: String? { (try? json.canonical()).map { String(decoding: $0, as: UTF8.self) } }

  package var json: JSON {
    var members: [(String, JSON)] = [
      ("created", .string(created.iso)), ("range", Self.json(range)), ("logged", .number(Double(logged))),
      ("covered", .number(Double(covered))), ("homeworkDone", .number(Double(homeworkDone))),
      ("homeworkGiven", .number(Double(homeworkGiven))), ("flags", .array(flags.map(Self.json))),
      ("withheld", .array(withheld.map { .string($0.rawValue) })), ("disputed", .number(Double(disputed))),
    ]
    if let measure { members.append(("measure", Self.json(measure))) }
    if let urge {
      members.append(
        ("urge", ["value": .number(urge.value), "high": .number(urge.high), "day": .string(urge.day.iso)]))
    }
    return .object(JSON.Object(members))
  }

  private static func json(_ days: ClosedRange<Day>) -> JSON {
    ["from": .string(days.lowerBound.iso), "to": .string(days.upperBound.iso)]
  }

  private static func json(_ measure: Measure) -> JSON {
    var members: [(String, JSON)] = [
      ("title", .string(measure.title)), ("label", .string(measure.label)), ("value", .number(measure.value)),
      ("day", .string(measure.day.iso)), ("missing", .number(Double(measure.missing))),
    ]
    if let change = measure.change { members.append(("change", .number(change))) }
    if let reach = measure.reach {
      members += [("low", .number(reach.lowerBound)), ("high", .number(reach.upperBound))]
    }
    return .object(JSON.Object(members))
  }

  private static func json(_ flag: Flag) -> JSON {
    var members: [(String, JSON)] = [
      ("subject", .string(flag.subject.rawValue)), ("state", .string(flag.state.rawValue)),
    ]
    if let day = flag.day { members.append(("day", .string(day.iso))) }
    if let arrived = flag.arrived { members.append(("arrived", .number(Double(arrived)))) }
    return .object(JSON.Object(members))
  }

  /// Nil for what is not one, as an earlier version of the program may have left it.
  package init?(_ text: String) {
    guard let json = try? JSON(reading: Array(text.utf8), limits: JSONLimits(bytes: 1 << 20)),
      let created = Self.day(json["created"]), let from = Self.day(json["range"]?["from"]),
      let to = Self.day(json["range"]?["to"]), from <= to, let logged = json["logged"]?.integer,
      let covered = json["covered"]?.integer, let done = json["homeworkDone"]?.integer,
      let given = json["homeworkGiven"]?.integer, let flags = json["flags"]?.array
    else { return nil }
    self.created = created
    range = from...to
    self.logged = logged
    self.covered = covered
    homeworkDone = done
    homeworkGiven = given
    self.flags = flags.compactMap(Self.flag)
    withheld = json["withheld"]?.array?.compactMap { $0.string.flatMap(ShareCategory.init) } ?? []
    disputed = json["disputed"]?.integer ?? 0
    measure = json["measure"].flatMap(Self.measure)
    urge = json["urge"].flatMap { urge in
      guard let value = urge["value"]?.number, let high = urge["high"]?.number, let day = Self.day(urge["day"]) else {
        return nil
      }
      return Urge(value: value, high: high, day: day)
    }
  }

  private static func day(_ json: JSON?) -> Day? { json?.string.flatMap { Day(iso: $0) } }

  private static func flag(_ json: JSON) -> Flag? {
    guard let subject = json["subject"]?.string.flatMap(ReadFirst.Subject.init),
      let state = json["state"]?.string.flatMap(Flag.State.init)
    else { return nil }
    return Flag(
      subject: subject, state: state, day: day(json["day"]), arrived: json["arrived"]?.integer.map { Int64($0) })
  }

  private static func measure(_ json: JSON) -> Measure? {
    guard let title = json["title"]?.string, let label = json["label"]?.string, let value = json["value"]?.number,
      let day = day(json["day"])
    else { return nil }
    var reach: ClosedRange<Double>?
    if let low = json["low"]?.number, let high = json["high"]?.number, low <= high { reach = low...high }
    return Measure(
      title: title, label: label, value: value, day: day, missing: json["missing"]?.integer ?? 0, reach: reach,
      change: json["change"]?.number)
  }
}
