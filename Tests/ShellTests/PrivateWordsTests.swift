import Conversation
import Terminal
import Testing

@testable import Shell

/// Outside the program's own shell, words about a person are never arguments.
@Suite struct PrivateWordsTests {
  let sitting: ShellSitting

  init() throws { sitting = try ShellSitting(shell: false) }

  @Test func `A note on the caller's command line is refused, and nothing is saved`() throws {
    let (code, console) = sitting.once("mood", "6", "slept", "badly")
    #expect(code == 64)
    #expect(console.transcript.unwrapped.contains("Words about you do not belong on this command line"))
    #expect(console.transcript.contains("handrail mood 6 --note"))
    #expect(!console.transcript.contains("slept"))
    #expect(try entries() == 0)
  }

  @Test func `Search words on the caller's command line are refused`() {
    let (code, console) = sitting.once("review", "--search", "river")
    #expect(code == 64)
    #expect(console.transcript.contains("handrail review --search"))
    #expect(!console.transcript.contains("river"))
  }

  @Test func `A note is asked for instead`() throws {
    let (code, _) = sitting.once("mood", "6", "--note", replies: "slept badly")
    #expect(code == 0)
    #expect(try entries() == 1)
    let (_, console) = sitting.once("review", "--search", replies: "badly")
    #expect(console.results.contains("1 entry."))
  }

  @Test func `A mood alone needs no reply`() throws {
    let (code, console) = sitting.once("mood", "6")
    #expect(code == 0)
    #expect(console.prompts == [])
    #expect(console.results == "Saved. `undo` takes it back.\n")
  }

  @Test(arguments: [
    ["crisis"], ["sos"], ["988"], ["crisis", "--region", "US"], ["crisis", "please"], ["help", "me"],
  ])
  func `Help needs no journal, and no correct command line`(arguments: [String]) throws {
    let console = RecordingConsole()
    let code = Program.run(
      arguments: arguments, values: [:], executable: "/nonexistent/bin/handrail", clinic: { _, _ in 64 }
    ) { _ in console }
    #expect(code == 0)
    let first = try #require(console.transcript.range(of: "In danger now?"))
    // Nothing is asked before the lines, and Enter leaves what is asked after them.
    #expect(console.prompts.allSatisfy { $0.contains("or Enter") })
    if let asked = console.transcript.range(of: "or Enter") { #expect(first.lowerBound < asked.lowerBound) }
  }

  private func entries() throws -> Int {
    let (_, console) = sitting.once("review", "--json")
    return console.raw.components(separatedBy: "\"revision\"").count - 1
  }
}
