import Glibc
import PtyDriver
import Testing

@Suite struct RefusedSaveTests {
  @Test(arguments: ["removed", "cut short", "replaced", "folder gone"])
  func `A journal changed underneath is not written to, and what was typed is saved elsewhere`(trouble: String) throws {
    let place = try Place()
    try place.makeJournal()
    #expect(try place.run(["mood", "5"]).code == 0)
    let stick = place.root + "/stick"
    mkdir(stick, 0o700)
    let session = try place.open()
    try session.command("mood 6 kept on the disk")
    try session.expect("Saved.")
    switch trouble {
    case "removed": unlink(place.vault)
    case "cut short": truncate(place.vault, 20_480)
    case "replaced":
      try place.write(Bytes.at(place.vault).dropLast(4096) + [], to: place.vault + ".other")
      rename(place.vault + ".other", place.vault)
    default: rename(place.journal, place.root + "/moved")
    }
    let left = Bytes.at(place.vault)
    try session.command("mood 7 typed when it was gone")
    try session.expect("Another program changed, moved or removed the journal file while it was open.")
    try session.expect("It is still here")
    try session.answer("3  Leave it unsaved", "1")
    try session.answer("3  Leave it unsaved", "2")
    try session.expect("Folder: ")
    try session.enter(stick)
    try session.expect("Saved.")
    try session.expect("You now work in \(stick)/handrail")
    try session.command("I would like to say something")
    try session.expect("I have kept that.")
    try session.command("menu")
    #expect(try session.quit() == .status(0))
    #expect(session.unseen.contains("Your journal is in \(stick)/handrail."))
    #expect(Bytes.same(place.vault, left))
    let there = try place.run(["review", "--home", stick + "/handrail"])
    #expect(there.code == 0 && there.out.contains("3 entries."), "\(there)")
    #expect(there.out.contains("typed when it was gone") || there.out.contains("7 of 10"))
    #expect(try place.run(["resume", "--home", stick + "/handrail"]).said.contains("something"))
    #expect(try place.run(["vault", "check", "--home", stick + "/handrail"]).code == 0)
    // And back, once the old place works again.
    #expect(try place.run(["vault", "restore", stick + "/handrail"]).code == 0)
    #expect(try place.run(["review"]).out.contains("3 entries."))
  }

  @Test func `Left unsaved, a journal that was replaced stays as it was put there`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    let other = Bytes.at(place.vault)
    try session.command("mood 6")
    try session.expect("Saved.")
    try place.write(other, to: place.vault + ".other")
    rename(place.vault + ".other", place.vault)
    try session.command("mood 7")
    try session.answer("3  Leave it unsaved", "3")
    try session.expect("That was left unsaved.")
    try session.command("quit")
    try session.answer("3  Leave without it", "3")
    #expect(try session.waitForExit() == .status(0))
    #expect(Bytes.same(place.vault, other))
  }

  @Test func `A single command in a window asks too, and its journal goes on elsewhere`() throws {
    let place = try Place()
    try place.makeJournal()
    #expect(try place.run(["mood", "5"]).code == 0)
    // Room for a copy written anew, but not for another record at the end.
    let blocks = Bytes.at(place.vault).count / 512 + 8
    let script = "ulimit -f \(blocks); exec \"$0\" mood 6 --passphrase-file '\(place.passphraseFile)'"
    let session = try PtySession(
      "/bin/sh", ["-c", script, Place.program], environment: place.environment, columns: 40, rows: 30)
    try session.expect("The disk is full.")
    try session.answer("Leave it unsaved", "2")
    try session.expect("Folder: ")
    try session.enter(place.root + "/new")
    #expect(try session.waitForExit() == .status(0))
    #expect(try place.run(["review", "--home", place.root + "/new"]).out.contains("2 entries."))
    #expect(try place.run(["review"]).out.contains("1 entry."))
  }

  @Test func `Whoever leaves after the journal's folder is gone is told, and can save all of it elsewhere`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    try session.command("mood 6")
    try session.expect("Saved.")
    Tree.remove(place.journal)
    try session.command("quit")
    try session.expect("still here, in memory, and perhaps nowhere else.")
    try session.answer("3  Leave without it", "1")
    try session.answer("3  Leave without it", "2")
    try session.expect("Folder: ")
    try session.enter("~/again")
    #expect(try session.waitForExit() == .status(0))
    #expect(try place.run(["review", "--home", place.home + "/again"]).out.contains("1 entry."))
  }

  @Test(.enabled(if: OwnMounts.work)) func `A journal that can only be read goes on in another place`() throws {
    let place = try Place()
    let script = """
      \(OwnMounts.make(place, size: "1m"))
      "$0" vault init --argon-passes 2 --argon-memory 19 --region US --passphrase-file '\(place.passphraseFile)'
      mount -o remount,ro "$HOME" || exit 91
      exec "$0"
      """
    let session = try PtySession(
      OwnMounts.unshare, ["-rm", "/bin/sh", "-c", script, Place.program], environment: place.environment, rows: 50)
    try session.expect("Passphrase: ")
    try session.enter(Place.passphrase)
    try session.expect("can be read but not written here")
    try session.command("I would like to say something")
    try session.expect("The journal can only be read here, not written.")
    try session.answer("Leave it unsaved", "2")
    try session.expect("Folder: ")
    try session.enter(place.root)
    try session.expect("You now work in \(place.root)/handrail")
    try session.expect("I have kept that.")
    try session.command("menu")
    #expect(try session.quit() == .status(0))
    #expect(try place.run(["resume", "--home", place.root + "/handrail"]).said.contains("something"))
  }

  @Test(.enabled(if: OwnMounts.work)) func `On a full disk an answer of a form is saved on another disk`() throws {
    let place = try Place()
    let stick = place.root + "/stick"
    mkdir(stick, 0o700)
    let script = """
      \(OwnMounts.make(place, size: "1m"))
      "$0" vault init --argon-passes 2 --argon-memory 19 --region US --passphrase-file '\(place.passphraseFile)'
      (read -r line < '\(place.root)/full'; dd if=/dev/zero of="$HOME/full" bs=4096 2>/dev/null
       echo > '\(place.root)/done') &
      exec "$0"
      """
    for name in ["full", "done"] { mkfifo("\(place.root)/\(name)", 0o600) }
    let session = try PtySession(
      OwnMounts.unshare, ["-rm", "/bin/sh", "-c", script, Place.program], environment: place.environment, rows: 50)
    try session.expect("Passphrase: ")
    try session.enter(Place.passphrase)
    try session.command("thought --five")
    try session.answer("What happened?", "The bus was late.")
    try session.expect("> ")
    try OwnMounts.tell(place, "full")
    try session.enter("The driver shouted.")
    try session.expect("The disk is full.")
    try session.answer("Leave it unsaved", "2")
    try session.expect("Folder: ")
    try session.enter(place.home)
    try session.expect("There is no room in that place either.")
    try session.expect("Folder: ")
    try session.enter(stick)
    try session.expect("You now work in \(stick)/handrail")
    try session.command("")
    try session.answer("What did you feel?", "sad")
    try session.command("pause")
    #expect(try session.quit() == .status(0))
    let there = try place.run(["resume", "--home", stick + "/handrail"])
    #expect(there.err.contains("The bus was late.\n  The driver shouted.\n"), "\(there)")
  }
}
