import Foundation
import Testing

@testable import Shell

/// `practice`, `today` and `review` in the shell, with a form of the person's own.
@Suite struct PracticeTests {
  let sitting: ShellSitting

  init() throws { sitting = try ShellSitting() }

  private func write(_ id: String, _ head: String = "", kind: String = "text") throws {
    let folder = sitting.folder + "/home/content/forms"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = """
      id: \(id)
      version: 1
      title: Own \(id)
      kind: exercise
      summary: A few words.
      \(head)
      questions: [{id: q, type: \(kind), ask: What?}]

      """
    _ = FileManager.default.createFile(atPath: "\(folder)/\(id).yaml", contents: Data(text.utf8))
  }

  @Test func `Practice asks for the need, then for the exercise, and opens it`() {
    let (said, departure) = sitting.line("practice", then: "1", "1", "pause")
    #expect(departure == .paused)
    #expect(said.unwrapped.contains("What would help? 1 To steady myself 2 A thought that will not let go"))
    #expect(said.unwrapped.contains("A skill that fits right now (skill)"))
    #expect(said.contains("Paused. Everything is kept"))
  }

  @Test func `Every exercise stands under one need, and none twice`() {
    let listed = sitting.line("practice --list").said.split(separator: "\n").compactMap { line in
      line.split(separator: " ").first.map(String.init)
    }
    for form in sitting.session.world.library.forms() where form.kind != .plan && form.kind != .measure {
      let times = PracticeShelves.elsewhere.contains(form.id) ? 0 : 1
      #expect(listed.count { $0 == form.id } == times, "\(form.id)")
    }
  }

  @Test func `A broken form is in no list and no completion, and says what is wrong when named`() throws {
    try write("tea")
    try write("odd", kind: "riddle")
    let list = sitting.line("practice --list").said
    #expect(list.contains("Own tea"))
    #expect(!list.contains("Own odd"))
    #expect(
      ShellCompletion.candidates("practice o", sitting.session).map(\.text) == [
        "observe", "one-mindfully", "opposite-action",
      ])
    #expect(ShellCompletion.candidates("practice te", sitting.session).map(\.text) == ["tea", "temperature"])
    let named = sitting.line("practice odd")
    guard case .failed(let failure)? = named.departure else {
      Issue.record("it opened")
      return
    }
    #expect(failure.sentences.contains("odd.yaml, line 7: There is no type \"riddle\"."))
  }

  @Test func `Skills and the diary complete their words`() {
    #expect(ShellCompletion.candidates("skill st", sitting.session).map(\.text) == ["stop"])
    #expect(ShellCompletion.candidates("skill l", sitting.session).map(\.text) == ["list"])
    #expect(ShellCompletion.candidates("diary ", sitting.session).map(\.text) == ["week", "targets"])
  }

  @Test func `What was ticked off is done today, and what was written on a form that is gone can be reviewed`() throws {
    try write("own", "then: [{remind: q, say: Look again.}]", kind: "date")
    _ = sitting.line("practice own", then: "today", "1")
    let today = sitting.line("today", then: "1", "1")
    #expect(today.said.contains("Due"))
    #expect(today.said.contains("Ticked off."))
    let after = sitting.line("today", then: "2").said
    #expect(after.contains("Done       Look again. ("))
    #expect(!after.contains("Due"))
    try FileManager.default.removeItem(atPath: sitting.folder + "/home/content/forms/own.yaml")
    #expect(sitting.line("review own").said.contains("Own own"))
    #expect(sitting.line("review reminder").said.contains("Look again."))
  }
}
