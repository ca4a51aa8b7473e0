import Glibc
import PtyDriver
import Testing

/// The plans with the real program, in a window.
@Suite struct PlanTests {
  @Test func `A plan is written, read, printed and changed, and no file outside the journal holds a word of it`() throws
  {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    try session.command("plan")
    try session.answer("Back to the menu", "1")
    try session.answer("1. How do you notice", "I stop kingfishering", "")
    try session.answer("2. What can you do", "walk to the pelican pond", "")
    for question in ["3. Which people", "And which places"] { try session.answer(question, "") }
    try session.answer("4. Whom can you ask", "Heron Mia", "")
    try session.answer("who is this", "")
    try session.answer("which number", "555 0123", "")
    try session.answer("when may you", "")
    for question in ["5. Which professionals", "6. Who will help", "By when", "clinician?"] {
      try session.answer(question, "")
    }
    try session.answer("worth living for", "the avocets", "")
    try session.answer("look at it again", "")
    try session.answer("What you wrote", "1")
    try session.answer("beside this plan", "2")
    try session.expect("Step 1 (warning signs) has one line.")
    try session.answer("Tell me more", "1")
    try session.command("plan print --wallet")
    try session.expect("Heron Mia, 555 0123")
    try session.command("now unsafe")
    try session.expect("Enter to go back > ")
    try session.enter("")
    try session.answer("Show my emergency plan", "1")
    try session.expect("walk to the pelican pond")
    try session.command("crisis")
    try session.expect("Enter to go back > ")
    try session.enter("")
    #expect(try session.quit() == .status(0))
    for path in Tree.files(in: place.root) {
      let text = Bytes.text(Bytes.at(path))
      for word in ["kingfisher", "pelican", "Heron Mia", "avocets", "555 0123"] {
        #expect(!text.contains(word), "\(word) in \(path)")
      }
    }
  }

  @Test func `The pocket copy stands in crisis before unlock, and is gone when told to`() throws {
    let place = try Place()
    try place.makeJournal()
    let written = try place.run(
      ["plan", "emergency"], input: "signs\n\nwalk to the pelican pond\n\n\n\n\n\n\n\n\nthe avocets\n\n2026-12-24\n")
    #expect(written.code == 0, "\(written)")
    let session = try place.open()
    try session.command("settings pocket")
    try session.answer("less safe?", "1")
    try session.answer("Do not make it", "2")
    try session.expect("It is there now.")
    #expect(try session.quit() == .status(0))
    let crisis = try place.run(["crisis"], adding: ["HANDRAIL_PASSPHRASE_FILE": "/nonexistent"])
    #expect(crisis.out.contains("walk to the pelican pond"))
    #expect(!crisis.out.contains("avocets"))
    let off = try place.run(["settings", "pocket", "off"])
    #expect(off.code == 0, "\(off)")
    #expect(try !place.run(["crisis"]).out.contains("pelican"))
  }

  @Test func `Help opens neither the journal nor a socket`() throws {
    let place = try Place()
    try place.makeJournal()
    let trace = place.root + "/trace"
    for arguments in [["crisis"], ["crisis", "2"], ["crisis", "--region", "NZ"]] {
      let run = try place.run(
        ["-f", "-o", trace, "-e", "trace=openat,open,socket,connect", Place.program] + arguments,
        program: "/usr/bin/strace")
      #expect(run.code == 0, "\(run)")
      let calls = Bytes.text(Bytes.at(trace))
      #expect(!calls.contains("socket(") && !calls.contains("connect("))
      #expect(!calls.contains("/vault"))
    }
  }
}
