/// How many years of school a text asks for: the Flesch–Kincaid grade level of English prose (Kincaid and others, 1975).
struct ReadingGrade {
  private(set) var words = 0
  private(set) var sentences = 0
  private(set) var syllables = 0

  /// Each paragraph ends a sentence, as a list item does.
  init(_ paragraphs: [String]) {
    for paragraph in paragraphs { add(paragraph) }
  }

  /// Paragraphs as lines that each end like a sentence, for any other measure of the same text.
  static func cleaned(_ paragraphs: [String]) -> String {
    paragraphs.map { paragraph in
      let line = paragraph.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return line.isEmpty || ".?!".contains(line.last ?? " ") ? line : line + "."
    }
    .joined(separator: "\n")
  }

  var value: Double {
    guard words > 0, sentences > 0 else { return 0 }
    let (words, sentences, syllables) = (Double(words), Double(sentences), Double(syllables))
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59
  }

  /// `6.2`
  var text: String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }

  private mutating func add(_ paragraph: String) {
    var open = false
    for token in paragraph.split(whereSeparator: { $0.isWhitespace || "-–—/".contains($0) }) {
      if token.contains(where: { $0.isLetter || $0.isNumber }) {
        words += 1
        syllables += Syllables.count(String(token))
        open = true
      }
      if open, Self.endsSentence(token) {
        sentences += 1
        open = false
      }
    }
    if open { sentences += 1 }
  }

  private static func endsSentence(_ token: Substring) -> Bool {
    let bare = token.trimmingSuffix { "\"')”’]".contains($0) }
    guard let last = bare.last, ".?!…".contains(last) else { return false }
    return !["Dr.", "Mr.", "Mrs.", "Ms.", "e.g.", "i.e.", "etc.", "vs.", "No."].contains(String(bare))
  }
}
