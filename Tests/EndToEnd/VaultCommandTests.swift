import Glibc
import PtyDriver
import Testing

@Suite struct VaultCommandTests {
  private let light = ["--argon-passes", "2", "--argon-memory", "19"]

  @Test func `A backup is a whole journal, never over another file, and a restore keeps what it replaced`() throws {
    let place = try Place()
    try place.makeJournal()
    let backup = place.root + "/backup"
    #expect(try place.run(["mood", "6"]).code == 0)
    #expect(try place.run(["vault", "backup", backup]).code == 0)
    #expect(try place.run(["vault", "backup", backup]).code == 73)
    #expect(try place.run(["vault", "backup", "/nonexistent/backup"]).code == 73)
    #expect(try place.run(["mood", "7"]).code == 0)

    mkdir(place.root + "/elsewhere", 0o700)
    try place.write(Bytes.at(backup), to: place.root + "/elsewhere/vault")
    let elsewhere = try place.run(["review", "--home", place.root + "/elsewhere"])
    #expect(elsewhere.code == 0 && elsewhere.out.contains("6 of 10") && elsewhere.out.contains("1 entry."))

    let before = Bytes.at(place.vault)
    try place.write("another passphrase\n", to: place.root + "/wrong")
    #expect(try place.run(["vault", "restore", backup, "--passphrase-file", place.root + "/wrong"]).code == 77)
    #expect(try place.run(["vault", "restore", place.passphraseFile]).code == 65)
    #expect(try place.run(["vault", "restore", "/nonexistent"]).code == 66)
    #expect(Bytes.at(place.vault) == before)
    #expect(try place.run(["vault", "restore", backup]).code == 0)
    let restored = try place.run(["review"])
    #expect(restored.out.contains("6 of 10") && restored.out.contains("1 entry."))
    let kept = Tree.names(in: place.journal).filter { $0.contains(".replaced-") }
    #expect(kept.contains { Bytes.at(place.journal + "/" + $0) == before })
  }

  @Test func `After a change of the passphrase the old one and every older copy in the folder are gone`() throws {
    let place = try Place()
    try place.makeJournal()
    #expect(try place.run(["mood", "6"]).code == 0)
    let new = place.root + "/new"
    try place.write("harbour quilt violin dune\n", to: new)
    #expect(try place.run(["vault", "passphrase", "--new-passphrase-file", new] + light).code == 0)
    #expect(try place.run(["review"]).code == 77)
    #expect(try place.run(["review", "--passphrase-file", new]).out.contains("6 of 10"))
    #expect(Tree.names(in: place.journal) == ["settings", "vault", "vault.header", "vault.lock"])
  }

  @Test func `A new passphrase is typed twice, and crisis works there too`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    try session.command("vault passphrase --argon-passes 2 --argon-memory 19")
    try session.expect("Passphrase (Enter")
    try session.enter("crisis")
    try session.expect("In danger now? Call 911.")
    try session.expect("Passphrase (Enter")
    try session.enter("harbour quilt violin dune")
    try session.expect("Once more: ")
    try session.enter("harbour quilt violin")
    try session.expect("The two were not the same.")
    try session.expect("Passphrase (Enter")
    try session.enter("harbour quilt violin dune")
    try session.expect("Once more: ")
    try session.enter("harbour quilt violin dune")
    try session.expect("The passphrase is changed.")
    try session.command("lock")
    try session.expect("Passphrase: ")
    try session.enter(Place.passphrase)
    try session.expect("did not open the journal")
    try session.expect("Passphrase: ")
    try session.enter("harbour quilt violin dune")
    try session.expect("Your journal is open.")
    #expect(!session.text.contains("harbour quilt"))
  }

  @Test func `Recovery words open the journal at the prompt, four letters each, until they are remade`() throws {
    let place = try Place()
    let made = try place.run(["vault", "init", "--recovery", "--region", "US"] + light)
    #expect(made.code == 0)
    let first = Self.words(in: made.out)
    #expect(Set(first.map { $0.prefix(4) }).count == 12)
    #expect(try place.run(["mood", "6"]).code == 0)

    let session = try place.start()
    try session.expect("Passphrase: ")
    try session.enter("words")
    try session.expect("Words: ")
    try session.enter("twelve words that are not those")
    try session.expect("did not open the journal")
    try session.expect("Passphrase: ")
    try session.enter("words")
    try session.expect("Words: ")
    try session.enter(first.map { String($0.prefix(4)) }.joined(separator: " "))
    try session.expect("Your journal is open.")
    try session.command("review")
    try session.expect("6 of 10")
    #expect(try session.quit() == .status(0))
    #expect(!session.text.contains(first[0] + " " + first[1]))

    let second = Self.words(in: try place.run(["vault", "recovery"]).out)
    #expect(second.count == 12 && second != first)
    #expect(try Self.opens(place, second))
    #expect(try !Self.opens(place, first))
    #expect(try place.run(["vault", "recovery", "--remove"]).code == 0)
    #expect(try !Self.opens(place, second))
    #expect(try place.run(["review"]).out.contains("6 of 10"))
  }

  @Test func `Erasing needs the typed yes, and leaves no file of the journal`() throws {
    let place = try Place()
    try place.makeJournal()
    #expect(try place.run(["mood", "6"]).code == 0)
    let whole = Bytes.at(place.vault)
    for answer in ["", "\n", "no\n", "ja\n", "y\n"] {
      _ = try place.run(["vault", "erase"], input: answer)
      #expect(Bytes.at(place.vault) == whole)
    }
    let erased = try place.run(["vault", "erase"], input: "yes\n")
    #expect(erased.code == 0)
    #expect(Tree.files(in: place.home) == [place.journal + "/settings"])
    #expect(try place.run(["vault", "erase"], input: "yes\n").code == 66)
    try place.makeJournal()
    #expect(try place.run(["review"]).out == "Nothing is in your journal yet.\n")
  }

  @Test func `A look at the file tells what it is without the passphrase, and a check reads all of it`() throws {
    let place = try Place()
    try place.makeJournal()
    for mood in 1...5 { #expect(try place.run(["mood", "\(mood)"]).code == 0) }
    let none: [String: String?] = ["HANDRAIL_PASSPHRASE_FILE": nil]
    let info = try place.run(["vault", "info"], adding: none)
    #expect(info.code == 0 && info.out.contains("version 1") && info.out.contains("2 passes, 19 MiB"))
    let check = try place.run(["vault", "check"])
    #expect(check.code == 0)
    #expect(check.out.firstMatch(of: #/^All \d+ records are whole/#) != nil)
    #expect(try place.run(["vault", "init"]).code == 73)
    var info2 = stat()
    for name in Tree.names(in: place.journal) {
      #expect(stat(place.journal + "/" + name, &info2) == 0 && info2.st_mode & 0o777 == 0o600, "\(name)")
    }
    #expect(stat(place.journal, &info2) == 0 && info2.st_mode & 0o777 == 0o700)
  }

  /// The words that a table of `1 nudge   2 onion` shows.
  private static func words(in text: String) -> [String] {
    text.matches(of: #/(\d+) ([a-z]+)(?=\s)/#).map { String($0.output.2) }
  }

  private static func opens(_ place: Place, _ words: [String]) throws -> Bool {
    let session = try place.start("review")
    try session.expect("Passphrase: ")
    try session.enter("words")
    try session.expect("Words: ")
    try session.enter(words.joined(separator: " "))
    try session.expect("Opening…")
    do {
      try session.expect("6 of 10", within: 3)
      return true
    } catch {
      return false
    }
  }
}
