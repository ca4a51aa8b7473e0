import Glibc
import PtyDriver
import Testing

@Suite struct PrivacyTests {
  /// Words that are nowhere else in the program or its content.
  private let canaries = [
    "kingfisherzq note", "pelicanzq situation", "heronzq thought", "ospreyzq half", "egretzq sentence",
    "curlewzq search", "ploverzq avocet passphrase",
  ]

  /// The canaries, and the first word of each alone.
  private var secrets: [String] { canaries + canaries.map { String($0.prefix { $0 != " " }) } }

  @Test func `A whole evening opens no socket, and no file ever holds a typed word`() throws {
    let place = try Place()
    let traces = (1...3).map { WriteTrace(path: "\(place.root)/trace\($0)") }
    let passphrase = canaries[6]

    let new = try traces[0].start(place, "vault", "init", "--argon-passes", "2", "--argon-memory", "19")
    try new.answer("Which country", "1")
    for prompt in ["Passphrase (Enter", "Once more: "] {
      try new.expect(prompt)
      try new.enter(passphrase)
    }
    try new.answer("Recovery words", "2")
    #expect(try new.waitForExit(within: 60) == .status(0))

    let evening = try traces[1].start(place)
    try evening.expect("Passphrase: ")
    try evening.enter(passphrase)
    try evening.expect("Your journal is open.")
    try evening.command("mood 6 \(canaries[0])")
    try evening.expect("Saved.")
    try evening.command("thought --five")
    try evening.answer("What happened?", canaries[1], "")
    try evening.answer("did you feel", "sad")
    try evening.answer("strong was", "60")
    try evening.answer("went through", canaries[2])
    try evening.half(canaries[3])
    try evening.type("\u{3}")
    try evening.expect("^C")
    try evening.command("I feel \(canaries[4]) tonight")
    try evening.answer("Menu", "3")
    try evening.command("review --search \(canaries[5])")
    try evening.expect("Nothing found.")
    try evening.command("review last")
    try evening.expect(canaries[0])
    try evening.command("vault backup \(place.home)/backup")
    try evening.expect("The backup is made.")
    try evening.command("delete last")
    try evening.command("undo")
    try evening.command("resume")
    try evening.answer("1  ", "2")
    try evening.expect("> ")
    evening.signal(SIGKILL)
    _ = try evening.waitForExit()

    try place.write(passphrase + "\n", to: place.passphraseFile)
    let script = "mood 5 \(canaries[0])\nthought --five\n\(canaries[1])\n\nsad\n50\n\(canaries[2])\n"
    #expect(try traces[2].run(place, [], input: script + "review\n").code == 0)

    try expectNothingLeft(in: place)
    for (trace, shown) in zip(traces, ["Passphrase", "Passphrase", "Saved."]) {
      trace.expectQuiet(about: secrets, shown: shown)
    }
  }

  @Test func `Whatever is done with the whole journal writes nothing that can be read`() throws {
    let place = try Place()
    try place.write(canaries[6] + "\n", to: place.passphraseFile)
    try place.makeJournal()
    let traces = (1...5).map { WriteTrace(path: "\(place.root)/trace\($0)") }

    // Enough to have the file written anew.
    let many = (0..<260).map { "mood 5 \($0) \(canaries[0])\n" }.joined()
    #expect(try traces[0].run(place, [], input: many + "vault backup \(place.home)/backup\n").code == 0)
    #expect(Tree.names(in: place.journal).contains("vault.bak"))
    #expect(try traces[1].run(place, ["vault", "restore", place.home + "/backup"]).code == 0)

    #expect(try traces[4].run(place, ["vault", "salvage", place.home + "/salvaged"]).code == 0)

    let changing = try traces[2].start(
      place, "vault", "passphrase", "--recovery", "--argon-passes", "2", "--argon-memory", "19")
    try changing.expect("Passphrase: ")
    try changing.enter(canaries[6])
    for prompt in ["Passphrase (Enter", "Once more: "] {
      try changing.expect(prompt)
      try changing.enter(canaries[2])
    }
    try changing.expect("The passphrase is changed.")
    try changing.expect("Enter when they are on paper: ")
    try changing.enter("")
    #expect(try changing.waitForExit(within: 60) == .status(0))
    let words = changing.text.matches(of: #/(\d+) ([a-z]+)(?=\s)/#).map { String($0.output.2) }
    #expect(words.count == 12)

    try expectNothingLeft(in: place)
    try place.write(canaries[2] + "\n", to: place.passphraseFile)
    let erasing = "mood 4 \(canaries[1])\nvault erase\nyes\n"
    #expect(try traces[3].run(place, [], input: erasing).code == 0)
    #expect(Tree.files(in: place.journal) == [place.journal + "/settings"])

    let pairs = zip(words, words.dropFirst()).map { "\($0) \($1)" }
    let shown = ["Saved.", "The backup is in place", "Passphrase", "The journal is gone", "Saved in"]
    for (trace, shown) in zip(traces, shown) {
      trace.expectQuiet(about: secrets + pairs, shown: shown)
    }
  }

  @Test func `Neither the environment nor the command line of the process holds the passphrase`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    let process = "/proc/\(session.processID)"
    for name in ["environ", "cmdline"] {
      #expect(!Bytes.text(Bytes.at("\(process)/\(name)")).contains(Place.passphrase))
    }
    #expect(Bytes.text(Bytes.at("\(process)/limits")).contains(#/Max core file size +0 +0/#))
    #expect(!session.rawOutput.contains(Place.passphrase))
    #expect(Bytes.text(Bytes.at("\(process)/cmdline")).hasSuffix("/handrail\0"))
    for descriptor in Tree.names(in: "\(process)/fd") {
      var target = [CChar](repeating: 0, count: 4096)
      let count = readlink("\(process)/fd/\(descriptor)", &target, target.count)
      let name = Bytes.text(target.prefix(max(0, count)).map { UInt8(bitPattern: $0) })
      #expect(!name.hasPrefix("socket:"), "\(name)")
    }
    #expect(try session.quit() == .status(0))
  }

  @Test func `A crash prints nothing of what is in memory`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    try session.command("mood 6 kingfisher")
    session.signal(SIGSEGV)
    #expect(try session.waitForExit() == .signal(SIGSEGV))
    #expect(!session.text.contains("crashed"))
    #expect(!session.text.contains("Registers"))
  }

  @Test func `No history, backup or temporary file appears beside the journal`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    for line in ["mood 6 kingfisher", "review", "help"] { try session.command(line) }
    #expect(try session.quit() == .status(0))
    let names = Tree.files(in: place.home).map { $0.dropFirst(place.journal.count + 1) }
    #expect(Set(names).subtracting(["vault.bak"]) == ["settings", "vault", "vault.header", "vault.lock"])
    #expect(Tree.files(in: place.temporary) == [])
  }

  /// No canary in any file under home or the temporary folder.
  private func expectNothingLeft(in place: Place) throws {
    let files = Tree.files(in: place.home) + Tree.files(in: place.temporary)
    #expect(files.contains(place.vault) && files.contains(place.home + "/backup"))
    for file in files {
      let bytes = Bytes.at(file)
      for canary in secrets {
        for spelled in WriteTrace.spellings(canary) { #expect(!Bytes.contain(bytes, spelled), "\(canary) in \(file)") }
      }
    }
  }
}
