import Crypto
import Exchange
import Forms
import Journal
import Vault

/// Made-up people who share a week of 22 entries at a time: two moods a day, four skills, two thought records, a piece of
/// homework and a check-in. The same number gives the same person.
struct WeeklyLogs {
  /// Where the programme's files are sealed to.
  let programme: AgeRecipient
  static let perWeek = 22
  /// Monday, 2025-01-06.
  private static let start = Day(daysSince1970: 20_094)

  static func keys(_ person: Int) throws -> OwnKeys {
    func secret(_ word: String) throws -> SecretBytes {
      try SecretBytes(copying: SHA256.hash(Array("\(word) \(person)".utf8)))
    }
    return OwnKeys(
      signing: try SigningKey(seed: try secret("sign")), identity: AgeIdentity(secret: try secret("open")))
  }

  static func id(_ person: Int) -> String {
    ULID.base32(Array(SHA256.hash(Array("id \(person)".utf8)).prefix(16)), length: 26)
  }

  /// The log of a week, counted from 0: its own bytes.
  func log(_ person: Int, week: Int) throws -> [UInt8] {
    let keys = try Self.keys(person)
    let first = Self.start.adding(days: 7 * week)
    let made = moment(first.adding(days: 6), hour: 21)
    let manifest = LogManifest(
      exportId: id(person, week, 99, made).text, sequence: week + 1, createdAt: made, app: "ClinicBench",
      participant: .init(
        id: Self.id(person), signingKey: keys.publicKeys.signing.text, recipient: keys.publicKeys.sealing.text),
      recipients: [programme.text], range: first...first.adding(days: 6), purpose: "A session",
      consentId: Self.id(person), categories: [.mood: .full, .thoughts: .full, .measures: .full])
    return try LogFile.write(
      manifest, entries: entries(person, week), names: LogNames(secret: SHA256.hash(Array("names \(person)".utf8)))
    ) { SSHSignature(of: $0, by: keys.signing).armoured }
  }

  func sealed(_ log: [UInt8]) throws -> [UInt8] {
    let out = BytesOutput()
    try AgeWriter(.recipients([programme])).seal(BytesInput(log), into: out)
    return out.bytes
  }

  private func entries(_ person: Int, _ week: Int) -> [SharedEntry] {
    let first = Self.start.adding(days: 7 * week)
    return (0..<Self.perWeek).map { place in
      let day = first.adding(days: place % 7)
      let salt = person * 31 + week * 7 + place * 3
      let (form, answers): (Form, [String: Answer]) =
        switch place {
        case 0..<7: (BenchForms.mood, BenchForms.day(salt))
        case 7..<14: (BenchForms.mood, ["mood": .number(Double(salt % 11))])
        case 14..<18: (BenchForms.skill, BenchForms.tried(salt))
        case 18..<20: (BenchForms.thought, BenchForms.caught(salt))
        case 20: (BenchForms.homework, ["what": .text("Paced breathing, twice a day"), "often": .text("few")])
        default: (BenchForms.checkIn, BenchForms.week(salt))
        }
      let at = moment(day, hour: 8 + place % 12)
      return SharedEntry(
        whole: Entry(
          id: id(person, week, place, at), form: Wordings.stamp(of: form), day: day, part: at.part, recorded: at,
          answers: answers), form: form)
    }
  }

  private func id(_ person: Int, _ week: Int, _ place: Int, _ at: Moment) -> ULID {
    ULID(
      milliseconds: at.milliseconds, random: Array(SHA256.hash(Array("\(person) \(week) \(place)".utf8)).prefix(10)))
  }

  private func moment(_ day: Day, hour: Int) -> Moment {
    Moment(milliseconds: Int64(day.daysSince1970 * 86_400 + hour * 3600) * 1000, offset: 0, zone: "UTC")
  }
}
