import Crypto
import Glibc
import PtyDriver
import Testing

@Suite struct TroubleTests {
  @Test func `Files that are no journal, damaged or newer are refused and left as they are`() throws {
    let place = try Place()
    try place.makeJournal()
    let whole = Bytes.at(place.vault)
    var cut = whole
    cut[8000] ^= 1
    var newer = whole
    newer.replaceSubrange(8..<12, with: [2, 0, 2, 0])
    newer.replaceSubrange(4032..<4064, with: try BLAKE2b.hash(Array(newer[..<4032])))
    let files: [(name: String, bytes: [UInt8], code: Int32, words: String)] = [
      ("empty", [], 65, "not a Handrail journal"), ("text", Array("dear diary\n".utf8), 65, "not a Handrail journal"),
      ("a changed byte", cut, 65, "damaged at record 0"), ("newer", newer, 69, "A newer version of Handrail"),
    ]
    for file in files {
      try place.write(file.bytes, to: place.vault)
      try place.write(file.bytes.prefix(4096) + [], to: place.vault + ".header")
      for arguments in [["mood", "6"], ["review"], ["vault", "check"]] {
        let refused = try place.run(arguments)
        #expect(refused.code == file.code && refused.said.contains(file.words), "\(file.name): \(refused)")
        #expect(refused.out == "")
      }
      #expect(Bytes.at(place.vault) == file.bytes, "\(file.name)")
    }
  }

  @Test func `A save that was cut off is set aside and told, and everything before it is there`() throws {
    let place = try Place()
    try place.makeJournal()
    #expect(try place.run(["mood", "6"]).code == 0)
    let torn = Bytes.at(place.vault) + Array("HRC1".utf8) + [UInt8](repeating: 7, count: 3000)
    try place.write(torn, to: place.vault)
    let review = try place.run(["review"])
    #expect(review.code == 0 && review.out.contains("6 of 10"))
    #expect(review.said.contains("The last save was cut off. Everything before it is here; the rest is set aside in"))
    #expect(try place.run(["vault", "check"]).code == 0)
  }

  @Test func `A journal that is open elsewhere is not opened twice`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    let second = try place.run(["mood", "6"])
    #expect(second.code == 75)
    #expect(second.said.contains("open in another window (process \(session.processID), since "))
    #expect(try place.run(["crisis"]).code == 0)
    try session.command("lock")
    try session.expect("Locked.")
    #expect(try place.run(["mood", "6"]).code == 0)
  }

  @Test(.enabled(if: OwnMounts.work)) func `A read-only home can be read, and new things are refused with 73`() throws {
    let place = try Place()
    let script = """
      \(OwnMounts.make(place, size: "4m"))
      "$0" vault init --argon-passes 2 --argon-memory 19 --region US && "$0" mood 6 || exit 90
      mount -o remount,ro "$HOME" || exit 91
      "$0" review || exit 92
      "$0" crisis
      "$0" mood 7; first=$?; "$0" vault init --home "$HOME/other"; second=$?
      "$0" settings region IE; echo $first $second $?
      """
    let outcome = try OwnMounts.run(script, in: place)
    #expect(outcome.code == 0)
    #expect(outcome.out.contains("6 of 10"))
    #expect(outcome.out.contains("In danger now? Call 911.\n"))
    #expect(outcome.out.hasSuffix("73 73 73\n"), "\(outcome)")
    #expect(outcome.said.contains("The journal can be read but not written here"))
  }

  @Test(.enabled(if: OwnMounts.work)) func `On a full disk a command says 74 and keeps what was there`() throws {
    let place = try Place()
    let script = """
      \(OwnMounts.make(place, size: "1m"))
      "$0" vault init --argon-passes 2 --argon-memory 19 --region US && "$0" mood 6 || exit 90
      dd if=/dev/zero of="$HOME/full" bs=4096 2>/dev/null
      "$0" mood 7; code=$?
      "$0" review || exit 91
      rm "$HOME/full"
      "$0" mood 8 && "$0" vault check && "$0" review; echo $code $?
      """
    let outcome = try OwnMounts.run(script, in: place)
    #expect(outcome.said.contains("The disk is full"), "\(outcome)")
    #expect(outcome.out.hasSuffix("2 entries. `review` and its four letters show one.\n74 0\n"), "\(outcome)")
    #expect(!outcome.out.contains("7 of 10"))
  }

  @Test(.enabled(if: OwnMounts.work)) func `On a full disk an answer stays on the screen until there is room`() throws {
    let place = try Place()
    let script = """
      \(OwnMounts.make(place, size: "1m"))
      "$0" vault init --argon-passes 2 --argon-memory 19 --region US --passphrase-file '\(place.passphraseFile)'
      (read -r line < '\(place.root)/full'; dd if=/dev/zero of="$HOME/full" bs=4096 2>/dev/null
       echo > '\(place.root)/done'
       read -r line < '\(place.root)/free'; rm "$HOME/full"; echo > '\(place.root)/done') &
      exec "$0"
      """
    for name in ["full", "free", "done"] { mkfifo("\(place.root)/\(name)", 0o600) }
    let session = try PtySession(
      OwnMounts.unshare, ["-rm", "/bin/sh", "-c", script, Place.program], environment: place.environment, rows: 50)
    try session.expect("Passphrase: ")
    try session.enter(Place.passphrase)
    try session.command("thought --five")
    try session.answer("What happened?", "The bus was late.")
    try session.expect("> ")
    try OwnMounts.tell(place, "full")
    try session.enter("The driver shouted.")
    try session.expect("The disk is full")
    try session.answer("Try again", "1")
    try session.expect("The disk is full")
    try session.expect("Try again")
    try session.expect("> ")
    try OwnMounts.tell(place, "free")
    try session.enter("1")
    try session.command("")
    try session.answer("What did you feel?", "sad")
    try session.command("pause")
    try session.command("resume")
    try session.expect("The bus was late.\n")
    try session.expect("The driver shouted.\n")
  }

  @Test func `Results that a full disk does not take are told with 74, a reader that left is not`() throws {
    let place = try Place()
    try place.makeJournal()
    #expect(try place.run(["mood", "6"]).code == 0)
    let script = """
      "$0" review --json > /dev/full; first=$?
      echo review | "$0" > /dev/full; second=$?
      "$0" help all | true
      echo $first $second ${PIPESTATUS[0]}
      """
    let outcome = try place.run(["-c", script, Place.program], program: "/bin/bash")
    #expect(outcome.out == "74 74 0\n")
    #expect(outcome.said.contains("The results could not be written"))
  }

  @Test func `A wrong passphrase costs a moment, three of them the command`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.start("review")
    for _ in 1...3 {
      try session.expect("Passphrase: ")
      try session.enter("not the passphrase")
      try session.expect("did not open the journal")
    }
    #expect(try session.waitForExit() == .status(77))
    #expect(!session.text.contains("not the passphrase"))
  }
}

extension TroubleTests {
  @Test func `A first start beside what is left of a journal says so before anything is asked`() throws {
    let place = try Place()
    try place.makeJournal()
    #expect(try place.run(["mood", "6"]).code == 0)
    rename(place.vault, place.vault + ".bak")
    let refused = try place.run(["mood", "6"])
    #expect(refused.code == 66 && refused.said.contains("vault.bak"), "\(refused)")
    let session = try place.start()
    try session.answer("3  Start my private journal", "3")
    try session.expect("vault.bak")
    #expect(!session.text.contains("Your passphrase"))
  }
}
