/// Mends slips of the finger: two letters that changed places, one typed twice, and in long words one that is wrong.
struct WorrySlips: Sendable {
  private let known: Set<String>
  private let targets: [Unicode.Scalar: [(word: String, letters: [Unicode.Scalar])]]

  init(_ list: WorryList) {
    known = list.vocabulary
    targets = Dictionary(
      grouping: list.targets.map { (word: $0, letters: Array($0.unicodeScalars)) }, by: { $0.letters[0] })
  }

  /// The word that was meant, or the word itself.
  func mend(_ word: String) -> String {
    guard !known.contains(word), word.utf8.count < 64 else { return word }
    let letters = Array(word.unicodeScalars)
    guard letters.count >= 4, letters[0].properties.isAlphabetic, let near = targets[letters[0]] else { return word }
    return near.first { target in
      abs(target.letters.count - letters.count) < 2
        && (Self.isSwapped(letters, target.letters) || Self.isDoubled(letters, target.letters)
          || target.letters.count > 5 && Self.isOneOff(letters, target.letters))
    }?.word ?? word
  }

  private static func isSwapped(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    guard a.count == b.count else { return false }
    let apart = a.indices.filter { a[$0] != b[$0] }
    return apart.count == 2 && apart[1] == apart[0] + 1 && a[apart[0]] == b[apart[1]] && a[apart[1]] == b[apart[0]]
  }

  private static func isDoubled(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    a.count == b.count + 1
      && a.indices.dropFirst().contains { a[$0] == a[$0 - 1] && a[..<$0] + a[($0 + 1)...] == b[...] }
  }

  private static func isOneOff(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    if a.count == b.count { return zip(a, b).count { $0 != $1 } == 1 }
    let (long, short) = a.count > b.count ? (a, b) : (b, a)
    let place = zip(long, short).prefix { $0 == $1 }.count
    return long.count == short.count + 1 && long[(place + 1)...] == short[place...]
  }
}
