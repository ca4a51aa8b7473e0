import Conversation
import Crypto
import Exchange
import Forms
import Journal
import Testing
import Vault

@testable import Clinic

/// Somebody who shares: real logs, written and read by the program's own code.
final class Diarist {
  let n: Int64
  private let keys: OwnKeys
  private let names = LogNames(secret: Array(0..<32))
  private var logs = 0
  private var entries = 0
  static let today = Day(daysSince1970: 20_777)

  init(_ name: String, in sitting: ClinicSitting) throws {
    keys = try OwnKeys.random()
    n = try sitting.store.enroll(
      name,
      key: PersonKey(
        signing: keys.publicKeys.signing.point, recipient: keys.publicKeys.sealing.text, at: 1, isCompared: true),
      Doing(by: "-", at: 1))
  }

  static let mood: Form = {
    func scale(_ id: String) -> Question {
      Question(id, .scale(low: 0, high: 10, lowWords: "", highWords: ""), ask: "\(id.capitalized)?")
    }
    return Form(
      id: "mood", version: 2, title: "Mood", kind: .log, summary: "",
      questions: [
        scale("mood"), scale("urges"),
        Question("acted", .choice(Choices([.init("did", "Yes"), .init("did-not", "No")])), ask: "Acted on it?"),
        Question("sleep", .duration, ask: "How long did you sleep?"),
        Question(
          "medication", .choice(Choices([.init("taken", "Taken"), .init("missed", "Missed")])), ask: "Medicine?"),
        Question("note", .text, ask: "Anything else?"),
      ])
  }()

  static let nine: Form = {
    var harm = Question("i9", .choice(Choices((0...3).map { .init("\($0)", "w\($0)", weight: Double($0)) })), ask: "")
    harm.selfHarm = true
    let rest = Question(
      "rest", .choice(Choices((0...24).map { .init("\($0)", "w\($0)", weight: Double($0)) })), ask: "")
    return Form(
      id: "phq-9", version: 1, title: "PHQ-9", kind: .measure, summary: "", questions: [rest, harm],
      scores: [Score(id: "total", label: "Total", sum: ["rest", "i9"])])
  }()

  static let session = Form(
    id: "session", version: 1, title: "A session", kind: .log, summary: "",
    questions: [
      Question("day", .date, ask: "Which day?"),
      Question(
        "service", .choice(Choices([.init("group", "Group"), .init("individual", "One to one")])), ask: "Kind?"),
      Question("outcome", .choice(Choices([.init("attended", "There"), .init("missed", "Not")])), ask: "How?"),
    ])
  static let homework = Form(
    id: "homework", version: 1, title: "Homework", kind: .log, summary: "",
    questions: [Question("what", .text, ask: "What?")])
  static let done = Form(
    id: "homework-done", version: 1, title: "How the homework went", kind: .log, summary: "",
    questions: [
      Question("went", .choice(Choices([.init("done", "Done"), .init("part", "A part of it")])), ask: "How far?")
    ])
  static let stop = Form(
    id: "stop", version: 1, title: "STOP", kind: .exercise, summary: "",
    questions: ["before", "after"].map { Question($0, .number(low: 0, high: 100, whole: true), ask: $0) })

  /// An entry about a day so many days ago.
  func entry(
    _ form: Form, _ ago: Int, _ answers: [String: Answer], links: [Link] = [], revision: Int = 1, id: ULID? = nil
  ) throws -> SharedEntry {
    entries += 1
    let tail = String(entries)
    let id = try id ?? #require(ULID("01KAFZ8YTR" + String(repeating: "0", count: 16 - tail.count) + tail))
    return SharedEntry(
      whole: Entry(
        id: id, revision: revision, form: FormStamp(id: form.id, version: form.version, wording: form.title),
        day: Self.today.adding(days: -ago), part: .evening,
        recorded: Moment(milliseconds: 1_795_206_615_000 - Int64(ago) * 86_400_000, offset: 0, zone: "Europe/Dublin"),
        answers: answers, links: links), form: form)
  }

  /// Takes a log in that was made on the last of its days, so many days ago.
  @discardableResult
  func share(
    _ entries: [SharedEntry], from: Int = 13, to: Int = 0, note: String? = nil, notice: LogManifest.Notice? = nil,
    without: [ShareCategory] = [], in sitting: ClinicSitting
  ) throws -> [String] {
    logs += 1
    let made = Moment(milliseconds: 1_795_206_615_000 - Int64(to) * 86_400_000, offset: 0, zone: "Europe/Dublin")
    var details = Dictionary(uniqueKeysWithValues: ShareCategory.allCases.map { ($0, ShareDetail.full) })
    for category in without { details[category] = ShareDetail.none }
    let manifest = LogManifest(
      exportId: ULID(milliseconds: made.milliseconds, random: RandomSource.system.bytes(10)).text, sequence: logs,
      createdAt: made, app: "handrail 0.1.0",
      participant: .init(
        id: "p-\(n)", signingKey: keys.publicKeys.signing.text, recipient: keys.publicKeys.sealing.text),
      recipients: [], range: Self.today.adding(days: -from)...Self.today.adding(days: -to), purpose: "treatment",
      consentId: "c-1", categories: details, notice: notice, note: note)
    let bytes = try LogFile.write(manifest, entries: entries, names: names) { bytes in
      SSHSignature(of: bytes, by: keys.signing).armoured
    }
    let log = try ReadLog(bytes)
    let digest = SHA256.hash(bytes)
    let taken = try #require(TakenLog(log, of: n, by: keys.publicKeys.signing, digest: digest, sealed: digest))
    try #require(
      try sitting.store.take(
        taken, merge: LineMerge.standings, summary: ImportHooks.summary,
        Doing(by: "-", at: sitting.clock.now().milliseconds)) != nil)
    return log.lines.map(\.name)
  }
}
