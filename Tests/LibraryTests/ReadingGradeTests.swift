import Testing

@testable import Library

@Suite struct ReadingGradeTests {
  @Test(
    "Syllables are counted as people say them",
    arguments: [
      (1, "a the eyes through asked times loved played year breathe thought walked strengths"),
      (2, "about table being people quiet wanted changes going hopeful moment saying react safely useless"),
      (3, "idea emotion exercise another loneliness hopelessness beginning tomorrow remember recovery-x somebody"),
      (4, "situation anxiety medication emergency emotional society"),
      (5, "communication organization"),
    ])
  func syllables(count: Int, words: String) {
    for word in words.split(separator: " ") where !word.hasSuffix("-x") {
      #expect(Syllables.count(String(word)) == count, "\(word)")
    }
  }

  @Test func `The grade follows the formula`() {
    let grade = ReadingGrade([
      "The cat sat on the mat. It was a warm day.", "Dr. Lee - a friend - said: \"Sit down.\" 911",
    ])
    #expect(grade.words == 19)
    #expect(grade.sentences == 4)
    #expect(grade.syllables == 19)
    #expect(grade.text == "-1.9")
  }

  @Test func `No words have no grade`() {
    #expect(ReadingGrade(["", " - "]).value == 0)
  }
}
