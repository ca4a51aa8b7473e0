import Forms
import Foundation
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// Nothing of the plan leaves the journal unless the person said so, having seen the exact text.
@Suite struct PocketCopyTests {
  let plans: PlanTests
  var sitting: Sitting { plans.sitting }
  var session: Session { plans.session }
  private var card: String { PublicCard.path(inHome: sitting.home) }
  private var copy: String? { try? String(contentsOfFile: card, encoding: .utf8) }

  init() throws { plans = try PlanTests() }

  private func offer(_ lines: String...) throws -> String {
    let plan = try plans.desk.written(.emergency)
    sitting.answer(lines.map { .line($0) })
    return try sitting.said { try PocketCopy(session: session).offer(plan) }
  }

  private func everything() throws -> Data {
    try FileManager.default.subpathsOfDirectory(atPath: sitting.home)
      .compactMap { FileManager.default.contents(atPath: sitting.home + "/" + $0) }.reduce(Data(), +)
  }

  @Test func `It is off until someone asks for it, and no word of the plan stands in the folder`() throws {
    try plans.keep()
    #expect(!PocketCopy.isThere(session.world))
    for word in ["canal", "Bell", "the dog", "brother", "stop answering"] {
      #expect(try !everything().contains(Data(word.utf8)), "\(word)")
    }
  }

  @Test func `Yes or unsure to the first question recommends paper, and makes nothing`() throws {
    try plans.keep()
    let said = try offer("2")
    #expect(unwrapped(said).contains("Then paper is the better place"))
    #expect(copy == nil)
  }

  @Test func `After a no it shows the exact text first; signs, step six and reasons stay out`() throws {
    try plans.keep()
    let said = try offer("1", "2")
    let text = try #require(copy)
    #expect(unwrapped(said).contains(unwrapped(text)))
    #expect(
      text.contains("walk to the canal") && text.contains("Mia, sister, 087 123 4567") && text.contains("Dr Bell"))
    for word in ["stop answering", "brother", "the dog"] { #expect(!text.contains(word), "\(word)") }
    #expect(try FileManager.default.attributesOfItem(atPath: card)[.posixPermissions] as? Int == 0o600)
    #expect(!card.lowercased().contains("plan"))
  }

  @Test func `A part that was left out goes in when it is chosen`() throws {
    try plans.keep()
    let said = try offer("1", "5", "2")
    #expect(said.contains("Add: Worth living for"))
    #expect(try #require(copy).contains("the dog"))
    #expect(try !#require(copy).contains("brother"))
  }

  @Test func `Enter makes nothing`() throws {
    try plans.keep()
    _ = try offer("1", "")
    #expect(copy == nil)
  }

  @Test func `It is shown in crisis before unlock, and only there`() throws {
    try plans.keep()
    _ = try offer("1", "2")
    sitting.session.lock()
    let said = sitting.said { CrisisScreen(session: session).show(region: "US") }
    #expect(said.contains("From your plan, kept here by you:"))
    #expect(said.contains("- walk to the canal"))
    #expect(!session.isUnlocked)
  }

  @Test func `It follows each change of the plan, and goes away when told to`() throws {
    let plan = try plans.keep()
    _ = try offer("1", "2")
    var changed = plan
    changed.answers["alone"] = .items(["bath"])
    changed.recorded = session.world.clock.now()
    _ = try sitting.store.revise(changed, form: try plans.desk.form(of: plan))
    try PocketCopy(session: session).afterSaving(try plans.desk.written(.emergency))
    #expect(try #require(copy).contains("bath"))
    #expect(try !#require(copy).contains("canal"))
    try PocketCopy(session: session).remove()
    #expect(copy == nil)
    try PocketCopy(session: session).afterSaving(try plans.desk.written(.emergency))
    #expect(copy == nil)
  }

  @Test func `It is offered once, and not again after a no`() throws {
    let plan = try plans.keep()
    sitting.type("1")
    let first = try sitting.said { try PocketCopy(session: session).afterSaving(plan) }
    let second = try sitting.said { try PocketCopy(session: session).afterSaving(plan) }
    #expect(first.contains("A part of this plan can stand in `crisis`"))
    #expect(second == "")
  }
}
