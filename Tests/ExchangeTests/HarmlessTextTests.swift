import Testing

@testable import Exchange

@Suite struct HarmlessTextTests {
  @Test func `Words stay as they are`() {
    for words in ["Called her, 5 pm", "Zoë 静か \u{1F468}\u{200D}\u{1F469}", "two\nlines", "e\u{301}"] {
      #expect(HarmlessText.text(words) == words)
    }
  }

  @Test func `What steers a terminal, turns text around or piles up is taken out`() {
    #expect(HarmlessText.text("a\u{1B}]52;c;AAAA\u{7}b\u{9B}31m") == "a ]52;c;AAAA b 31m")
    #expect(HarmlessText.text("a\u{202E}b\u{2066}c\u{FEFF}d\u{0}e") == "abcd e")
    #expect(HarmlessText.text("x" + String(repeating: "\u{301}", count: 5_000)).unicodeScalars.count == 5)
    #expect(HarmlessText.line(" a\u{2028}b\r\nc\td ") == "a b c d")
  }

  @Test func `Pasted text is plain, whatever it was`() {
    #expect(PlainASCII.text("Zoe\u{308}’s\u{1B}[2J \u{202E}x\u{85}y") == "Zoe's [2J x y")
  }
}
