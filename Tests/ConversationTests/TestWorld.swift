import Crypto
import Forms
import Foundation
import Glibc
import Journal
import Library
import Terminal
import Vault

@testable import Conversation

/// Where the project lies, from where this file lies.
let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

/// The project's own content, as people get it.
let contentFolder = project + "/content"
let content = Library(folders: [contentFolder])

/// Compiled once for all sittings with that content.
let worryWords = content.worryList().map { WorryWords($0) }

/// A folder below /tmp that is gone with the value.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/handrail-conversation-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "/nonexistent"
    }
  }

  func write(_ name: String, _ text: String, mode: mode_t = 0o600) -> String {
    let file = path + "/" + name
    _ = FileManager.default.createFile(atPath: file, contents: Data(text.utf8))
    chmod(file, mode)
    return file
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Friday, 2026-11-20, from 20:30 in Dublin; a second passes each time anyone looks.
final class TestClock: Clock {
  private var looked: Int64 = 0
  /// Days that have gone by since.
  var daysLater: Int64 = 0
  func now() -> Moment {
    looked += 1
    let passed = looked * 1000 + daysLater * 86_400_000
    return Moment(milliseconds: 1_795_206_615_000 + passed, offset: 0, zone: "Europe/Dublin")
  }
}

/// A recording console whose replies are made while the conversation runs.
final class LiveConsole: Console {
  let recording = RecordingConsole()
  /// Makes the reply to each prompt.
  var reply: (Prompt) -> Reply = { _ in .endOfInput }

  var isInteractive: Bool {
    get { recording.isInteractive }
    set { recording.isInteractive = newValue }
  }
  var isPlain: Bool {
    get { recording.isPlain }
    set { recording.isPlain = newValue }
  }
  var width: Int { recording.width }
  var pageStart: Double {
    get { recording.pageStart }
    set { recording.pageStart = newValue }
  }
  var pageReached: Double { recording.pageReached }
  var idleLimit: Int? {
    get { recording.idleLimit }
    set { recording.idleLimit = newValue }
  }

  func ask(_ prompt: Prompt) -> Reply {
    recording.replies = [reply(prompt)]
    return recording.ask(prompt)
  }

  func show(_ blocks: [Block], to stream: Terminal.Stream) { recording.show(blocks, to: stream) }
  func page(_ blocks: [Block]) -> Reply { recording.page(blocks) }
  func write(raw text: String) { recording.write(raw: text) }
  func askSecret(_ prompt: String) -> SecretReply { recording.askSecret(prompt) }
  func wait(seconds: Double, progress: String) -> WaitEnd { recording.wait(seconds: seconds, progress: progress) }
  func clear() { recording.clear() }
  func forget() { recording.forget() }
}

/// A sitting in a home folder of its own, with the project's content.
final class Sitting {
  static let passphrase = "correct horse"
  let folder = TemporaryFolder()
  let console = LiveConsole()
  let clock = TestClock()
  let session: Session

  /// `journal`: with a new, open one.
  init(content: String = contentFolder, journal: Bool = true, interactive: Bool = true) throws {
    console.isInteractive = interactive
    let values = ["HANDRAIL_HOME": folder.path + "/home", "HANDRAIL_CONTENT": content, "LANG": "en_IE.UTF-8"]
    let environment = Environment(values: values, options: .init(), executable: "/nonexistent/bin/handrail")
    session = Session(World(console: console, clock: clock, environment: environment))
    if content == contentFolder { session.world.use(worryWords) }
    guard journal else { return }
    try NewJournal(session: session).create(
      try SecretBytes(copying: Array(Self.passphrase.utf8)), kdf: KDFSettings(passes: 2, memoryMiB: 19),
      recovery: false)
  }

  deinit { session.lock() }

  var home: String { folder.path + "/home" }
  var transcript: String { console.recording.transcript }
  var store: JournalStore {
    get throws { try session.journal() }
  }

  /// What is said while this runs.
  func said(_ work: () throws -> Void) rethrows -> String {
    let before = transcript.unicodeScalars.count
    try work()
    return String(transcript.unicodeScalars.dropFirst(before))
  }

  /// Replies with these lines in turn; then the input has ended.
  func type(_ lines: String...) { answer(lines.map { .line($0) }) }

  func answer(_ replies: [Reply]) {
    var rest = replies[...]
    console.reply = { _ in rest.popFirst() ?? .endOfInput }
  }

  /// How a piece of conversation was left; nil when it came to its end.
  func leaving(_ work: () throws(Departure) -> Void) -> Departure? {
    do throws(Departure) {
      try work()
      return nil
    } catch {
      return error
    }
  }
}
