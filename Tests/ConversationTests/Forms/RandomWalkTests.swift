import Forms
import Foundation
import JSON
import Testing

@testable import Conversation

/// Properties that hold wherever a person wanders in a form of the content.
@Suite struct RandomWalkTests {
  /// Takes a random turn: an answer mostly, else a skip, a step back or a visit from the end.
  private func wander(_ walk: inout Walk, in form: Form, random: inout DemoRandom) throws {
    guard let step = walk.current(in: form) else {
      if let path = walk.spoken(in: form).map(\.path).randomElement(using: &random) { walk.revisit(path) }
      return
    }
    if step.isShown { return walk.pass(in: form) }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: walk.skip(in: form)
    case 1: _ = walk.back(in: form)
    case 2 where step.isLong: walk.lines.append("half a line")
    default:
      let reply = Replies.lines(for: step, random: &random).joined(separator: "\n")
      walk.answer(try step.read(reply, today: DemoSeed.today), in: form)
    }
  }

  @Test(arguments: Family.all)
  func `A walk comes back from its JSON, and goes on in the same place, at every turn`(family: Family) throws {
    for form in family.forms {
      var random = DemoSeed.random(11)
      var walk = Walk(form)
      for turn in 0..<60 {
        try wander(&walk, in: form, random: &random)
        let bytes = try walk.json.canonical()
        let read = Walk(try JSON(reading: bytes, limits: JSONLimits(bytes: 1 << 20)), for: form)
        #expect(read == walk, "\(form.id), turn \(turn)")
        #expect(read?.current(in: form) == walk.current(in: form), "\(form.id), turn \(turn)")
      }
    }
  }

  @Test(arguments: Family.all)
  func `A response comes back from its JSON, and an edit of it begins with the same response`(family: Family) throws {
    for form in family.forms {
      var random = DemoSeed.random(12)
      var walk = Walk(form)
      for _ in 0..<60 { try wander(&walk, in: form, random: &random) }
      let response = walk.response(in: form)
      let bytes = try Answer.json(response).canonical()
      #expect(Answer.answers(try JSON(reading: bytes, limits: JSONLimits(bytes: 1 << 20))) == response, "\(form.id)")
      #expect(Walk(form, editing: response).response(in: form) == response, "\(form.id)")
      let spoken = Walk(form, editing: response).spoken(in: form)
      #expect(spoken.allSatisfy { !$0.ask.contains("{") && !$0.words.isEmpty }, "\(form.id)")
    }
  }

  @Test(arguments: Family.all)
  func `The wording of every form comes back whole`(family: Family) throws {
    for form in family.forms {
      #expect(try JSONDecoder().decode(Form.self, from: try JSONEncoder().encode(form)) == form, "\(form.id)")
    }
  }
}
