import Testing

@testable import Conversation

@Suite struct WordsTests {
  @Test(arguments: [
    "crisis", "sos", "911", "988", "112", "999", "000", "111", "emergency", "suicide", "suicidal", "help me", "crises",
    "kill myself", "hurt myself", "i want to die", "want to die",
  ])
  func `Words for danger open help, however they are typed`(word: String) {
    #expect(Words.opensCrisis(word))
    #expect(Words.opensCrisis(word.uppercased()))
    #expect(Words.opensCrisis("  \(word)!! "))
    #expect(Words.opensCrisis("\"\(word)\"."))
    #expect(Words.opensCrisis(word.split(separator: " ").joined(separator: "   ")))
  }

  @Test(arguments: ["crsis", "crisi", "criss", "ccrisis", "crisys", "rcisis", "crissi", "crisis1"])
  func `Crisis mistyped by one key opens help`(word: String) { #expect(Words.opensCrisis(word)) }

  @Test(arguments: [
    "", "   ", "help", "now", "cries", "cris", "crease", "mood", "today was awful", "help i can't cope",
    "now i can't do anything", "it was not a crisis", "the cries next door", "911 times", "i want to dine", "10", "0",
    "12", "me help", "dry ice", "emergence",
  ])
  func `Ordinary words and sentences do not`(line: String) { #expect(!Words.opensCrisis(line)) }

  @Test func `In a script a backslash types a word instead of doing it`() {
    let words = ["back", "skip", "why", "pause", "help", "crisis"]
    #expect(words.map { Words.unescaped("\\" + $0) } == words)
    for line in ["back", "\\other", "\\", "", "\\back to work", "\\\\back"] { #expect(Words.unescaped(line) == line) }
  }

  @Test func `A bare line has no capitals, no marks and single spaces`() {
    #expect(Words.bare("  Help,   ME! ") == "help me")
    #expect(Words.bare("\"'.?!;:,") == "")
    #expect(Words.bare("ÉCOLE") == "école")
  }
}

@Suite struct NearnessTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "abc", 3), ("mood", "mood", 0), ("mood", "mod", 1), ("mood", "moood", 1),
    ("mood", "moor", 1), ("mood", "omod", 1), ("kitten", "sitting", 3), ("ab", "ba", 1), ("ca", "abc", 3),
  ])
  func `Words are apart by insertions, deletions, replacements and swaps`(a: String, b: String, distance: Int) {
    #expect(Nearness.distance(a, b) == distance)
    #expect(Nearness.distance(b, a) == distance)
  }

  @Test func `The nearest word is one that can be meant`() {
    let words = ["mood", "review", "practice", "plan"]
    #expect(Nearness.nearest(to: "mod", among: words) == "mood")
    #expect(Nearness.nearest(to: "REVEIW", among: words) == "review")
    #expect(Nearness.nearest(to: "pratcise", among: words) == "practice")
    #expect(Nearness.nearest(to: "hopeless", among: words) == nil)
    #expect(Nearness.nearest(to: "x", among: words) == nil)
    #expect(Nearness.nearest(to: "mood", among: []) == nil)
  }
}
