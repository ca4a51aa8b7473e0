import Conversation
import Testing

@testable import Shell

/// The words of the shell and of the command line that look back.
@Suite struct ReviewCommandsTests {
  @Test(
    arguments: [
      ("helps", "What helps me"), ("review helps", "What helps me"), ("review helps --details", "What helps me"),
      ("review beside", "What goes with mood"), ("week", "Your week"), ("week why", "Your week"),
      ("review week --why", "Your week"), ("week --back 2", "Your week"), ("review thoughts", "Thought patterns"),
    ])
  func `Each way of looking back has its words`(line: String, title: String) throws {
    let (said, departure) = try ShellSitting().line(line)
    #expect(departure == nil)
    #expect(said.contains(title))
  }

  @Test(arguments: ["helps", "week", "review beside", "review thoughts"])
  func `For other programs it is one line of JSON`(line: String) throws {
    let sitting = try ShellSitting()
    let (code, console) = sitting.once("review", line.split(separator: " ").last.map(String.init) ?? "", "--json")
    #expect(code == 0)
    #expect(console.raw.hasPrefix("{\"") && console.raw.hasSuffix("}\n") && console.raw.count { $0 == "\n" } == 1)
  }

  @Test(arguments: ["week was so heavy", "helps me to walk a bit"])
  func `A sentence that begins with such a word is kept as one`(line: String) throws {
    let sitting = try ShellSitting()
    let (said, _) = sitting.line(line, then: "")
    #expect(said.contains("Write this down") || said.contains("Help now"))
  }

  @Test(arguments: ["week --back x", "week --back -1", "week soon"])
  func `A slip is explained`(line: String) throws {
    let (_, departure) = try ShellSitting().line(line)
    guard case .failed(let failure)? = departure else {
      Issue.record("\(line) went through")
      return
    }
    #expect(failure.code == 64)
  }
}
