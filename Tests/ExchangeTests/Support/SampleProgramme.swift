import Forms
import JSON
import Journal
import Testing

@testable import Exchange

/// A made-up programme with keys of its own, and what it hands out. For tests of both sides.
struct SampleProgramme {
  var keys: OwnKeys
  var name = "Harbour IOP"

  init() throws { keys = try OwnKeys.random() }

  /// With every line that a pack can have.
  var pack: ProgrammePack {
    var pack = ProgrammePack(
      name: name, keys: keys.publicKeys, whoReads: "Your own therapist",
      howOften: "Before each session, not in between", meanwhile: "Call the day number, or use your plan")
    pack.hours = "Monday to Friday, 9 to 5"
    pack.byDay = "555 0100"
    pack.afterHours = "555 0199"
    pack.steps = ["Call 911", "Then call the after-hours number"]
    pack.notice = LogManifest.Notice(text: "This record may not be passed on.", basis: "42 CFR Part 2")
    if let at = TimeOfDay(hour: 9, minute: 0) {
      pack.sessions = [.init(day: .monday, at: at, minutes: 180, what: "Group")]
    }
    pack.questionnaires = [Self.questionnaire]
    return pack
  }

  func packFile(_ pack: ProgrammePack? = nil, by other: OwnKeys? = nil) throws -> [UInt8] {
    try (pack ?? self.pack).file(signedBy: (other ?? keys).signing)
  }

  static let questionnaire: JSON = [
    "resourceType": "Questionnaire", "status": "active", "title": "How the group was",
    "url": "https://harbour.example/q/group",
    "item": [["linkId": "useful", "text": "How useful was it?", "type": "integer"]],
  ]

  static let module = """
    ---
    id: our-group-rules
    title: Our group rules
    summary: What we agreed on in the first week.
    track: participant
    topics: [group]
    related: [sleep]
    reviewed: Harbour IOP, 2026-11-01
    ---

    **In short**

    - What is said in group stays in group.

    """

  /// One item of each kind.
  static func items() throws -> [Assignment.Item] {
    try [
      .init(
        id: id(1),
        .homework(
          .init(what: "Walk for ten minutes", why: "Moving helps sleep", often: "daily", due: Day(iso: "2026-11-27")))),
      .init(id: id(2), .target(.init(name: "Skip group", kind: .urge, note: "We agreed on this on Monday"))),
      .init(id: id(3), .questionnaire(questionnaire, everyDays: 14)),
      .init(id: id(4), .module(id: "our-group-rules", text: module)),
    ]
  }

  static func id(_ number: Int) throws -> ULID { try #require(ULID("01KAFZ8YTRZW00402081G60S0\(number)")) }

  func assignment(for person: PublicKeys, _ items: [Assignment.Item]? = nil, id: Int = 9) throws -> Assignment {
    Assignment(
      id: try Self.id(id), created: Moment(milliseconds: 1_795_206_615_000, offset: 0, zone: "Europe/Dublin"),
      app: "handrail 0.1.0", programme: name, from: keys.publicKeys, participant: person,
      items: try items ?? Self.items())
  }

  /// As it is sent: signed, and sealed for the person.
  func sealed(_ file: [UInt8], for person: AgeRecipient) throws -> [UInt8] {
    let output = BytesOutput()
    try AgeWriter(.recipients([person])).seal(BytesInput(file), into: output)
    return output.bytes
  }
}
