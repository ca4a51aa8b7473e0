import Conversation
import Crypto
import Foundation
import Glibc
import Journal
import Terminal
import Vault

@testable import Shell

/// Where the project lies, from where this file lies.
let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

/// Friday, 2026-11-20, from 20:30 in Dublin; a minute passes each time anyone looks.
final class TestClock: Clock {
  private var looked: Int64 = 0
  func now() -> Moment {
    looked += 1
    return Moment(milliseconds: 1_795_206_615_000 + looked * 60_000, offset: 0, zone: "Europe/Dublin")
  }
}

/// The shell in a home folder of its own, with the project's content.
final class ShellSitting {
  static let passphrase = "correct horse"
  let folder: String
  let console = RecordingConsole()
  let session: Session

  init(journal: Bool = true, shell: Bool = true) throws {
    var template = Array("/tmp/handrail-shell-XXXXXX".utf8CString)
    folder = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "/nonexistent"
    }
    let environment = Environment(
      values: Self.values(folder), options: .init(), executable: "/nonexistent/bin/handrail")
    session = Session(World(console: console, clock: TestClock(), environment: environment))
    session.isShell = shell
    guard journal else { return }
    try NewJournal(session: session).create(
      try SecretBytes(copying: Array(Self.passphrase.utf8)), kdf: KDFSettings(passes: 2, memoryMiB: 19),
      recovery: false)
  }

  static func values(_ folder: String) -> [String: String] {
    ["HANDRAIL_HOME": folder + "/home", "HANDRAIL_CONTENT": project + "/content", "LANG": "en_IE.UTF-8"]
  }

  deinit {
    session.lock()
    try? FileManager.default.removeItem(atPath: folder)
  }

  var store: JournalStore {
    get throws { try session.journal() }
  }

  /// What is said to this line of the shell, and how it ended; further lines answer what it asks.
  func line(_ line: String, then lines: String...) -> (said: String, departure: Departure?) {
    let before = console.transcript.count
    console.replies = lines.map { .line($0) }
    var departure: Departure?
    do throws(Departure) { try Dispatch(session: session).run(line) } catch { departure = error }
    return (String(console.transcript.dropFirst(before)), departure)
  }

  /// What a line says and what failed, as one line of text, and the code it ends with.
  func told(_ line: String, _ answers: [String] = []) -> (code: Int32, said: String) {
    let before = console.transcript.count
    console.replies = answers.map { .line($0) }
    var departure: Departure?
    do throws(Departure) { try Dispatch(session: session).run(line) } catch { departure = error }
    let said = String(console.transcript.dropFirst(before))
    guard case .failed(let failure)? = departure else { return (0, said.unwrapped) }
    return (failure.code, (said + " " + failure.sentences).unwrapped)
  }

  /// One command from the caller's own shell.
  func once(_ arguments: String..., replies: String...) -> (code: Int32, console: RecordingConsole) {
    let file = folder + "/passphrase"
    _ = FileManager.default.createFile(atPath: file, contents: Data((Self.passphrase + "\n").utf8))
    chmod(file, 0o600)
    session.lock()
    let console = RecordingConsole(replies: replies.map { .line($0) })
    console.isInteractive = false
    let code = Program.run(
      arguments: arguments + ["--passphrase-file", file], values: Self.values(folder),
      executable: "/nonexistent/bin/handrail", clinic: { _, _ in 64 }
    ) { _ in console }
    return (code, console)
  }
}

extension String {
  /// Wrapped lines as one.
  var unwrapped: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
