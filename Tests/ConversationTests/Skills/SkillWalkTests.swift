import Forms
import Journal
import Library
import Terminal
import Testing
import Vault

@testable import Conversation

/// Every skill, led from its name to its end, with a step back at every question.
@Suite struct SkillWalkTests {
  let sitting: Sitting
  var session: Session { sitting.session }

  init() throws { sitting = try Sitting() }

  @Test func `Every skill has a page with its parts, and an exercise that leads through it`() throws {
    #expect(content.skills().count >= 38)
    for summary in content.skills() {
      let skill = try #require(try content.skill(summary.id))
      #expect(try content.form(skill.form ?? "") != nil, "\(skill.id)")
      let words = skill.body.words.joined(separator: " ").split(separator: " ")
      #expect(words.count > 100, "\(skill.id)")
    }
  }

  @Test(arguments: Skill.Module.allCases)
  func `Every skill is practised to its end, with a step back at every question`(module: Skill.Module) throws {
    // The body questions were answered when calm.
    try sitting.store.remember("body", Array("clear".utf8))
    let skills = content.skills().filter { $0.module == module }
    #expect(skills.count >= 5)
    for skill in skills {
      let form = try #require(try content.form(skill.form ?? ""))
      #expect(form.allQuestions.contains { $0.id == "before" } && form.allQuestions.contains { $0.id == "helped" })
      let interview = Interview(sitting, form, seed: 5)
      interview.wayOut = { _, visit in visit == 1 ? .back : nil }
      let answering = sitting.console.reply
      sitting.console.reply = { prompt in
        if case .choice(_, "Not now", _)? = self.sitting.console.recording.blocks.last { return .line("2") }
        return answering(prompt)
      }
      try SkillGuide(session: session).practise(skill.id)
      #expect(interview.problems == [], "\(skill.id)")
      #expect(interview.isThrough, "\(skill.id)")
      let kept = try sitting.store.entries(EntryFilter(form: form.id))
      #expect(kept.map(\.answers) == [interview.walk.response(in: form)], "\(skill.id)")
      #expect(try sitting.store.drafts() == [], "\(skill.id)")
    }
  }
}
