import Glibc
import PtyDriver
import Testing

/// A person's computer in small: an empty home, a folder for temporary files, and the real program.
/// All of it is gone with the test.
final class Place {
  let root: String
  let home: String
  let temporary: String
  /// Where the journal lives by default.
  var journal: String { home + "/.local/share/handrail" }
  var vault: String { journal + "/vault" }
  var passphraseFile: String { root + "/passphrase" }
  /// What the program is given; nothing of the environment of the tests goes through.
  var environment: [String: String]

  static let passphrase = "brook lantern tidy seven"

  init() throws {
    var template = Array("/tmp/handrail-e2e-XXXXXX".utf8CString)
    root = try #require(mkdtemp(&template).map { String(cString: $0) })
    home = root + "/home"
    temporary = root + "/tmp"
    environment = [
      "HOME": home, "TMPDIR": temporary, "HANDRAIL_CONTENT": Self.content, "TERM": "xterm-256color",
      "LANG": "en_US.UTF-8", "LC_CTYPE": "C.UTF-8", "PATH": "/usr/bin:/bin", "TZ": "UTC",
    ]
    mkdir(home, 0o700)
    mkdir(temporary, 0o700)
    try write(Self.passphrase + "\n", to: passphraseFile)
  }

  deinit { Tree.remove(root) }

  /// The project's own content.
  static let content: String = {
    let up = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    return up.joined(separator: "/") + "/content"
  }()

  /// The program under test.
  static let program = Products.path("handrail")

  /// A journal with the lightest key, made as a script makes it.
  func makeJournal(_ options: String...) throws {
    let made = try run(["vault", "init", "--argon-passes", "2", "--argon-memory", "19", "--region", "US"] + options)
    try #require(made.code == 0, "\(made)")
  }

  /// The program in a window.
  func start(
    _ arguments: String..., adding more: [String: String?] = [:], columns: Int = 80, rows: Int = 50
  ) throws -> PtySession {
    try PtySession(
      Self.program, arguments, environment: environment(adding: more), columns: columns, rows: rows, folder: home)
  }

  /// The shell in a window, with its journal open and the menu shown.
  func open(adding more: [String: String?] = [:], columns: Int = 80, rows: Int = 50) throws -> PtySession {
    let session = try start(adding: more, columns: columns, rows: rows)
    try session.expect("Passphrase: ")
    try session.enter(Self.passphrase)
    try session.expect("Your journal is open.")
    return session
  }

  /// The program without a terminal, to its end. A nil value of `more` takes a variable away.
  func run(
    _ arguments: [String], input: String = "", adding more: [String: String?] = [:], program: String? = nil
  ) throws -> Outcome {
    var all = more
    if !all.keys.contains("HANDRAIL_PASSPHRASE_FILE") { all["HANDRAIL_PASSPHRASE_FILE"] = passphraseFile }
    return try Outcome.of(
      program ?? Self.program, arguments, input: input, environment: environment(adding: all), in: root, at: home)
  }

  private func environment(adding more: [String: String?]) -> [String: String] {
    var all = environment
    for (name, value) in more { all[name] = value }
    return all
  }

  func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  func write(_ bytes: [UInt8], to path: String) throws { try #require(Bytes.write(bytes, to: path)) }
}
