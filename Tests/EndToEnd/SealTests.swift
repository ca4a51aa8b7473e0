import Glibc
import PtyDriver
import Testing

/// `seal`, `unseal`, `key` and `share` as a person or a script uses them.
@Suite struct SealTests {
  let place: Place
  var plain: String { place.root + "/plain" }
  var sealed: String { place.root + "/sealed" }
  var out: String { place.root + "/out" }
  private let text = Array("a week, in my own words\n".utf8)

  init() throws {
    place = try Place()
    try place.write(text, to: plain)
    #expect(try tool("age-keygen", "-o", place.root + "/key").code == 0)
  }

  private func tool(_ name: String, _ arguments: String...) throws -> Outcome {
    try place.run(arguments, program: "/usr/bin/" + name)
  }

  private func recipient(of file: String = "key") throws -> String {
    String(try tool("age-keygen", "-y", place.root + "/" + file).out.prefix { $0 != "\n" })
  }

  @Test func `Without a journal a file is sealed, opened by age and opened again`() throws {
    let sealing = try place.run(["seal", "--to", recipient(), "--out", sealed, plain])
    #expect(sealing == Outcome(code: 0, out: "Sealed for 1 key. It is in \(sealed).\n", err: ""))
    #expect(try tool("age", "-d", "-i", place.root + "/key", sealed).out == Bytes.text(text))
    let opening = try place.run(["unseal", "--identity", place.root + "/key", "--out", out, sealed])
    #expect(opening.code == 0 && opening.out == "Unsealed. It is in \(out).\n")
    #expect(Bytes.at(out) == text)
    var info = stat()
    #expect(stat(out, &info) == 0 && info.st_mode & 0o777 == 0o600)
    #expect(Tree.files(in: place.home) == [])
  }

  @Test func `A pipe is sealed as well, in plain letters if wanted`() throws {
    #expect(
      try place.run(["seal", "--to", recipient(), "--armor", "--out", sealed, "-"], input: "from a pipe").code == 0)
    let letters = Bytes.text(Bytes.at(sealed))
    #expect(letters.hasPrefix("-----BEGIN AGE ENCRYPTED FILE-----\n"))
    #expect(try place.run(["unseal", "--identity", place.root + "/key", "--out", out, "-"], input: letters).code == 0)
    #expect(Bytes.text(Bytes.at(out)) == "from a pipe")
  }

  @Test func `Seven words are shown once and open the file, typed as people type`() throws {
    let sealing = try place.run(["seal", "--passphrase", "--out", sealed, plain])
    let lines = sealing.out.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let words = try #require(lines.last)
    #expect(sealing.code == 0 && words.count == 7, "\(sealing)")
    let typed = words.map { $0.uppercased() }.joined(separator: "-")
    let session = try place.start("unseal", "--passphrase", "--out", out, sealed)
    try session.expect("Passphrase of the file: ")
    try session.enter("crisis")
    try session.expect("In danger now?")
    try session.expect("Passphrase of the file: ")
    try session.enter(typed)
    #expect(try session.waitForExit() == .status(0))
    #expect(Bytes.at(out) == text)
    #expect(!session.text.contains(words[0].uppercased()))
    let wrong = try place.run(["unseal", "--passphrase", "--out", out + "2", sealed])
    #expect(wrong.code == 77 && wrong.said.contains("That passphrase does not open the file."))
    #expect(Tree.names(in: place.root).allSatisfy { !$0.hasSuffix(".part") && $0 != "out2" })
  }

  @Test func `What cannot be done has its own code, and leaves nothing behind`() throws {
    let key = try recipient()
    #expect(try tool("age-keygen", "-o", place.root + "/other").code == 0)
    #expect(try place.run(["seal", "--to", key, "--out", sealed, plain]).code == 0)
    var broken = Bytes.at(sealed)
    broken[broken.count - 1] ^= 1
    try place.write(broken, to: place.root + "/broken")
    symlink(plain, place.root + "/link")
    let before = Tree.names(in: place.root)
    let mine = ["unseal", "--identity", place.root + "/key", "--out"]
    let wanted: [([String], Int32)] = [
      (["seal", "--out", out, plain], 64), (["seal", "--to", "age1abc", "--out", out, plain], 64),
      (["seal", "--to", key, "--passphrase", "--out", out, plain], 64), (["seal", "--to", key, plain], 64),
      (["seal", "--to", key, "--out", out, plain + "x"], 66), (["seal", "--to", key, "--out", out, place.home], 66),
      (["seal", "--to", key, "--out", sealed, plain], 73), (["seal", "--to", key, "--out", place.home, plain], 73),
      (["seal", "--to", key, "--out", place.root + "/link", plain], 73),
      (["seal", "--to", key, "--replace", "--out", place.root + "/link", plain], 73),
      (["seal", "--to", key, "--out", "/nonexistent/x", plain], 73), (["unseal", "--out", out, sealed], 64),
      (mine + [out, plain], 65), (mine + [out, place.root + "/broken"], 65), (mine + [out, sealed + "x"], 66),
      (mine + [plain, sealed], 73), (["unseal", "--identity", place.root + "/other", "--out", out, sealed], 77),
      (["unseal", "--identity", plain, "--out", out, sealed], 65),
      (["unseal", "--identity", plain + "x", "--out", out, sealed], 66),
      (["unseal", "--passphrase", "--out", out, sealed], 77),
    ]
    for (arguments, code) in wanted {
      let outcome = try place.run(arguments)
      #expect(outcome.code == code && outcome.out == "" && outcome.err != "", "\(arguments): \(outcome)")
    }
    #expect(Tree.names(in: place.root) == before)
    #expect(Bytes.at(plain) == text)
    #expect(try place.run(mine + [plain, "--replace", sealed]).code == 0)
  }

  @Test func `A secret key in the place of a public one is never repeated, and never sent`() throws {
    let secret = Bytes.text(Bytes.at(place.root + "/key")).split(separator: "\n").last.map(String.init) ?? ""
    let refused = try place.run(["seal", "--to", secret, "--out", out, plain])
    #expect(refused.code == 64 && refused.said.contains("That is a secret key. Do not send it to anyone."))
    #expect(!refused.err.contains(secret))
  }

  @Test func `Ctrl-C in the middle leaves no part of the new file`() throws {
    let key = try recipient()
    let pipe = try Pipe()
    let session = try PtySession(
      Place.program, ["seal", "--to", key, "--out", sealed, "-"], environment: place.environment, input: pipe.reading,
      folder: place.home)
    pipe.closeReading()
    pipe.write(String(repeating: "a", count: 20_000))
    while !Tree.names(in: place.root).contains(where: { $0.hasSuffix(".part") }) { sched_yield() }
    session.signal(SIGINT)
    #expect(try session.waitForExit() == .status(130))
    #expect(Tree.names(in: place.root).allSatisfy { !$0.hasSuffix(".part") && $0 != "sealed" })
  }

  @Test func `A card goes from one journal to another, and files back`() throws {
    try place.makeJournal()
    let clinic = try Place()
    try clinic.makeJournal()
    #expect(try clinic.run(["key", "--name"], input: "River House\n").code == 0)
    let card = try clinic.run(["key"])
    #expect(card.out.hasPrefix("Handrail key card 1\nName: River House\nssh-ed25519 AAAA"))
    #expect(try clinic.run(["key"]).out == card.out)
    try place.write(card.out, to: place.root + "/card")
    let added = try place.run(["share", "add", place.root + "/card"], input: "1\n")
    #expect(added.code == 0 && added.out == "River House is added. Files can be sealed for them now.\n", "\(added)")
    let list = try place.run(["share", "recipients", "--json"])
    let clinicsOwn = try clinic.run(["key", "--json"])
    let words = try #require(clinicsOwn.out.firstMatch(of: #/"words":\[[a-z",]+\]/#)?.0)
    #expect(list.out.contains(words) && list.out.contains(#""status":"current""#), "\(list)")
    #expect(try place.run(["share", "add", place.root + "/card"]).out == "Not added. Nothing was changed.\n")
    #expect(try place.run(["share", "remove", "river house"]).code == 0)
    #expect(try place.run(["share", "recipients", "--json"]).out == "[]\n")
    #expect(try place.run(["share", "remove", "river house"]).code == 66)
    #expect(try place.run(["share"]).code == 64)
  }

  @Test func `The secret halves of the keys are not on any screen or disk`() throws {
    try place.makeJournal()
    #expect(try place.run(["key", "--out", out]).code == 0)
    #expect(try place.run(["key", "--out", out]).code == 73)
    #expect(Bytes.text(Bytes.at(out)).hasPrefix("Handrail key card 1\nName:\n"))
    for file in Tree.files(in: place.root) {
      #expect(!Bytes.contain(Bytes.at(file), Array("AGE-SECRET-KEY-".utf8)) || file == place.root + "/key", "\(file)")
    }
  }
}
