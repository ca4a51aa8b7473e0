import Crypto
import Forms
import GRDB
import Journal
import Vault

/// One answer of a half-filled form, stored over and over: in a vault through the journal, and in plain SQLite with the
/// same tables, in turns.
struct AnswerCommits {
  let folder: String

  func run(rounds: Int) throws -> (vault: Timing, plain: Timing) {
    let passphrase = try SecretBytes(copying: Array("correct horse battery staple".utf8))
    let (vault, _) = try OpenVault.create(
      in: VaultFolder(path: folder + "/answers"), passphrase: passphrase, kdf: KDFSettings(passes: 2, memoryMiB: 19))
    defer { vault.close() }
    try vault.migrate(Schema.migrator)
    let plain = try plainDatabase()
    let journal = JournalStore(vault)
    var draft = draft(revised: 0)
    try journal.keep(draft, form: form)
    try copy(try rows(of: vault), to: plain)

    var (inVault, inPlain) = (Timing(), Timing())
    for round in 1...rounds {
      draft = self.draft(revised: round)
      try inVault.measure { try journal.keep(draft, form: form) }
      // What the vault now holds is stored in plain SQLite too; reading it back is not timed.
      let row = try rows(of: vault)[0]
      try inPlain.measure {
        try plain.write { database in
          try database.execute(
            sql: "UPDATE draft SET walk = ?, updated = ?, day = ? WHERE id = ?",
            arguments: [row["walk"], row["updated"], row["day"], row["id"]])
        }
      }
      // Between commands, as the shell does it.
      try vault.compactIfNeeded()
    }
    return (inVault, inPlain)
  }

  private func plainDatabase() throws -> DatabaseQueue {
    let plain = try PlainSide.open(folder + "/answers.sqlite")
    try Schema.migrator.migrate(plain)
    return plain
  }

  private func rows(of vault: OpenVault) throws -> [Row] {
    try vault.database.read { try Row.fetchAll($0, sql: "SELECT * FROM draft") }
  }

  private func copy(_ rows: [Row], to plain: DatabaseQueue) throws {
    try plain.write { database in
      for row in rows {
        try database.execute(
          sql: "INSERT INTO wording VALUES (?, ?, 1, '')", arguments: [row["wording"], row["form"]])
        let marks = row.map { _ in "?" }.joined(separator: ", ")
        try database.execute(
          sql: "INSERT INTO draft VALUES (\(marks))", arguments: StatementArguments(row.databaseValues))
      }
    }
  }

  private let form = Form(
    id: "check", version: 1, title: "Check", kind: .log, summary: "",
    questions: (1...6).map { Question("q\($0)", .text, ask: "What went through your mind?") })

  /// Three answers given, and a line of the fourth that is another one each time.
  private func draft(revised round: Int) -> Draft {
    var walk = Walk(form)
    for number in 1...3 {
      let words = "Answer \(number): they looked away, and I thought it was about me. It went on for a while."
      walk.answer(.text(words), in: form)
    }
    walk.lines = ["Line \(round): a walk by the river helped, and then the kitchen, and the radio."]
    let moment = Moment(milliseconds: 1_750_000_000_000 + Int64(round), offset: 0, zone: "UTC")
    let id = ULID(milliseconds: 1_750_000_000_000, random: [UInt8](repeating: 1, count: 10))
    return Draft(id: id, walk: walk, day: Day(daysSince1970: 20_000), started: moment, updated: moment)
  }
}
