import Forms

/// The words that work at every prompt, and those that open help.
package enum Words {
  /// The ways out of a question. `crisis` is apart: it is never asked about twice.
  package enum WayOut: String, CaseIterable, Sendable { case back, skip, why, pause, help }

  package static let crisis = "crisis"

  /// Words that open crisis at the menu and at the passphrase prompt.
  package static let openers: Set<String> = [
    "crisis", "crises", "sos", "911", "988", "112", "999", "000", "111", "emergency", "suicide", "suicidal", "help me",
    "helpme now", "hurt myself", "kill myself", "i want to die", "want to die",
  ]

  /// Whether a line at the menu asks for help: an opener in any case and punctuation, or `crisis` mistyped.
  package static func opensCrisis(_ line: String) -> Bool {
    let words = bare(line)
    if openers.contains(words) { return true }
    return !words.contains(" ") && words.count >= 5 && Nearness.distance(words, crisis) <= 1
  }

  /// In scripts `\back` types the word itself.
  package static func unescaped(_ line: String) -> String {
    guard line.hasPrefix("\\") else { return line }
    let word = String(line.dropFirst())
    return word == crisis || WayOut(rawValue: word) != nil ? word : line
  }

  /// Lower case, without punctuation at the ends.
  package static func bare(_ line: String) -> String {
    let kept = line.lowercased().split { $0.isWhitespace || "!?.,;:\"'".contains($0) }
    return kept.joined(separator: " ")
  }
}

/// How far two words are apart.
package enum Nearness {
  /// Insertions, deletions, replacements and swaps of neighbours.
  package static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, before[j - 2] + 1) }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }

  /// The nearest of `words`, if it is near enough to be meant.
  package static func nearest(to word: String, among words: [String]) -> String? {
    let scored = words.map { ($0, distance(word.lowercased(), $0)) }
    guard let best = scored.min(by: { $0.1 < $1.1 }), best.1 <= max(1, word.count / 3) else { return nil }
    return best.0
  }
}
