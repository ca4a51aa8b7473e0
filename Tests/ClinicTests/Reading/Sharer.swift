import Conversation
import Crypto
import Exchange
import Forms
import Foundation
import JSON
import Journal
import Testing

@testable import Clinic
@testable import Vault

/// Somebody who shares: real logs, written and read by the program's own code.
final class Sharer {
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
        Question("medication", .choice(Choices([.init("taken", "Taken"), .init("missed", "Missed")])), ask: "Medicine?"),
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
      Question("service", .choice(Choices([.init("group", "Group"), .init("individual", "One to one")])), ask: "Kind?"),
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
    try sitting.put(log, of: n, at: sitting.clock.now().milliseconds)
    return log.lines.map(\.name)
  }
}

extension ClinicSitting {
  /// The rows of a log, as an import leaves them.
  func put(_ log: ReadLog, of n: Int64, at moment: Int64) throws {
    guard let head = log.manifest.object else { return }
    let rest = JSON.object(JSON.Object(head.members.filter { $0.name != "forms" }.map { ($0.name, $0.value) }))
    let headText = String(decoding: try rest.canonical(), as: UTF8.self)
    try store.write { db in
      var forms: [String: Int64] = [:]
      for form in log.forms {
        let body = try form.json.canonical()
        let digest = Data(SHA256.hash(body))
        try db.execute(
          sql: "INSERT INTO log_form (digest, body) VALUES (?, ?) ON CONFLICT DO NOTHING",
          arguments: [digest, String(decoding: body, as: UTF8.self)])
        forms["\(form.form.id) \(form.form.version)"] = try Int64.fetchOne(
          db, sql: "SELECT n FROM log_form WHERE digest = ?", arguments: [digest])
      }
      try db.execute(
        sql: """
          INSERT INTO log_file (participant, digest, sealed_digest, export_id, sequence, created, first_day, last_day,
            imported, signing, head, forms, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          n, Data(SHA256.hash(log.signed)), Data(SHA256.hash(log.signed)), log.exportId, log.sequence,
          log.created.milliseconds, log.range.lowerBound.daysSince1970, log.range.upperBound.daysSince1970, moment,
          Data([1]), headText, "[" + forms.values.map(String.init).joined(separator: ",") + "]", log.signature,
        ])
      let file = db.lastInsertedRowID
      for line in log.lines {
        let digest = Data(SHA256.hash(line.bytes).prefix(16))
        try db.execute(
          sql: "UPDATE line SET state = 0 WHERE participant = ? AND name = ? AND revision < ?",
          arguments: [n, line.name, line.revision])
        let rival = try Int64.fetchOne(
          db, sql: "SELECT n FROM line WHERE participant = ? AND name = ? AND revision = ? AND digest <> ?",
          arguments: [n, line.name, line.revision, digest])
        if let rival { try db.execute(sql: "UPDATE line SET state = 3 WHERE n = ?", arguments: [rival]) }
        try db.execute(
          sql: """
            INSERT INTO line (participant, name, revision, digest, state, form, log_form, day, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
          arguments: [
            n, line.name, line.revision, digest, line.isWithdrawn ? 2 : rival == nil ? 1 : 4, line.form,
            forms["\(line.form) \(line.version)"], line.day.daysSince1970, String(decoding: line.bytes, as: UTF8.self),
          ])
        try db.execute(
          sql: """
            INSERT INTO log_line (file, line)
            SELECT ?, n FROM line WHERE participant = ? AND name = ? AND revision = ? AND digest = ?
            """, arguments: [file, n, line.name, line.revision, digest])
      }
      try store.remakeSummary(of: n, in: db, RosterSummary.make)
    }
  }

  func result(_ line: String, then lines: String...) -> String {
    let before = console.results.unicodeScalars.count
    console.replies = lines.map { .line($0) }
    do throws(Conversation.Departure) { try ClinicDispatch(session: session).run(line) } catch {
      Issue.record("\(error)")
    }
    return String(console.results.unicodeScalars.dropFirst(before))
  }
}
