import Crypto
import Foundation
import Terminal
import Testing
import Vault

@testable import Conversation

/// What is said once the journal is open.
@Suite struct WelcomeTests {
  let sitting: Sitting
  var session: Session { sitting.session }

  init() throws {
    sitting = try Sitting()
    session.isShell = true
  }

  /// Opens again, this many days after the first; nil when that came to its end.
  private func open(after days: Int64, _ lines: String..., secrets: [String] = []) -> (said: String, left: Departure?) {
    session.lock()
    sitting.clock.daysLater = days
    sitting.console.recording.secrets = [Sitting.passphrase] + secrets
    sitting.answer(lines.map { .line($0) })
    var left: Departure?
    let said = sitting.said {
      left = sitting.leaving { () throws(Departure) in try Unlock(session: session).run() }
    }
    return (said, left)
  }

  private let question = "You have no recovery words yet."

  @Test func `Recovery words are asked about once more on the third day, and never again`() throws {
    #expect(!open(after: 0).said.contains(question))
    #expect(!open(after: 1).said.contains(question))
    let third = open(after: 2, "2")
    #expect(third.said.contains(question))
    #expect(third.left == nil)
    #expect(session.vault?.hasRecoveryWords == false)
    #expect(!open(after: 3).said.contains(question))
  }

  @Test func `Who was away on the third day is asked on the next`() {
    #expect(open(after: 40, "2").said.contains(question))
    #expect(!open(after: 41).said.contains(question))
  }

  @Test func `Yes makes them, shown once`() throws {
    let third = open(after: 2, "1", "", secrets: [Sitting.passphrase])
    #expect(third.left == nil)
    #expect(third.said.contains("Your recovery words"))
    #expect(sitting.console.recording.clearCount == 1)
    #expect(session.vault?.hasRecoveryWords == true)
    #expect(!open(after: 5).said.contains(question))
  }

  @Test func `A one-shot command is not held up`() {
    session.isShell = false
    #expect(!open(after: 2).said.contains(question))
  }

  @Test func `A broken file of the own folder is named with its line, and left out`() throws {
    let folder = sitting.home + "/content/en/forms"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let form = "id: tea\nversion: 1\ntitle: Tea\nkind: log\nsummary: A cup.\nquestions:\n"
    let question = "  - {id: cups, type: number, ask: How many cups?}\n"
    try Data((form + question).utf8).write(to: URL(filePath: folder + "/tea.yaml"))
    try Data((form.replacing("tea", with: "broken") + "  - {id: cups, type: cup, ask: How?}\n").utf8)
      .write(to: URL(filePath: folder + "/broken.yaml"))
    session.world.applySettings()
    let said = unwrapped(open(after: 0).said)
    #expect(said.contains("Left out:"))
    #expect(said.replacing(" ", with: "").contains("content/en/forms/broken.yaml:7:"))
    #expect(!said.contains("tea.yaml"))
    let desk = FormDesk(session: session)
    #expect(try desk.form("tea").title == "Tea")
    #expect(sitting.leaving { () throws(Departure) in _ = try desk.form("broken") }?.exitCode == 65)
  }
}
