import Glibc
import PtyDriver
import Testing

@Suite struct HidingTests {
  private let clearsAll = "\u{1B}[H\u{1B}[2J\u{1B}[3J"

  @Test func `Hide clears the screen and the scrollback and locks`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    try session.command("mood 6 kingfisher")
    try session.expect("Saved.")
    try session.command("hide")
    try session.expect("hide\n")
    try session.expect("> ")
    let after = try #require(session.rawOutput.ranges(of: clearsAll).last)
    #expect(session.rawOutput[after.upperBound...].allSatisfy { "> \r\n".contains($0) }, "\(session.rawOutput)")
    #expect(try place.run(["review"]).code == 0, "still held by the hidden window")
    try session.enter("crisis")
    try session.expect("In danger now? Call 911.")
    try session.expect("> ")
    try session.enter("not the passphrase")
    try session.expect("> ")
    try session.enter(Place.passphrase)
    try session.expect("Your journal is open.")
    try session.command("review")
    try session.expect("6 of 10")
    #expect(!session.text.contains("not the passphrase"))
  }

  @Test func `The letter h clears and locks while a page is read`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    try session.command("learn privacy-and-pressure")
    try session.expect("h hide")
    try session.type("h")
    try session.expect("> ")
    let after = try #require(session.rawOutput.ranges(of: clearsAll).last)
    #expect(session.rawOutput[after.upperBound...].allSatisfy { "> \r\n".contains($0) }, "\(session.rawOutput)")
    #expect(try place.run(["review"]).code == 0, "still held by the hidden window")
    try session.enter(Place.passphrase)
    try session.expect("Your journal is open.")
    #expect(try session.quit() == .status(0))
  }

  @Test func `Hide works in the middle of a question, and what was written is kept`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    try session.command("thought --five")
    try session.answer("What happened?", "A kingfisher flew by.", "hide")
    try session.expect("hide\n")
    try session.expect("> ")
    let after = try #require(session.rawOutput.ranges(of: clearsAll).last)
    #expect(!session.rawOutput[after.upperBound...].contains("kingfisher"))
    try session.enter(Place.passphrase)
    try session.expect("Your journal is open.")
    try session.expect("A kingfisher flew by.")
    // The word may have been the answer: it stands on the line.
    try session.expect("> hide")
    try session.enter("\u{15}")
    try session.expect("did you feel")
  }

  @Test func `After the lock neither the arrow keys, Ctrl-Y nor Ctrl-R bring words back`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    try session.command("mood 6 kingfisher")
    try session.expect("Saved.")
    try session.command("note")
    try session.expect("> ")
    try session.type("kingfisher in the reeds\u{15}")
    try session.type("pelican\u{17}done")
    try session.enter("")
    try session.command("")
    try session.expect("Saved.")
    try session.command("lock")
    try session.expect("Locked.")
    try session.expect("Passphrase: ")
    try session.enter("")
    let before = session.text.count
    for keys in ["\u{19}", "\u{1B}[A", "\u{1B}[A\u{1B}[A", "\u{19}\u{1B}y", "\u{12}king\u{7}", "\u{1F}"] {
      try session.expect("> ")
      try session.type(keys)
      try session.enter("\u{15}version")
      try session.expect("0.1.0")
    }
    let after = String(session.text.dropFirst(before))
    #expect(!after.contains("fisher") && !after.contains("reeds") && !after.contains("pelican"), "\(after)")
  }

  @Test func `The demo names a folder and a passphrase that open a full journal`() throws {
    let place = try Place()
    let demo = try place.run(["demo", "--no-shell"])
    #expect(demo.code == 0)
    let folder = try #require(demo.out.firstMatch(of: #/Folder +(\S+)/#)).output.1
    let passphrase = try #require(demo.out.firstMatch(of: #/Passphrase +(.+)/#)).output.1
    #expect(folder.hasPrefix(place.temporary + "/"))
    try place.write(passphrase + "\n", to: place.root + "/demo-passphrase")
    let arguments = ["--home", String(folder), "--passphrase-file", place.root + "/demo-passphrase"]
    let check = try place.run(["vault", "check"] + arguments)
    #expect(check.code == 0)
    let review = try place.run(["review"] + arguments)
    let count = try #require(review.out.firstMatch(of: #/(\d+) entries\./#)).output.1
    #expect(demo.out.contains("\(count), all made up"))
    #expect(Tree.files(in: place.home) == [])
    #expect(try place.run(["demo", "--no-shell", "--home", String(folder)]).code == 73)
  }

  @Test func `Missing content is named, and everything that needs none goes on`() throws {
    let place = try Place()
    try place.makeJournal()
    let gone: [String: String?] = ["HANDRAIL_CONTENT": place.root + "/gone"]
    for arguments in [["mood", "6"], ["practice"], ["learn"], ["thought", "--five"]] {
      let refused = try place.run(arguments, adding: gone)
      #expect(refused.code == 69 && refused.out == "", "\(arguments): \(refused)")
    }
    for arguments in [["crisis"], ["review"], ["vault", "check"], ["now", "unsafe"], ["help"]] {
      #expect(try place.run(arguments, adding: gone).code == 0, "\(arguments)")
    }
    #expect(try place.run(["content", "check"], adding: gone).code == 66)
  }

  @Test func `Broken content is named with its line, the rest goes on, and old entries stay readable`() throws {
    let place = try Place()
    try place.makeJournal()
    #expect(try place.run(["mood", "6"]).code == 0)
    let content = place.root + "/content"
    Tree.copy(Place.content, to: content)
    place.environment["HANDRAIL_CONTENT"] = content
    try place.write("id: mood\nversion: 1\ntitle: [broken\n", to: content + "/en/forms/mood/mood.yaml")
    let refused = try place.run(["mood", "6"])
    #expect(refused.code == 65)
    #expect(refused.err.replacing("\n", with: "").contains("mood.yaml"), "\(refused)")
    #expect(refused.said.contains("line"))
    let check = try place.run(["content", "check", content])
    #expect(check.code == 65 && check.out.contains("mood.yaml"))
    #expect(try place.run(["review"]).out.contains("6 of 10"))
    #expect(try place.run([], input: "mood 5\nthought --five\nThe bus was late.\n").code == 65)
    #expect(try place.run([], input: "thought --five\nThe bus was late.\n").code == 0)
  }
}
