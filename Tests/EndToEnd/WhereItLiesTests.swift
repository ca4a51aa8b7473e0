import Glibc
import PtyDriver
import Testing

@Suite struct WhereItLiesTests {
  private let light = ["--argon-passes", "2", "--argon-memory", "19", "--region", "US"]

  @Test func `A path with spaces, accents and 200 characters is a place like any other`() throws {
    let place = try Place()
    let name = "Zoë's «very private» journal, 日記 \" $HOME "
    let home = place.root + "/" + name + String(repeating: "é", count: 200 - name.count - 80) + "/notes of mine"
    let given: [String: String?] = ["HANDRAIL_HOME": home]
    #expect(try place.run(["vault", "init"] + light, adding: given).code == 0)
    #expect(try place.run(["mood", "6"], adding: given).code == 0)
    #expect(try place.run(["vault", "backup", home + "/a backup"], adding: given).code == 0)
    #expect(try place.run(["vault", "restore", home + "/a backup"], adding: given).code == 0)
    #expect(try place.run(["vault", "salvage", home + "/a salvage"], adding: given).out.contains("1 entry."))
    #expect(try place.run(["review", "--home", home + "/a salvage"]).out.contains("6 of 10"))
    #expect(try place.run(["vault", "check"], adding: given).code == 0)
    #expect(Tree.files(in: place.home) == [])
  }

  @Test func `The folder may be a link; the journal's file may not, and is never replaced as one`() throws {
    let place = try Place()
    try place.makeJournal()
    let real = place.root + "/elsewhere"
    rename(place.journal, real)
    symlink(real, place.journal)
    #expect(try place.run(["mood", "6"]).code == 0)
    let key = ["--new-passphrase-file", place.passphraseFile]
    #expect(try place.run(["vault", "passphrase"] + key + light.prefix(4)).code == 0)
    #expect(try place.run(["review", "--home", real]).out.contains("6 of 10"))

    rename(real + "/vault", place.root + "/file")
    let before = Bytes.at(place.root + "/file")
    for target in [place.root + "/file", place.root + "/nowhere"] {
      unlink(real + "/vault")
      symlink(target, real + "/vault")
      for arguments in [["mood", "6"], ["review"], ["vault", "info"], ["vault", "init"] + light] {
        let refused = try place.run(arguments)
        #expect(refused.code == (arguments.contains("init") ? 73 : 65), "\(refused)")
      }
      let session = try place.start()
      try session.expect("only a link to another place")
      try session.expect("> ")
      var info = stat()
      #expect(lstat(real + "/vault", &info) == 0 && info.st_mode & S_IFMT == S_IFLNK)
    }
    #expect(Bytes.same(place.root + "/file", before))
  }

  @Test func `A folder or file that others can reach is told, and closed with a yes`() throws {
    let place = try Place()
    try place.makeJournal()
    chmod(place.journal, 0o755)
    chmod(place.vault, 0o644)
    let said = "Other people on this computer can reach"
    let once = try place.run(["review"])
    #expect(once.code == 0 && once.said.contains(said) && once.said.contains("chmod -R go= \(place.journal)"))
    let declining = try place.open()
    try declining.expect("Enter is yes): ")
    try declining.enter("no")
    try declining.expect("You will not be asked again.")
    #expect(try declining.quit() == .status(0))
    let quiet = try place.open()
    #expect(try quiet.quit() == .status(0))
    #expect(!quiet.text.contains(said))

    let other = try Place()
    try other.makeJournal()
    chmod(other.journal, 0o750)
    chmod(other.vault, 0o666)
    let mending = try other.open()
    try mending.expect(said)
    try mending.expect("Enter is yes): ")
    try mending.enter("")
    try mending.expect("Only you can reach it now.")
    #expect(try mending.quit() == .status(0))
    var info = stat()
    #expect(stat(other.journal, &info) == 0 && info.st_mode & 0o777 == 0o700)
    #expect(stat(other.vault, &info) == 0 && info.st_mode & 0o777 == 0o600)
    #expect(try !other.run(["review"]).said.contains(said))
  }

  @Test(.enabled(if: geteuid() == 0))
  func `Another user's journal is not opened by the administrator, nor taken for none by someone who may not look`()
    throws
  {
    let place = try Place()
    try place.makeJournal()
    let before = Bytes.at(place.vault)
    chown(place.vault, 12345, 12345)
    for arguments in [["mood", "6"], ["vault", "check"]] {
      let refused = try place.run(arguments)
      #expect(refused.code == 77 && refused.said.contains("belongs to another user of this computer"), "\(refused)")
    }
    chown(place.vault, 0, 0)

    let someone = place.root + "/handrail"
    try place.write(Bytes.at(Place.program), to: someone)
    for path in [place.root, place.home, place.home + "/.local", place.home + "/.local/share", someone] {
      chmod(path, 0o755)
    }
    chown(place.passphraseFile, 12345, 12345)
    let as12345 = ["--reuid=12345", "--regid=12345", "--clear-groups", someone, "review"]
    for mode in [mode_t(0o755), 0o700] {
      chmod(place.journal, mode)
      let refused = try place.run(as12345, program: "/usr/bin/setpriv")
      #expect(refused.code == 77 && refused.said.contains("This user may not read the journal there."), "\(refused)")
    }
    #expect(Bytes.same(place.vault, before))
  }

  @Test func `A limit on the size of files is a full disk, not the end of the program`() throws {
    let place = try Place()
    try place.makeJournal()
    #expect(try place.run(["mood", "6"]).code == 0)
    let before = Bytes.at(place.vault)
    let blocks = before.count / 512 + 8
    let outcome = try place.run(
      ["-c", "ulimit -f \(blocks); exec \"$0\" mood 7", Place.program], program: "/bin/sh")
    #expect(outcome.code == 74 && outcome.said.contains("The disk is full. Nothing new was saved."), "\(outcome)")
    #expect(Bytes.at(place.vault).starts(with: before))
    #expect(try place.run(["mood", "8"]).code == 0)
    let review = try place.run(["review"])
    #expect(review.out.contains("8 of 10") && !review.out.contains("7 of 10"))
  }

  @Test func `A lock that a killed session left is no obstacle`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    #expect(Bytes.text(Bytes.at(place.journal + "/vault.lock")) == "\(session.processID)\n")
    session.signal(SIGKILL)
    #expect(try session.waitForExit() == .signal(SIGKILL))
    #expect(Bytes.text(Bytes.at(place.journal + "/vault.lock")) == "\(session.processID)\n")
    #expect(try place.run(["mood", "6"]).code == 0)
    #expect(try place.run(["review"]).out.contains("6 of 10"))
  }
}
