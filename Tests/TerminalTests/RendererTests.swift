import Testing

@testable import Terminal

@Suite struct RendererTests {
  private func lines(_ blocks: Block..., width: Int = 80, plain: Bool = false, letters: Letters = .unicode) -> [String]
  {
    Renderer(width: width, plain: plain, letters: letters).lines(blocks)
  }

  @Test func `Text is wrapped at words, and long words where they must`() {
    #expect(
      lines(.text("Write down what went through your mind."), width: 20) == [
        "Write down what went", "through your mind.",
      ])
    #expect(
      lines(.text("see https://example.org/a/long/path now"), width: 20) == [
        "see", "https://example.org/", "a/long/path now",
      ])
  }

  @Test func `A drawing is shown line by line as it was made, and cannot steer the terminal`() {
    let wide = String(repeating: "─", count: 110)
    #expect(lines(.drawing(["10 ┤ ⠒", wide, "\u{1B}[2J"]), width: 40) == ["10 ┤ ⠒", wide, "\u{FFFD}[2J"])
  }

  @Test func `Wide and combining characters count their cells`() {
    #expect(lines(.text("日本語日本語日本語日本語"), width: 20) == ["日本語日本語日本語日", "本語"])
    let combining = String(repeating: "e\u{301}", count: 20)
    #expect(lines(.text(Rich(combining)), width: 20) == [combining])
  }

  @Test func `Bullets, choices and pairs hang under their text`() {
    #expect(
      lines(.bullet("one two three four five"), .bullet("deeper", depth: 1), width: 20) == [
        "• one two three four", "  five", "  • deeper",
      ])
    #expect(
      lines(
        .choice(key: "1", label: "Check in", note: "mood"), .choice(key: "10", label: "Something long to choose from"),
        width: 24) == ["1   Check in (mood)", "10  Something long to", "    choose from"])
    #expect(
      lines(.pair("Mood", "6 of 10"), .pair("Sleep", "7 hours"), width: 40) == ["Mood    6 of 10", "Sleep   7 hours"])
    #expect(
      lines(.pair("Mood", "6 of 10"), .pair("Sleep", "7 hours"), plain: true) == ["Mood: 6 of 10", "Sleep: 7 hours"])
  }

  @Test func `Titles stand apart, alerts carry a mark, quotes keep their lines`() {
    #expect(
      lines(.text("a"), .title("Today"), .alert("Call now"), .quote("first\n\nthird line"), .quiet("saved")) == [
        "a", "", "Today", "-----", "! Call now", "  first", "", "  third line", "saved",
      ])
    #expect(lines(.title("Today"), .bullet("x"), plain: true) == ["Today", "- x"])
  }

  @Test func `Emphasis is shown with colour alone where colour is allowed`() {
    let rich = Rich([.init("Type "), .init("crisis", .code), .init(" if "), .init("you must", .strong)])
    #expect(
      Renderer(colour: true).lines([.text(rich)]) == [
        "Type \u{1B}[36mcrisis\u{1B}[0m if \u{1B}[1myou must\u{1B}[0m"
      ])
    #expect(Renderer(colour: true, plain: true).lines([.text(rich)]) == ["Type crisis if you must"])
  }

  @Test func `A table is columns where it fits, sentences where it does not`() {
    let table = Table(
      header: ["Day", "Mood", "Note"],
      rows: [["Mon", "6", "slept well and walked in the park"], ["Tue", "", "tired"]])
    #expect(
      lines(.table(table), width: 40) == [
        "Day  Mood  Note", "---  ----  -----------------------------", "Mon  6     slept well and walked in the",
        "           park", "Tue        tired",
      ])
    #expect(
      lines(.table(table), plain: true) == [
        "Day: Mon; Mood: 6; Note: slept well and walked in the park", "Day: Tue; Note: tired",
      ])
    let wide = Table(
      header: ["Medication", "Prescriber", "Since"], rows: [["Sertraline", "Dr Okonkwo", "2026-11-20"]])
    #expect(
      lines(.table(wide), width: 20) == [
        "Medication:", "  Sertraline;", "  Prescriber: Dr", "  Okonkwo; Since:", "  2026-11-20",
      ])
  }

  @Test func `What could steer the terminal or mislead the eye is replaced`() {
    #expect(
      SafeText.line("a\u{1B}[31mred\u{7}\u{9B}x\u{202E}evil\u{2066}\u{200B}z\nnext\tt") == "a�[31mred��x�evil��z next t"
    )
    #expect(SafeText.lines("one\r\ntwo\u{2028}three\rfour") == ["one", "two", "three", "four"])
    #expect(SafeText.line("family 👨‍👩‍👧 ❤️ 1️⃣") == "family 👨‍👩‍👧 ❤️ 1️⃣")
    #expect(SafeText.line("pay\u{200D}pal \u{FEFF}x") == "pay�pal �x")
  }

  @Test func `No control or format character passes, but joiners after letters that need them`() {
    let all = (0..<0x30000).compactMap { Unicode.Scalar(UInt32($0)) }
    let passed = all.filter { scalar in
      let shown = SafeText.line("a" + String(scalar) + "b").unicodeScalars
      let category = scalar.properties.generalCategory
      return shown.contains(scalar) && (category == .control || category == .format)
    }
    #expect(passed.isEmpty)
  }

  @Test func `Where the terminal knows no Unicode, text is folded`() {
    #expect(lines(.bullet("früh — “schön” é"), letters: .ascii) == ["- fruh -- \"schon\" e"])
    #expect(lines(.bullet("früh"), letters: .unicodeText) == ["- früh"])
  }

  @Test(arguments: [20, 40, 80])
  func `No line is wider than the window`(width: Int) {
    let text: Rich = "An unusually_long_word_that_goes_on_and_on 日本語 and some ordinary words after it, e\u{301}tc."
    let blocks: [Block] = [
      .title(text), .text(text), .alert(text), .quiet(text), .quote(text.plain), .bullet(text, depth: 9),
      .choice(key: "1", label: text, note: "note"), .choice(key: text.plain, label: text),
      .pair("A name", text), .pair(text.plain, text), .blank,
      .table(Table(header: ["One", "Two", text], rows: [["1", text, text], [text, "2", "3"]])),
    ]
    for plain in [true, false] {
      let widths = Renderer(width: width, plain: plain).lines(blocks).map { Cells.count($0) }
      #expect(widths.max() ?? 0 <= width)
    }
  }

  @Test func `The locale tells the letters`() {
    let names = ["en_GB.UTF-8", "C.utf8", "", "C", "POSIX", "de_DE", "de_DE.ISO-8859-1", "de_DE@euro"]
    #expect(
      names.map { Letters(locale: $0) } == [
        .unicode, .unicode, .unicodeText, .unicodeText, .unicodeText, .ascii, .ascii, .ascii,
      ])
    #expect(Letters.localeName(["LC_ALL": "", "LC_CTYPE": "x", "LANG": "y"]) == "x")
  }

  @Test func `The recording console tells what was shown and asked`() {
    let console = RecordingConsole(lines: "6", secrets: ["abc"])
    console.show(.title("Mood"))
    #expect(console.ask(Prompt("0 to 10? ", prefill: "5")) == .line("6"))
    #expect(console.ask(Prompt()) == .endOfInput)
    #expect(console.transcript == "Mood\n0 to 10? 6\n> \n")
    #expect(console.prefills == ["5", ""])
  }

  @Test func `A table's notes stand below their rows, in columns and in sentences`() {
    let table = Block.table(
      Table(header: ["", "Name"], rows: [["#1", "Ann"], ["#2", "Ben"]], notes: ["a note that is long", ""]))
    #expect(
      Renderer(width: 20).lines([table]) == [
        "    Name", "--  ----", "#1  Ann", "    a note that is", "    long", "#2  Ben",
      ])
    #expect(
      Renderer(width: 40, plain: true).lines([table]) == ["#1; Name: Ann", "    a note that is long", "#2; Name: Ben"])
  }
}
