/// A text as sentences of pieces of words, before any word is looked at.
enum WorryText {
  /// Each sentence as pieces between the marks that end a clause; each piece as words in small letters.
  static func sentences(_ text: String) -> [[[String]]] {
    var sentences: [[[String]]] = []
    var pieces: [[String]] = []
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func isInner(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { isLetter($0) || $0 == "_" } ?? false }
    func endWord() {
      while word.first == "'" { word.removeFirst() }
      while word.last == "'" { word.removeLast() }
      if !word.isEmpty { words.append(String(word)) }
      word = .init()
    }
    func endPiece() {
      endWord()
      if !words.isEmpty { pieces.append(words) }
      words = []
    }
    func endSentence() {
      endPiece()
      if !pieces.isEmpty { sentences.append(pieces) }
      pieces = []
    }
    let scalars = Array(text.lowercased().unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case ".", "!", "?", "\u{2026}", "\n": endSentence()
      case ",", ";", ":", "(", ")", "\u{2013}", "\u{2014}": endPiece()
      case "'", "\u{2019}", "\u{2018}", "\u{2BC}", "\u{B4}", "`": word.append("'")
      case "-":
        let isInside =
          place > 0 && place + 1 < scalars.count && isInner(scalars[place - 1]) && isInner(scalars[place + 1])
        if isInside { endWord() } else { endPiece() }
      case _ where isLetter(scalar): word.append(scalar)
      default:
        switch scalar.properties.generalCategory {
        case .otherSymbol, .modifierSymbol: endPiece()
        default: endWord()
        }
      }
    }
    endSentence()
    return sentences
  }

  /// What a word in the list may be made of.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool { isLetter(scalar) || scalar == "'" }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      // A variation mark belongs to the emoji before it.
      return !(0xFE00...0xFE0F).contains(scalar.value)
    default: return false
    }
  }
}
