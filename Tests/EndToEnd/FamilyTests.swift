import Glibc
import PtyDriver
import Testing

@Suite struct FamilyTests {
  private static let calls = "trace=%file,%network,open,openat,creat,rename,unlink,mkdir,write,pwrite64,ftruncate"

  private func traced(_ place: Place, _ trace: String) throws -> PtySession {
    try PtySession(
      "/usr/bin/strace", ["-f", "-o", trace, "-s", "400", "-e", Self.calls, Place.program, "family"],
      environment: place.environment, rows: 50, folder: place.home)
  }

  @Test func `A whole evening in the family's shell opens nothing of the journal but its settings, and writes nothing`()
    throws
  {
    let place = try Place()
    try place.makeJournal()
    try place.write("secret heron plan", to: place.journal + "/card")
    mkdir(place.journal + "/content", 0o700)
    let before = Tree.files(in: place.root).map { "\($0) \(Bytes.at($0).count)" }
    let trace = place.root + "/trace"
    let evening = try traced(place, trace)
    try evening.expect("Handrail, for family and friends")
    for (line, words) in [
      ("1", "What is it most like?"), ("2", "naloxone"), ("7", "family> "), ("", "0  Help now"),
      ("2", "For family and friends"),
      ("back", "family> "), ("learn --list", "what-to-say"), ("learn search naloxone", "If someone will not wake up"),
      ("back", "family> "),
      ("define craving", "A strong wish"), ("4", "Domestic Violence"), ("5", "Show it here"), ("1", "cannot be woken"),
      ("mood 5", "What you write here is not kept"), ("3", "family> "), ("vault", "not a word of this shell"),
      ("review", "not a word of this shell"), ("he scares me a lot", "not kept"), ("1", "Domestic Violence"),
      ("", "family> "),
      ("crisis", "911"), ("", "family> "), ("hide", "family> "), ("version", "0."),
    ] {
      try evening.enter(line)
      try evening.expect(words)
    }
    try evening.enter("quit")
    #expect(try evening.waitForExit() == .status(0))

    let lines = Bytes.text(Bytes.at(trace)).split(separator: "\n").map(String.init)
    #expect(lines.count > 50)
    let touched = lines.filter { $0.contains(place.journal) }
    #expect(!touched.isEmpty)
    #expect(touched.filter { !$0.contains("\(place.journal)/settings\"") } == [])
    let wrote = lines.filter { line in
      let call = line.drop { $0.isNumber || $0 == " " }
      if call.hasPrefix("write(") { return !["write(0,", "write(1,", "write(2,"].contains { call.hasPrefix($0) } }
      return ["pwrite64(", "creat(", "rename", "unlink", "mkdir", "ftruncate(", "socket"].contains {
        call.hasPrefix($0)
      }
        || call.contains("O_CREAT") || (call.contains("O_WRONLY") || call.contains("O_RDWR")) && !call.contains("/dev/")
    }
    #expect(wrote == [])
    #expect(Tree.files(in: place.root).filter { $0 != trace }.map { "\($0) \(Bytes.at($0).count)" } == before)
    #expect(!evening.text.contains("heron"))
  }

  @Test func `In a pipe it works line by line, and says the same with and without a journal`() throws {
    let (with, without) = (try Place(), try Place())
    try with.makeJournal()
    let script = [
      "mood 6", "vault check", "plan", "review", "share", "learn what-to-say", "define limit", "call", "now", "print",
      "my brother will not get up", "crisis", "learn search sleep", "menu", "quit", "mood",
    ].joined(separator: "\n")
    let (a, b) = (try with.run(["family"], input: script), try without.run(["family"], input: script))
    #expect(a == b)
    #expect(a.code == 64)
    #expect(a.out.contains("What to say") && a.out.contains("Whom to call") && a.out.contains("911"))
    #expect(a.err.split(separator: "\n").count { $0.contains("not a word of this shell") } == 3)
  }
}
