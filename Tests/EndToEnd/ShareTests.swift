import Glibc
import JSON
import PtyDriver
import Testing

/// A week for the clinic, as it leaves the real program, read with the tools that everyone has.
@Suite struct ShareTests {
  private let place: Place
  private var key: String { place.root + "/clinic.key" }
  private var week: String { place.root + "/week.handrail" }

  init() throws {
    place = try Place()
    try place.makeJournal()
    #expect(try tool("age-keygen", "-o", key).code == 0)
    #expect(try tool("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", place.root + "/sign").code == 0)
    let age = try tool("age-keygen", "-y", key).out
    let ssh = Bytes.text(Bytes.at(place.root + "/sign.pub")).split(separator: " ").prefix(2).joined(separator: " ")
    try place.write("Handrail key card 1\nName: River House\n\(ssh)\n\(age)", to: place.root + "/card")
    #expect(try place.run(["share", "add", place.root + "/card", "--yes"]).code == 0)
    #expect(try place.run(["mood", "6", "--note"], input: "zebrafinch\n").code == 0)
    #expect(try place.run(["mood", "3"]).code == 0)
  }

  private func tool(_ name: String, _ arguments: String...) throws -> Outcome {
    try place.run(arguments, program: "/usr/bin/" + name)
  }

  private func share(_ arguments: String...) throws -> Outcome {
    try place.run(["share", "--to", "River House", "--format", "log"] + arguments + ["--yes"])
  }

  @Test func `Stock age opens the week, ssh-keygen trusts its signature, and no word of one's own is in it`() throws {
    let shared = try share("--out", week)
    #expect(shared.code == 0 && shared.out == "2 entries, for River House. It is in \(week).\n")
    let log = try tool("age", "-d", "-i", key, week).out
    #expect(!log.contains("zebrafinch"))
    let lines = log.split(separator: "\n", omittingEmptySubsequences: false)
    let manifest = try JSON(reading: Array(lines[0].utf8), limits: JSONLimits(bytes: 1 << 20))
    #expect(manifest["counts"] == ["active": 2, "entries": 2, "withdrawn": 0])
    let last = try JSON(reading: Array(lines[3].utf8), limits: JSONLimits(bytes: 1 << 20))
    try place.write(try #require(last["signature"]?.string), to: place.root + "/signature")
    let signer = try #require(manifest["participant"]?["signingKey"]?.string)
    try place.write("them \(signer)\n", to: place.root + "/allowed")
    let verify = ["-Y", "verify", "-f", place.root + "/allowed", "-I", "them", "-n", "handrail-log", "-s"]
    let signed = lines[..<3].map { $0 + "\n" }.joined()
    let trusted = try place.run(
      verify + [place.root + "/signature"], input: signed, program: "/usr/bin/ssh-keygen")
    #expect(trusted.code == 0 && trusted.out.hasPrefix("Good \"handrail-log\" signature for them"))
    let changed = signed.replacing("\"mood\":3", with: "\"mood\":9")
    #expect(
      try place.run(verify + [place.root + "/signature"], input: changed, program: "/usr/bin/ssh-keygen").code == 255)
  }

  @Test func `A name stays free when nothing was made, and a file is never written over`() throws {
    try place.write("mine", to: week)
    let there = try share("--out", week)
    #expect(there.code == 73 && Bytes.text(Bytes.at(week)) == "mine")
    #expect(try share("--out", place.root + "/no/week").code == 73)
    #expect(try place.run(["share", "log", "--json"]).out == "[]\n")
    #expect(try share("--out", week, "--replace").code == 0)
    var info = stat()
    #expect(stat(week, &info) == 0 && info.st_mode & 0o777 == 0o600)
  }

  @Test func `The weekly share is three key presses after the passphrase`() throws {
    let moods = (2...6).map { "mood \($0) --day yesterday\nmood \($0 + 1)\n" }.joined()
    // A sealed file for River House, seven days, numbers, no note; it goes.
    let first = "share\n3\n1\n2\n1\n\n1\n\(place.root)/first.handrail\nquit\n"
    let made = try place.run([], input: moods + first)
    #expect(made.code == 0 && made.out.contains("Sealed for River House."), "\(made)")
    let session = try place.start("share", rows: 24)
    try session.expect("Passphrase: ")
    try session.enter(Place.passphrase)
    try session.expect("Space next")
    try session.type("q")
    try session.expect("1  It goes to River House")
    try session.expect("> ")
    try session.type("1")
    try session.type("\r")
    #expect(try session.waitForExit() == .status(0))
    let name = try #require(Tree.names(in: place.root).first { $0.hasPrefix("summary-") })
    #expect(try tool("age", "-d", "-i", key, place.root + "/" + name).code == 0)
    #expect(try place.run(["share", "log"]).out.components(of: "River House") == 2)
  }
}
