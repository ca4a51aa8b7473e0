import Forms
import Testing

@testable import Journal

/// Hazard: something used or acted on is learnt from as if it helped.
@Suite struct ActedOnTests {
  @Test(
    arguments: [
      ("use", Answer.text("some"), true), ("use", .text("none"), false), ("use", .text("prefer-not"), false),
      ("used", .text("some"), true), ("used", .text("rather-not"), false), ("used", .yesNo(true), true),
      ("acted", .text("did"), true), ("acted", .text("partly"), true), ("acted", .text("did-not"), false),
      ("acted", .yesNo(true), true), ("acted", .yesNo(false), false), ("acted-t7", .yesNo(true), true),
      ("acted-t7", .yesNo(false), false), ("did-t8", .yesNo(true), true), ("did-t8", .yesNo(false), false),
      ("moved", .yesNo(true), false), ("note", .text("some"), false), ("urges", .number(9), false),
    ] as [(String, Answer, Bool)])
  func `An answer says that something was used or acted on`(question: String, answer: Answer, says: Bool) {
    #expect(ActedOn([question: answer, "mood": .number(5)]).questions == (says ? [question] : []))
    #expect(ActedOn(["g": .group([question: answer])]).isEmpty == !says)
  }
}
