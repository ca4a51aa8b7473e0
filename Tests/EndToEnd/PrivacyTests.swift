import Glibc
import PtyDriver
import Testing

@Suite struct PrivacyTests {
  /// Words that are nowhere else in the program or its content.
  private let canaries = [
    "kingfisherzq note", "pelicanzq situation", "heronzq thought", "ospreyzq half", "egretzq sentence",
    "curlewzq search", "ploverzq avocet passphrase",
  ]

  @Test func `A whole evening opens no socket, and no file ever holds a typed word`() throws {
    let place = try Place()
    let trace = place.root + "/trace"
    let passphrase = canaries[6]

    let new = try traced(place, trace + "1", "vault", "init", "--argon-passes", "2", "--argon-memory", "19")
    try new.answer("Which country", "1")
    for prompt in ["Passphrase (Enter", "Once more: "] {
      try new.expect(prompt)
      try new.enter(passphrase)
    }
    try new.answer("Recovery words", "2")
    #expect(try new.waitForExit(within: 60) == .status(0))

    let evening = try traced(place, trace + "2")
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
    let piped = try place.run(
      Self.strace(trace + "3") + [Place.program], input: script + "review\n", program: "/usr/bin/strace")
    #expect(piped.code == 0)

    try expectNothingLeft(in: place)
    for number in 1...3 { try expectQuiet(trace + "\(number)", isTyped: number < 3) }
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

  private static func strace(_ trace: String) -> [String] {
    let calls = "%network,write,writev,pwrite64,pwritev,pwritev2,sendfile,copy_file_range,splice,msync"
    return ["-f", "--seccomp-bpf", "-o", trace, "-xx", "-s", "2000000", "-e", "trace=\(calls)"]
  }

  private func traced(_ place: Place, _ trace: String, _ arguments: String...) throws -> PtySession {
    try PtySession(
      "/usr/bin/strace", Self.strace(trace) + [Place.program] + arguments, environment: place.environment, rows: 50,
      folder: place.home)
  }

  /// No canary in any file under home or the temporary folder.
  private func expectNothingLeft(in place: Place) throws {
    let files = Tree.files(in: place.home) + Tree.files(in: place.temporary)
    #expect(files.contains(place.vault) && files.contains(place.home + "/backup"))
    for file in files {
      let bytes = Bytes.at(file)
      for canary in canaries {
        for spelled in Self.spellings(canary) { #expect(!Bytes.contain(bytes, spelled), "\(canary) in \(file)") }
      }
    }
  }

  /// The trace shows no call for a socket, and no canary written anywhere but to the terminal or a pipe.
  private func expectQuiet(_ trace: String, isTyped: Bool) throws {
    let lines = Bytes.at(trace).split(separator: UInt8(ascii: "\n")).map(Array.init)
    let writes = ["write(", "pwrite64(", "writev(", "pwritev(", "pwritev2("]
    var elsewhere: [UInt8] = []
    var screen: [UInt8] = []
    for line in lines {
      let call = Bytes.text(Array(line.prefix(60))).drop { $0.isNumber || $0 == " " }
      // Signals, the end, and the second half of a call that was reported in two.
      guard !["+++", "---", "<..."].contains(where: { call.hasPrefix($0) }) else { continue }
      #expect(writes.contains { call.hasPrefix($0) }, "a call that is not a plain write: \(call)")
      let isScreen = ["write(0,", "write(1,", "write(2,"].contains { call.hasPrefix($0) }
      if isScreen { screen += line } else { elsewhere += line }
    }
    for canary in canaries {
      for spelled in Self.spellings(canary) {
        #expect(!Bytes.contain(elsewhere, Self.hex(spelled)), "\(canary) was written to a file")
      }
    }
    // The trace does see what is written: records of the journal in the clear, and the screen.
    #expect(Bytes.contain(elsewhere, Self.hex(Array("HRC1".utf8))))
    #expect(Bytes.contain(screen, Self.hex(Array(isTyped ? "Passphrase".utf8 : "Saved.".utf8))))
  }

  private static func spellings(_ canary: String) -> [[UInt8]] {
    [
      Array(canary.utf8), canary.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      Array((canary.split(separator: " ").first ?? "").utf8),
    ]
  }

  /// Bytes as strace writes them: `\x6b\x69`.
  private static func hex(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { Array("\\x".utf8) + [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }
}
