import Crypto
import Exchange
import Forms
import JSON
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// A made-up programme, and a person at their own journal who gets its files.
final class Harbour {
  let sitting: Sitting
  var keys: OwnKeys
  var name = "Harbour IOP"

  init(interactive: Bool = true) throws {
    sitting = try Sitting(interactive: interactive)
    keys = try OwnKeys.random()
  }

  var session: Session { sitting.session }
  var person: PublicKeys { get throws { try KeyDesk(session: session).keys().publicKeys } }

  /// One session a week, on a Monday; 2026-11-20 is a Friday.
  func pack(_ change: (inout ProgrammePack) -> Void = { _ in }) throws -> ProgrammePack {
    var pack = ProgrammePack(
      name: name, keys: keys.publicKeys, whoReads: "Your own therapist.", howOften: "Before each session",
      meanwhile: "Call the day number")
    pack.byDay = "555 0100"
    pack.afterHours = "555 0199"
    pack.steps = ["Call 911"]
    pack.notice = LogManifest.Notice(text: "This may not be passed on.", basis: "42 CFR Part 2")
    pack.sessions = [.init(day: .monday, at: try #require(TimeOfDay(hour: 9, minute: 0)), minutes: 180, what: "Group")]
    pack.questionnaires = [Self.questionnaire]
    change(&pack)
    return pack
  }

  func write(_ pack: ProgrammePack) throws -> String {
    sitting.folder.write("pack", String(decoding: try pack.file(signedBy: keys.signing), as: UTF8.self))
  }

  static let questionnaire: JSON = [
    "resourceType": "Questionnaire", "status": "active", "title": "How the group was",
    "url": "https://harbour.example/q/group",
    "item": [["linkId": "useful", "text": "How useful was it?", "type": "integer"]],
  ]

  static func page(_ id: String, _ text: String = "What is said in group stays in group.") -> String {
    "---\nid: \(id)\ntitle: Our group\nsummary: What we agreed on.\ntrack: participant\nreviewed: no\n---\n\n\(text)\n"
  }

  static let homework = Assignment.Work.homework(
    .init(what: "Walk for ten minutes", why: "Moving helps sleep", often: "daily", due: Day(iso: "2026-11-27")))
  static let target = Assignment.Work.target(.init(name: "Skip group", kind: .urge, note: "Agreed on Monday"))
  static let works: [Assignment.Work] = [
    homework, target, .questionnaire(questionnaire, everyDays: 14), .module(id: "our-group", text: page("our-group")),
  ]

  static func item(_ number: Int) throws -> ULID { try #require(ULID("01KAFZ8YTRZW00402081G60S0\(number)")) }

  /// Items are numbered from 1.
  func assignment(
    _ works: [Assignment.Work], id: Int = 9, for person: PublicKeys? = nil, from: PublicKeys? = nil
  ) throws -> Assignment {
    Assignment(
      id: try Self.item(id), created: session.world.clock.now(), app: "handrail", programme: name,
      from: from ?? keys.publicKeys, participant: try person ?? self.person,
      items: try works.enumerated().map { .init(id: try Self.item($0.offset + 1), $0.element) })
  }

  /// Signed and sealed for the person, as a file.
  func write(_ assignment: Assignment, signedBy other: OwnKeys? = nil, sealedFor reader: PublicKeys? = nil) throws
    -> String
  {
    try seal(try assignment.file(signedBy: (other ?? keys).signing), for: reader)
  }

  func seal(_ bytes: [UInt8], for reader: PublicKeys? = nil) throws -> String {
    let output = BytesOutput()
    try AgeWriter(.recipients([try (reader ?? person).sealing])).seal(BytesInput(bytes), into: output, armoured: true)
    return sitting.folder.write("assigned", String(decoding: output.bytes, as: UTF8.self))
  }

  /// What is said to a file, and how it ended; the lines answer what is asked.
  func accept(_ path: String, _ lines: String..., yes: Bool = false, compared: Bool = false) -> (
    said: String, failure: Failure?
  ) {
    sitting.answer(lines.map { .line($0) })
    var wishes = AcceptWishes()
    (wishes.yes, wishes.isCompared) = (yes, compared)
    var departure: Departure?
    let said = sitting.said {
      departure = sitting.leaving { () throws(Departure) in
        try AcceptDesk(session: session, wishes: wishes).run(path)
      }
    }
    guard case .failed(let failure)? = departure else { return (unwrapped(said), nil) }
    return (unwrapped(said), failure)
  }

  func takePack() throws { #expect(accept(try write(pack()), yes: true, compared: true).failure == nil) }

  func undo() throws -> String {
    try sitting.said { try UndoDesk(session: session).last() }
  }

  /// All that stands in the journal: what an undo must bring back. What was taken out is still there as versions.
  func standing() throws -> Standing {
    let whole = try sitting.store.everything(leavingOut: ["own-keys", "own-content"])
    return Standing(
      entries: try sitting.store.entries().map { entry in
        var entry = entry
        (entry.revision, entry.recorded) = (0, Moment(milliseconds: 0, offset: 0, zone: ""))
        return entry
      }, values: whole.memory, settings: session.world.settings, modules: session.world.library.modules().map(\.id))
  }

  struct Standing: Equatable {
    var entries: [Entry]
    var values: [String: [UInt8]]
    var settings: Settings
    var modules: [String]
  }

  func entry(_ form: String) throws -> Entry? { try sitting.store.entries(EntryFilter(form: form)).first }
}
