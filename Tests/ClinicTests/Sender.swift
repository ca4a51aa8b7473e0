import Conversation
import Crypto
import Exchange
import Forms
import Foundation
import Journal
import Testing
import Vault

@testable import Clinic

/// Somebody whose logs a programme takes in: keys, and logs signed with them, made by the writer that participants use.
struct Sender {
  let keys: OwnKeys
  private let names: LogNames
  private let id: String
  static let day = Day(daysSince1970: 20_777)

  /// `secret`: of the journal; two senders of one journal share it.
  init(
    secret: [UInt8] = (0..<32).map { _ in .random(in: 0...255) },
    id: String = "P" + String(Int.random(in: 1...99_999_999))
  ) throws {
    keys = try OwnKeys.random()
    names = LogNames(secret: secret)
    self.id = id
  }

  static let mood = Form(
    id: "mood", version: 2, title: "Mood", kind: .log, summary: "",
    questions: [
      Question(
        "mood", .scale(low: 0, high: 10, lowWords: "", highWords: ""), ask: "How is your mood?",
        code: Code(system: "handrail", code: "mood")),
      Question("sleep", .duration, ask: "How long did you sleep?", code: Code(system: "handrail", code: "sleep")),
      Question("note", .text, ask: "Anything else?"),
    ])
  static let thought = Form(
    id: "thought-record-7", version: 1, title: "Thought record", kind: .exercise, summary: "",
    questions: [
      Question("situation", .text, ask: "What happened?"),
      Question(
        "emotions", .choices(Choices([.init("fear", "Fear")], other: true), least: 1), ask: "What did you feel?"),
      Question(
        "strength",
        .each(
          of: "emotions",
          [Question("before", .scale(low: 0, high: 100, lowWords: "", highWords: ""), ask: "{it}: how strong?")]),
        ask: "How strong?"),
      Question("at", .dateTime, ask: "When?"), Question("looked", .yesNo, ask: "Did you look?"),
      Question("g", .group([Question("in", .list, ask: "Which?")]), ask: "Some more"),
    ])

  func entry(
    _ number: Int, _ answers: [String: Answer], form: Form = mood, revision: Int = 1, daysAgo: Int = 0
  ) throws -> SharedEntry {
    SharedEntry(whole: try plain(number, answers, form: form, revision: revision, daysAgo: daysAgo), form: form)
  }

  func withdrawn(_ number: Int, form: Form = mood, revision: Int = 2, daysAgo: Int = 0) throws -> SharedEntry {
    SharedEntry(withdrawn: try plain(number, [:], form: form, revision: revision, daysAgo: daysAgo), form: form)
  }

  /// As numbers, the day and its part only.
  func numbers(
    _ number: Int, _ answers: [String: Answer], form: Form = mood, revision: Int = 1, daysAgo: Int = 0
  ) throws -> SharedEntry {
    let entry = try plain(number, answers, form: form, revision: revision, daysAgo: daysAgo)
    return try #require(
      SharedEntry(
        entry, form: form, consent: Consent(days: Self.day.adding(days: -90)...Self.day), shared: { _ in false }))
  }

  func name(_ number: Int) throws -> String { try #require(names.name(of: try Self.ulid(number))) }

  private static func ulid(_ number: Int) throws -> ULID {
    let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    return try #require(
      ULID(
        "01KAFZ8YTRZW00402081G6"
          + String([
            letters[number / 32_768 % 32], letters[number / 1024 % 32], letters[number / 32 % 32], letters[number % 32],
          ])))
  }

  private func plain(
    _ number: Int, _ answers: [String: Answer], form: Form, revision: Int, daysAgo: Int
  ) throws -> Entry {
    Entry(
      id: try Self.ulid(number), revision: revision,
      form: FormStamp(id: form.id, version: form.version, wording: form.id), day: Self.day.adding(days: -daysAgo),
      part: .evening,
      recorded: Moment(
        milliseconds: 1_795_206_615_000 - Int64(daysAgo) * 86_400_000, offset: 3600, zone: "Europe/Dublin"),
      answers: answers)
  }

  /// A log in the open, made as many days ago.
  func log(
    _ entries: [SharedEntry], sequence: Int = 1, daysAgo: Int = 0, notice: LogManifest.Notice? = nil,
    note: String? = nil, to: [String] = []
  ) throws -> [UInt8] {
    let made = Moment(
      milliseconds: 1_795_206_615_000 - Int64(daysAgo) * 86_400_000, offset: 3600, zone: "Europe/Dublin")
    let manifest = LogManifest(
      exportId: ULID(milliseconds: made.milliseconds, random: (0..<10).map { _ in .random(in: 0...255) }).text,
      sequence: sequence, createdAt: made, app: "handrail 0.1.0",
      participant: .init(
        id: id, signingKey: keys.publicKeys.signing.text, recipient: keys.publicKeys.sealing.text),
      recipients: to, range: Self.day.adding(days: -90)...Self.day, purpose: "treatment", consentId: "c-1",
      categories: [.mood: .full, .notes: .none], notice: notice, note: note)
    return try LogFile.write(manifest, entries: entries, names: names) {
      SSHSignature(of: $0, by: keys.signing).armoured
    }
  }
}

extension ClinicSitting {
  /// A participant of that name; returns the number.
  @discardableResult
  func enroll(_ name: String, _ sender: Sender) throws -> Int64 {
    let keys = sender.keys.publicKeys
    return try store.enroll(
      name, key: PersonKey(signing: keys.signing.point, recipient: keys.sealing.text, at: 1, isCompared: true),
      Doing(by: "ab", at: clock.now().milliseconds))
  }

  /// Takes logs in as `import --unsealed` does.
  func take(_ logs: [[UInt8]]) throws {
    let taking = FileTaking(
      session: session, wishes: .init(unsealed: true), keys: try KeyDesk(session: session).keys(), passphrases: [])
    for log in logs {
      let path = "\(folder)/log-\(Int.random(in: 0..<1_000_000_000)).handrail"
      try #require(FileManager.default.createFile(atPath: path, contents: Data(log)))
      let outcome = try taking.take(.init(shown: "log", path: path, followsLink: false))
      guard case .taken = outcome else {
        Issue.record("\(outcome)")
        return
      }
      try FileManager.default.removeItem(atPath: path)
    }
  }

  /// Names of files in a folder below, sorted.
  func names(in place: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + place)) ?? []).sorted()
  }

  func bytes(_ place: String) -> [UInt8] {
    FileManager.default.contents(atPath: folder + "/" + place).map { [UInt8]($0) } ?? []
  }

  func text(_ place: String) -> String { String(decoding: bytes(place), as: UTF8.self) }
}
