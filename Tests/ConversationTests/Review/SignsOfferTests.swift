import Forms
import Foundation
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// Hazard: high energy with little sleep passes without a word; or the word alarms, comes each day, or leaves a trace.
@Suite struct SignsOfferTests {
  let sitting: Sitting
  var session: Session { sitting.session }

  init() throws { sitting = try Sitting() }

  private let fast: [String: Answer] = [
    "mood": .number(8), "more": .yesNo(true), "sleep": .number(180), "energy": .number(9), "speed": .number(8),
  ]

  /// Keeps a mood and returns what is said; what is offered is answered with `reply`.
  private func mood(_ ago: Int, _ answers: [String: Answer], reply: String = "") throws -> String {
    sitting.console.reply = { _ in .line(reply) }
    let form = try EveryForm.named("mood")
    return try sitting.said { () throws in
      try FormDesk(session: session).keep(answers, form: form, day: session.world.clock.now().day.adding(days: -ago))
    }
  }

  private func isOffered(_ said: String) -> Bool { unwrapped(said).contains(SignsOffer.question) }

  @Test func `After the second day it is offered once, after the mood is saved, and Enter carries on`() throws {
    #expect(try !isOffered(mood(1, fast)))
    let said = try mood(0, fast)
    #expect(isOffered(said))
    let saved = try #require(said.firstRange(of: "Saved."))
    let offered = try #require(said.firstRange(of: "Two days with much energy"))
    #expect(saved.lowerBound < offered.lowerBound)
    #expect(
      said.contains("1  Not now") && said.contains("2  My own signs") && said.contains("3  Calling my prescriber"))
    #expect(try sitting.store.entries().count == 2)
    #expect(try !isOffered(mood(0, fast)))
  }

  @Test func `It is not offered again within the same stretch, and is once a week lay between`() throws {
    _ = try mood(1, fast)
    #expect(try isOffered(mood(0, fast)))
    for _ in 0..<3 {
      sitting.clock.daysLater += 1
      #expect(try !isOffered(mood(0, fast)))
    }
    sitting.clock.daysLater += 9
    #expect(try !isOffered(mood(0, fast)))
    sitting.clock.daysLater += 1
    #expect(try isOffered(mood(0, fast)))
  }

  @Test(arguments: [("sleep", 300.0), ("energy", 6), ("speed", 6)])
  func `A day that is not clearly so brings nothing`(question: String, value: Double) throws {
    var other = fast
    other[question] = .number(value)
    _ = try mood(1, other)
    #expect(try !isOffered(mood(0, fast)))
    other[question] = nil
    sitting.clock.daysLater = 20
    _ = try mood(1, fast)
    #expect(try !isOffered(mood(0, other)))
  }

  @Test func `A longer night in the sleep diary counts, and a short one completes the picture`() throws {
    var without = fast
    without["sleep"] = nil
    _ = try mood(1, fast)
    #expect(try !isOffered(mood(0, without)))
    let diary = try EveryForm.named("sleep-diary")
    func slept(_ minutes: Double) throws -> String {
      try sitting.said { () throws in
        try FormDesk(session: session).keep(
          ["slept": .number(minutes), "quality": .number(5)], form: diary, day: DemoSeed.today)
      }
    }
    #expect(try isOffered(slept(200)))
  }

  @Test func `In a very hard place help is named, and nothing else is offered`() throws {
    _ = try mood(1, fast)
    var hard = fast
    hard["urges"] = .number(9)
    let said = try mood(0, hard)
    #expect(said.contains("`crisis` shows whom to call") && !isOffered(said))
  }

  @Test func `Old days that are filled in bring nothing, and neither does a script`() throws {
    _ = try mood(6, fast)
    #expect(try !isOffered(mood(5, fast)))
    _ = try mood(1, fast)
    sitting.console.isInteractive = false
    #expect(try !isOffered(mood(0, fast)))
  }

  @Test func `The person's own signs are shown, and whom to call`() throws {
    let plan = try EveryForm.named("relapse-plan")
    let medicine = try EveryForm.named("medicine")
    for (form, answers) in [
      (plan, ["yellow": Answer.items(["I talk fast"]), "red": .items(["I stop sleeping"])]),
      (medicine, ["name": .text("Lithium"), "prescriber": .text("Dr Moss, 555 0111")]),
    ] {
      try sitting.store.add(
        Entry(
          id: session.world.newID(), form: Wordings.stamp(of: form), day: DemoSeed.today,
          recorded: session.world.clock.now(), answers: answers), form: form)
    }
    _ = try mood(1, fast)
    let signs = try mood(0, fast, reply: "2")
    #expect(signs.contains("Yellow") && signs.contains("I talk fast") && signs.contains("I stop sleeping"))
    sitting.clock.daysLater = 20
    _ = try mood(1, fast)
    #expect(try mood(0, fast, reply: "3").contains("Prescriber   Dr Moss, 555 0111"))
  }

  @Test func `Without a plan or a number it says where they come from`() throws {
    _ = try mood(1, fast)
    #expect(try unwrapped(mood(0, fast, reply: "2")).contains("`plan relapse` does that, on a calm day."))
    sitting.clock.daysLater = 20
    _ = try mood(1, fast)
    #expect(try unwrapped(mood(0, fast, reply: "3")).contains("The label of a medicine has it, or your programme."))
  }

  @Test func `The journal keeps the day of the offer and nothing else of it, and no word names an illness`() throws {
    _ = try mood(1, fast)
    let said = try mood(0, fast)
    let kept = try sitting.store.memory("signs-offer")
    #expect(kept.map { String(decoding: $0, as: UTF8.self) } == "2026-11-20")
    #expect(try sitting.store.entries().allSatisfy { $0.answers == fast && $0.links == [] })
    for word in ["mania", "manic", "bipolar", "episode", "symptom", "warning", "!"] {
      #expect(!said.lowercased().contains(word), "\(word)")
    }
  }
}
