import Foundation
import Testing

@testable import Shell

/// `measure` as a command, in the shell and from the caller's own.
@Suite struct MeasureTests {
  let sitting: ShellSitting
  private let files = project + "/Tests/FHIRTests/Fixtures/"

  init() throws { sitting = try ShellSitting() }

  @Test func `Measure lists what there is, adds a file, and opens it by the beginning of its name`() {
    let empty = sitting.line("measure", then: "").said.unwrapped
    #expect(empty.contains("1 Weekly check-in: not filled in yet 2 Add one from a file 3 Back"))
    let added = sitting.line("measure add \(files)three-drinks.json", then: "yes", "1")
    #expect(added.departure == nil && added.said.contains("Added."))
    let list = sitting.line("measure list").said.unwrapped
    #expect(list.contains("three-about-drinks Three about drinks: due, not filled in yet"))
    let filled = sitting.line("measure three", then: "0", "1").said.unwrapped
    #expect(filled.contains("Clinicians often look more closely from 4 on for men, and from 3 on for women."))
    let results = sitting.line("measure results three").said.unwrapped
    #expect(results.contains("Today 0 AUDIT-C total 0 (0 to 12)"))
    #expect(ShellCompletion.candidates("measure thr", sitting.session).map(\.text) == ["three-about-drinks"])
    #expect(sitting.line("measure often three 14").said.contains("It comes up every two weeks."))
    #expect(sitting.line("measure remove three").said.contains("It is off the list."))
  }

  @Test func `From the menu a file is asked for, and Enter leaves`() {
    let said = sitting.line("measure", then: "2", files + "five-well.json", "yes", "4", "").said.unwrapped
    #expect(said.contains("Score known here as WHO-5") && said.contains("Added."))
    #expect(sitting.line("measure", then: "3", "", "").departure == nil)
  }

  @Test func `Value sets are given beside, and a script answers line by line`() throws {
    let (code, console) = sitting.once(
      "measure", "add", files + "value-sets.json", "--valuesets", files + "value-set-beside.json",
      files + "value-set-bundle.json", replies: "yes", "none", "4")
    #expect(code == 0)
    #expect(console.results.hasSuffix("Added. `measure lists-of-answers` opens it.\n"))
    let filled = sitting.once("measure", "lists", replies: "0", "1", "2")
    #expect(filled.code == 0)
    #expect(filled.console.results.contains("Saved."))
    let list = sitting.once("measure", "list")
    #expect(list.console.results.contains("lists-of-answers"))
  }

  @Test func `What is refused has its code, and an unknown name says what to do`() {
    #expect(sitting.once("measure", "add", files + "refused-loop.json").code == 65)
    #expect(sitting.once("measure", "add", "/nonexistent/file.json").code == 66)
    #expect(sitting.once("measure", "nothing-like-it").code == 66)
    #expect(sitting.once("measure", "often", "weekly", "400").code == 64)
  }
}
