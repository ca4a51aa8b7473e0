import Crypto
import Glibc
import PtyDriver
import Testing

/// What the running program holds in its memory, seen from outside with the rights of root.
@Suite(.enabled(if: ProcessMemory.mayLookIntoOthers, "only root may look into the memory of a program that forbids it"))
struct MemoryTests {
  /// Letters that stand nowhere else.
  private static func letters(_ count: Int) -> String {
    String(decoding: RandomSource.system.bytes(count).map { 97 + $0 % 26 }, as: UTF8.self)
  }

  private let passphrase = "\(Self.letters(9)) \(Self.letters(9))"
  private let words = (
    mood: Self.letters(14), line: Self.letters(14), end: Self.letters(14), half: Self.letters(14),
    search: Self.letters(14)
  )

  @Test func `After lock and after hide the program holds neither keys nor the passphrase nor a typed word`() throws {
    let place = try Place()
    try place.write(passphrase + "\n", to: place.passphraseFile)
    try place.makeJournal()
    let keys = try Keys(of: place.vault, passphrase: passphrase)

    let session = try place.start()
    let memory = ProcessMemory(of: session.processID)
    try session.expect("Passphrase: ")
    try open(session)
    for (name, key) in keys.all {
      let places = try #require(memory.places(of: key))
      #expect(places.open == 0, "\(name) can be read")
    }
    #expect(memory.places(of: keys.slot) == ProcessMemory.Places.none)
    #expect(memory.places(of: Masked(passphrase)) == ProcessMemory.Places.none)

    try write(session)
    #expect(try #require(memory.places(of: Masked(words.mood))).open > 0)
    try session.command("lock")
    try session.expect("Locked.")
    try expectNothing(of: keys, in: memory, after: session)

    try open(session)
    try session.command("review --search \(words.mood)")
    try session.expect("1 entry.")
    try session.command("hide")
    try expectNothing(of: keys, in: memory, after: session, prompt: "\n> ")
    #expect(!session.rawOutput.contains(passphrase))
    #expect(!session.rawOutput.contains(String(repeating: " ", count: 30)), "what is forgotten is drawn over unseen")
  }

  @Test func `Another user's program cannot look into this one`() throws {
    let place = try Place()
    chmod(place.root, 0o755)
    chmod(place.home, 0o755)
    let asNobody = ["--reuid", "65534", "--clear-groups"]
    let session = try PtySession(
      "/usr/bin/setpriv", asNobody + [Place.program], environment: place.environment, rows: 50)
    do {
      try session.expect("Start my private journal")
    } catch {
      return  // that user may not run the program where it was built
    }
    #expect(try owner(session) == 0, "the system gives it to root when it may not be dumped")
    let other = try PtySession("/usr/bin/setpriv", asNobody + ["/bin/cat"], environment: place.environment)
    try other.type("here\r")
    try other.expect("here\nhere")
    #expect(try owner(other) == 65534, "an ordinary program of that user is its own")
  }

  /// Who may look into the memory of a program.
  private func owner(_ session: PtySession) throws -> uid_t {
    var info = stat()
    try #require(stat("/proc/\(session.processID)/mem", &info) == 0)
    return info.st_uid
  }

  private func open(_ session: PtySession) throws {
    try session.enter(passphrase)
    try session.expect("Your journal is open.")
  }

  private func write(_ session: PtySession) throws {
    try session.command("mood 6 \(words.mood) in the garden")
    try session.expect("Saved.")
    try session.command("thought --five")
    try session.answer("What happened?", "\(words.line) said nothing at all, and then, much later: \(words.end)", "")
    try session.answer("did you feel", "sad")
    try session.answer("strong was", "60")
    try session.expect("went through")
    try session.half("\(words.half) was never")
    try session.type("\u{3}")
    try session.expect("^C")
    try session.command("review --search \(words.search)")
    try session.expect("Nothing found.")
    try session.command("review last")
    try session.expect(words.mood)
  }

  private func expectNothing(
    of keys: Keys, in memory: ProcessMemory, after session: PtySession, prompt: String = "Passphrase: "
  ) throws {
    try session.expect(prompt)
    for (name, key) in keys.all + [("slot key", keys.slot), ("passphrase", Masked(passphrase))] {
      #expect(memory.places(of: key) == ProcessMemory.Places.none, "\(name)")
    }
    let typed = [
      ("mood", words.mood), ("line", words.line), ("end", words.end), ("half", words.half), ("search", words.search),
      ("part of the passphrase", String(passphrase.prefix(9))),
    ]
    for (name, word) in typed {
      #expect(memory.places(of: Masked(word)) == ProcessMemory.Places.none, "\(name), before \(prompt)")
    }
  }
}

/// The keys of a vault, worked out from its file and the passphrase.
private struct Keys {
  let all: [(String, Masked)]
  let slot: Masked

  init(of vault: String, passphrase: String) throws {
    let header = Array(Bytes.at(vault).prefix(4096))
    let parameters = Array(header[48..<80])
    let secret = try SecretBytes(copying: Array(passphrase.utf8))
    let slotKey = try Argon2id.key(password: secret, salt: Array(parameters[16...]), passes: 2, memory: 19 << 20)
    let dataKey = try #require(
      try XChaCha20Poly1305.opened(
        Array(header[104..<152]), nonce: Array(header[80..<104]), additional: Array(header[..<32]) + parameters,
        key: slotKey))
    let file = Array(header[32..<48])
    let named = [
      ("data key", dataKey), ("header key", try BLAKE2b.derive(Array("handrail header v1".utf8) + file, from: dataKey)),
      ("record key", try BLAKE2b.derive(Array("handrail records v1".utf8) + file, from: dataKey)),
    ]
    all = named.map { name, key in (name, key.withBytes { Masked($0) }) }
    slot = slotKey.withBytes { Masked($0) }
  }
}
