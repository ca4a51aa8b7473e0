import Forms
import Testing

@testable import Journal

@Suite struct EmergencyPlanTests {
  private let whole: [String: Answer] = [
    "signs": .items(["I stop answering", "I do not sleep"]), "alone": .items(["walk", "radio"]),
    "people": .items(["Mia"]), "places": .items(["library"]), "ask-help": .items(["Mia", "Sam"]),
    "helpers": .each([
      EachAnswer(of: "Mia", answers: ["helper-number": .text("087 123 4567")]),
      EachAnswer(of: "Sam", answers: ["helper-number": .text("call 555-0100")]),
    ]),
    "professionals": .items(["Dr Bell, 01 234 5678"]), "safer-who": .items(["my brother"]),
    "safer-by": .text("2026-12-01"), "reasons": .items(["the dog"]),
  ]

  @Test func `A plan with something at each step has no gap`() {
    #expect(EmergencyPlan(whole).gaps == [])
  }

  @Test func `An empty plan has a gap at every step, in the order of the steps`() {
    #expect(EmergencyPlan([:]).gaps == EmergencyPlan.Step.allCases.map { .empty($0) })
  }

  @Test func `One line where two hold better is thin`() {
    var plan = whole
    plan["signs"] = .items(["I stop answering"])
    plan["alone"] = .items(["walk"])
    plan["places"] = nil
    #expect(EmergencyPlan(plan).gaps == [.thin(.signs), .thin(.alone), .thin(.peopleAndPlaces)])
  }

  @Test func `Names without a number to call are told by name`() {
    var plan = whole
    plan["helpers"] = .each([EachAnswer(of: "Mia", answers: ["helper-number": .text("087 123 4567")])])
    plan["professionals"] = .items(["Dr Bell", "Ward 4, 01 234 5678"])
    #expect(
      EmergencyPlan(plan).gaps == [
        .withoutNumber(.askHelp, names: ["Sam"]), .withoutNumber(.professionals, names: ["Dr Bell"]),
      ])
  }

  @Test func `Somebody who helps, and no day, is told`() {
    var plan = whole
    plan["safer-by"] = nil
    #expect(EmergencyPlan(plan).gaps == [.withoutDay])
  }
}

@Suite struct KeptDaysTests {
  private let today = Day(daysSince1970: 20_000)

  private func entry(_ ago: Int, _ answers: [String: Answer]) -> Entry {
    Entry(
      id: ULID(milliseconds: 1, random: [UInt8](repeating: 7, count: 10)),
      form: FormStamp(id: "mood", version: 1, wording: ""), day: today.adding(days: -ago),
      recorded: Moment(milliseconds: 0, offset: 0, zone: "UTC"), answers: answers)
  }

  @Test func `A day with use takes no kept day away`() {
    let kept = [5, 4, 3].map { entry($0, ["use": .text("none")]) }
    #expect(KeptDays(kept, before: today).total == 3)
    #expect(KeptDays(kept + [entry(2, ["use": .text("some")])], before: today).total == 3)
    #expect(
      KeptDays(kept + [entry(2, ["used": .text("some")]), entry(1, ["used": .text("none")])], before: today).total == 4)
  }

  @Test func `A day counts once, and not when use was noted on it as well`() {
    let noted = [entry(3, ["use": .text("none")]), entry(3, ["used": .text("none")]), entry(2, ["use": .text("none")])]
    #expect(KeptDays(noted, before: today).total == 2)
    for order in [[0, 1], [1, 0]] {
      let both = [entry(1, ["use": .text("none")]), entry(1, ["use": .text("some")])]
      #expect(KeptDays(order.map { both[$0] }, before: today).total == 0)
    }
  }

  @Test func `Today is not counted before it is over, so the total cannot fall`() {
    #expect(KeptDays([entry(0, ["use": .text("none")])], before: today).total == 0)
  }

  @Test func `The days in a row end where nothing was noted`() {
    let noted = [9, 4, 3, 2].map { entry($0, ["use": .text("none")]) } + [entry(1, ["use": .text("prefer-not")])]
    #expect(KeptDays(noted, before: today).run == 3)
    #expect(KeptDays(noted, before: today).first == today.adding(days: -9))
    #expect(KeptDays([], before: today).run == 0)
  }
}
