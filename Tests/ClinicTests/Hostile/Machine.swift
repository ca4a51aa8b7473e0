import Foundation
import Glibc
import PtyDriver
import Testing

@testable import Clinic

/// The real program on a programme's home, as other programs start it.
struct Machine {
  let programme: Programme

  static let program = Products.path("handrail")

  var home: String { programme.path("home") }
  private var passphraseFile: String { programme.path("words") }

  init(_ programme: Programme) throws {
    self.programme = programme
    programme.sitting.session.lock()
    try programme.put(Array((ClinicSitting.passphrase + "\n").utf8), "words")
    chmod(programme.path("words"), 0o600)
  }

  private var environment: [String: String] {
    [
      "HOME": programme.folder, "HANDRAIL_CONTENT": project + "/content", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "HANDRAIL_PASSPHRASE_FILE": passphraseFile, "HANDRAIL_HOME": home, "TZ": "UTC",
    ]
  }

  struct Outcome {
    var exit: PtyExit
    var said: String
  }

  /// Starts it; what it says goes to a file.
  func start(_ program: String = Machine.program, arguments: [String]) throws -> PtySession {
    let out = open(programme.path("out"), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    let empty = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer {
      close(out)
      close(empty)
    }
    return try PtySession(
      program, arguments, environment: environment, input: empty, output: out, error: out, controlling: false,
      folder: programme.folder)
  }

  /// The programme's shell in a window.
  func window() throws -> PtySession {
    try PtySession(
      Machine.program, ["clinic"], environment: environment.merging(["TERM": "xterm-256color"]) { $1 },
      folder: programme.folder)
  }

  func run(_ arguments: String..., program: String = Machine.program) throws -> Outcome {
    let session = try start(program, arguments: arguments)
    let exit = try session.waitForExit(within: 120)
    return Outcome(exit: exit, said: said)
  }

  var said: String {
    String(decoding: FileManager.default.contents(atPath: programme.path("out")) ?? Data(), as: UTF8.self)
  }

  /// A line of shell in which `$0` is the program, with mounts of its own.
  func mounting(_ script: String) throws -> Outcome {
    try run("-rm", "/bin/sh", "-c", script, Self.program, program: "/usr/bin/unshare")
  }

  static let canMount: Bool = {
    let session = try? PtySession(
      "/usr/bin/unshare", ["-rm", "/bin/mount", "-t", "tmpfs", "tmpfs", "/mnt"], environment: ["PATH": "/usr/bin:/bin"])
    return (try? session?.waitForExit()) == .status(0)
  }()

  /// Runs it to the end and gives its exit code and the most memory it held, in MiB.
  func peak(_ arguments: String...) throws -> (code: Int, peak: Int, said: String) {
    let script = """
      import json, resource, subprocess, sys
      code = subprocess.run(sys.argv[2:], stdout=open(sys.argv[1], "w"), stderr=subprocess.STDOUT).returncode
      print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
      """
    let said = programme.path("said")
    let outcome = try run(["-c", script, said, Self.program] + arguments, of: "/usr/bin/python3")
    let numbers = outcome.said.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    try #require(numbers.count == 2, "\(outcome)")
    return (
      numbers[0], numbers[1], String(decoding: FileManager.default.contents(atPath: said) ?? Data(), as: UTF8.self)
    )
  }

  private func run(_ arguments: [String], of program: String) throws -> Outcome {
    let session = try start(program, arguments: arguments)
    return Outcome(exit: try session.waitForExit(within: 120), said: said)
  }

  /// Bytes of the vault now.
  var size: Int {
    var status = stat()
    return stat(home + "/vault", &status) == 0 ? Int(status.st_size) : 0
  }

  /// What the caseload holds, opened here.
  func content() throws -> [String] {
    programme.sitting.console.secrets = [ClinicSitting.passphrase]
    defer { programme.sitting.session.lock() }
    return try programme.sitting.store.content()
  }

  /// A batch of logs in a folder of its own, and what the caseload holds after none, one, two … of them.
  func batch(_ count: Int, entries: Int = 6, words: Int = 40) throws -> [[String]] {
    mkdir(programme.path("batch"), 0o700)
    try FileManager.default.copyItem(atPath: home, toPath: programme.path("before"))
    var states = [try content()]
    for place in 0..<count {
      let text = String(repeating: "word ", count: words)
      let lines = (0..<entries).map { entry in
        // Some entries come again with a later revision.
        Log.entry(
          place * 4 + entry, revision: 1 + place % 2,
          answers: ["mood": .number(Double(place % 10)), "note": .string(text)])
      }
      let log = Log(of: programme.jo, for: programme.keys, sequence: place + 1, entries: lines)
      let name = "batch/\(place < 10 ? "0" : "")\(place).handrail"
      programme.sitting.console.secrets = [ClinicSitting.passphrase]
      try programme.put(log, by: programme.jo, name)
      try #require(programme.take(name).code == 0)
      states.append(try programme.sitting.store.content())
    }
    programme.sitting.session.lock()
    try restore()
    return states
  }

  /// The caseload from before the batch.
  func restore() throws {
    try FileManager.default.removeItem(atPath: home)
    try FileManager.default.copyItem(atPath: programme.path("before"), toPath: home)
  }
}
