import Crypto
import Glibc
import JSON
import PtyDriver
import Testing

/// Journals that the program kept, read by the independent reader in Python.
@Suite struct ReaderTests {
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")
  private static let python = root + "/.build/vault-reader/bin/python3"
  private static let light = ["--argon-passes", "2", "--argon-memory", "19"]

  /// Runs the reader on one file; the line it says, and its exit code.
  private func read(_ place: Place, _ arguments: [String]) throws -> (code: Int32, said: JSON) {
    try #require(access(Self.python, X_OK) == 0, "`make test-packages` sets up the reader's Python.")
    let script = Self.root + "/Tests/VaultReader/handrail_reader.py"
    let outcome = try place.run(["-B", script] + arguments, program: Self.python)
    return (outcome.code, try JSON(reading: Array(outcome.out.utf8), limits: JSONLimits(bytes: 32 << 20)))
  }

  private static let entries = """
    SELECT r.revision, r.status, date(r.day * 86400, 'unixepoch'),
      strftime('%Y-%m-%dT%H:%M:%SZ', r.recorded / 1000, 'unixepoch'), r.answers, e.form, e.revision = r.revision
    FROM entry e JOIN revision r ON r.entry = e.n ORDER BY e.day DESC, e.n DESC, r.revision
    """

  /// The entries that the reader finds, as `review --json` tells them, and how many revisions there are in all.
  private func entries(_ said: JSON) throws -> (now: [JSON], revisions: Int) {
    let rows = try #require(said["rows"]?.array).compactMap(\.array)
    let now = try rows.filter { $0[6] == 1 && $0[1] == "final" }.map { row -> JSON in
      let answers = try JSON(reading: Array(try #require(row[4].string).utf8), limits: JSONLimits(bytes: 1 << 20))
      return [
        "revision": row[0], "effectiveDate": row[2], "recordedAt": row[3], "answers": answers, "form": row[5],
      ]
    }
    return (now, rows.count)
  }

  private func reviewed(_ place: Place) throws -> [JSON] {
    let review = try place.run(["review", "--json"])
    let document = try JSON(reading: Array(review.out.utf8), limits: JSONLimits(bytes: 32 << 20))
    return try #require(document["entries"]?.array).map { entry in
      [
        "revision": entry["revision"] ?? nil, "effectiveDate": entry["effectiveDate"] ?? nil,
        "recordedAt": entry["recordedAt"] ?? nil, "answers": entry["answers"] ?? nil,
        "form": entry["form"]?["id"] ?? nil,
      ]
    }
  }

  @Test func `Another program finds every entry and revision, with the passphrase and with the words`() throws {
    let place = try Place()
    let made = try place.run(["vault", "init", "--recovery", "--region", "US"] + Self.light)
    #expect(made.code == 0)
    let words = made.out.matches(of: #/(\d+) ([a-z]+)(?=\s)/#).map { String($0.output.2) }
    try place.write(words.joined(separator: " ") + "\n", to: place.root + "/words")
    try place.write(WordList.words.joined(separator: "\n") + "\n", to: place.root + "/list")
    let byPassphrase = ["--passphrase", place.passphraseFile]
    let byWords = ["--words", place.root + "/words", "--word-list", place.root + "/list"]
    let query = ["--query", Self.entries, place.vault]

    for (mood, note) in [(6, "slept badly, \"group\" was good 🙂"), (3, "läuft nicht"), (9, "fine")] {
      #expect(try place.run(["mood", "\(mood)", "--note", "--day", "2020-01-0\(mood)"], input: note).code == 0)
    }
    for arguments in [["delete", "last"], ["undo"], ["mood", "5"], ["delete", "last"]] {
      #expect(try place.run(arguments).code == 0)
    }
    let first = try read(place, byPassphrase + query)
    #expect(first.code == 0 && first.said["cleanClose"] == true && first.said["integrity"] == "ok")
    let other = try read(place, byWords + query)
    #expect(other.code == 0 && other.said["databaseHash"] == first.said["databaseHash"])
    let found = try entries(first.said)
    #expect(try found.now == reviewed(place))
    #expect(found.now.count == 3 && found.revisions == 7, "\(found.revisions) revisions of \(found.now)")

    // Long notes until the file is written anew, then a new passphrase without words.
    let long = String(repeating: "a long line about the river. ", count: 10_000)
    var runs = 0
    while !Tree.names(in: place.journal).contains("vault.bak"), runs < 40 {
      runs += 1
      #expect(try place.run(["mood", "4", "--note"], input: long + "\(runs)").code == 0)
    }
    let rewritten = try read(place, byWords + query)
    #expect(rewritten.code == 0 && rewritten.said["fileID"] != first.said["fileID"])
    #expect(rewritten.said["vaultID"] == first.said["vaultID"])
    #expect(try entries(rewritten.said).now == reviewed(place))
    #expect(try read(place, byPassphrase + [place.journal + "/vault.bak"]).code == 0)

    let new = place.root + "/new"
    try place.write("harbour quilt violin dune\n", to: new)
    #expect(try place.run(["vault", "passphrase", "--new-passphrase-file", new] + Self.light).code == 0)
    #expect(try read(place, byPassphrase + query).code == 3)
    #expect(try read(place, byWords + query).code == 3)
    let last = try read(place, ["--passphrase", new] + query)
    #expect(last.code == 0 && last.said["rows"] == rewritten.said["rows"])
  }

  @Test func `Another program finds the same damage, the same cut and the same copy of the header`() throws {
    let place = try Place()
    try place.makeJournal()
    for mood in 1...3 { #expect(try place.run(["mood", "\(mood)"]).code == 0) }
    let whole = Bytes.at(place.vault)
    let bak = ["--passphrase", place.passphraseFile, place.root + "/changed/vault"]
    mkdir(place.root + "/changed", 0o700)

    // A flip in a record that others follow.
    var changed = whole
    changed[whole.count / 2] ^= 4
    try place.write(changed, to: place.root + "/changed/vault")
    let damaged = try read(place, bak)
    let refused = try place.run(["review", "--home", place.root + "/changed"])
    #expect(damaged.code == 7 && damaged.said["verdict"] == "damaged" && refused.code == 65)
    let record = try #require(damaged.said["record"]?.integer)
    #expect(refused.err.contains("\(record)"), "\(refused.err)")

    // A save that was cut off: read first, since opening it sets the bytes aside.
    try place.write(Array(whole.dropLast(5000)), to: place.root + "/changed/vault")
    let torn = try read(place, bak)
    #expect(torn.code == 8 && torn.said["verdict"] == "torn")
    let opened = try place.run(["review", "--home", place.root + "/changed"])
    #expect(opened.code == 0)
    #expect(Bytes.at(place.root + "/changed/vault").count == torn.said["offset"]?.integer)
    #expect(try read(place, bak).code == 0)

    // A header that is gone, with its copy beside and without.
    changed = whole
    for offset in 0..<4096 { changed[offset] = 0 }
    try place.write(changed, to: place.root + "/changed/vault")
    try place.write(Array(whole[..<4096]), to: place.root + "/changed/vault.header")
    let copied = try read(place, bak)
    #expect(copied.code == 0 && copied.said["headerFromCopy"] == true)
    unlink(place.root + "/changed/vault.header")
    #expect(try read(place, bak).code == 4)
    changed = whole
    changed[1000] = 1
    try place.write(changed, to: place.root + "/changed/vault")
    #expect(try read(place, bak).code == 6)
  }
}
