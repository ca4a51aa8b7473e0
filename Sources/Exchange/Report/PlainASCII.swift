/// Text made fit for a record that takes ASCII only: quotes, dashes and accents become their plain forms.
enum PlainASCII {
  /// Letters of other scripts have no plain form and stay: a name is worth more than a rule.
  static func text(_ text: String) -> String {
    var plain = ""
    for character in HarmlessText.text(text) {
      if character == "\n" {
        plain += " "
      } else if character.isASCII {
        plain.append(character)
      } else if let known = marks[character] {
        plain += known
      } else if let scalar = character.unicodeScalars.first, let letter = latin[scalar] {
        plain += letter
      } else if let scalar = character.unicodeScalars.first, scalar.isASCII {
        // A letter and its marks, written apart.
        plain.unicodeScalars.append(scalar)
      } else {
        plain.append(character)
      }
    }
    return plain
  }

  private static let marks: [Character: String] = [
    "\u{2018}": "'", "\u{2019}": "'", "\u{201C}": "\"", "\u{201D}": "\"", "\u{2013}": "-", "\u{2014}": "-",
    "\u{2212}": "-", "\u{2026}": "...", "\u{00A0}": " ", "\u{202F}": " ", "\u{2022}": "*", "\u{00D7}": "x",
    "\u{00DF}": "ss", "\u{00E6}": "ae", "\u{00C6}": "AE", "\u{0153}": "oe", "\u{0152}": "OE",
  ]

  private static let latin: [Unicode.Scalar: String] = {
    var letters: [Unicode.Scalar: String] = [:]
    let rows = [
      ("ÀÁÂÃÄÅĀĂĄ", "A"), ("àáâãäåāăą", "a"), ("ÇĆĈĊČ", "C"), ("çćĉċč", "c"), ("ÐĎĐ", "D"), ("ðďđ", "d"),
      ("ÈÉÊËĒĔĖĘĚ", "E"), ("èéêëēĕėęě", "e"), ("ĜĞĠĢ", "G"), ("ĝğġģ", "g"), ("ÌÍÎÏĨĪĬĮİ", "I"), ("ìíîïĩīĭįı", "i"),
      ("ĹĻĽŁ", "L"), ("ĺļľł", "l"), ("ÑŃŅŇ", "N"), ("ñńņň", "n"), ("ÒÓÔÕÖØŌŎŐ", "O"), ("òóôõöøōŏő", "o"),
      ("ŔŖŘ", "R"), ("ŕŗř", "r"), ("ŚŜŞŠ", "S"), ("śŝşš", "s"), ("ŢŤŦ", "T"), ("ţťŧ", "t"),
      ("ÙÚÛÜŨŪŬŮŰŲ", "U"), ("ùúûüũūŭůűų", "u"), ("ÝŶŸ", "Y"), ("ýÿŷ", "y"), ("ŹŻŽ", "Z"), ("źżž", "z"),
    ]
    for (row, plain) in rows { for letter in row.unicodeScalars { letters[letter] = plain } }
    return letters
  }()
}
