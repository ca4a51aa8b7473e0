import Testing

import Commands

@Suite struct CommandWordsTests {
  @Test func `A line is cut at spaces, and an apostrophe is a letter`() {
    #expect(CommandWords.split("mood 6 slept badly") == ["mood", "6", "slept", "badly"])
    #expect(CommandWords.split("  i   can't\tdo 'this'  ") == ["i", "can't", "do", "'this'"])
    #expect(CommandWords.split("") == [])
    #expect(CommandWords.split("   ") == [])
  }

  @Test func `Double quotes hold words together, also empty ones and inside a word`() {
    #expect(CommandWords.split("review --from \"last tuesday\"") == ["review", "--from", "last tuesday"])
    #expect(CommandWords.split("a \"\" b") == ["a", "", "b"])
    #expect(CommandWords.split("a\"b c\"d") == ["ab cd"])
    #expect(CommandWords.split("\"open to the end") == ["open to the end"])
  }

  @Test func `Backslashes, dollars and semicolons are letters too`() {
    #expect(CommandWords.split("note \\n $HOME; `ls` *") == ["note", "\\n", "$HOME;", "`ls`", "*"])
  }
}
