/// Counts syllables of English words by their letters; close enough for a reading grade.
enum Syllables {
  /// Words whose spelling hides how they sound.
  private static let known: [String: Int] = [
    "anyone": 3, "area": 3, "cafe": 2, "being": 2, "business": 2, "create": 2, "created": 3, "creates": 2, "crisis": 2,
    "diary": 3,
    "different": 3, "doing": 2, "every": 2, "everyone": 3, "everything": 3, "evening": 2, "evenings": 2, "going": 2,
    "idea": 3, "ideas": 3, "maybe": 2, "people": 2, "poem": 2, "quiet": 2, "quietly": 3, "react": 2, "reacts": 2,
    "real": 1, "really": 2,
    "science": 2, "seeing": 2, "sometimes": 2, "someone": 2, "something": 2, "somewhere": 2, "usual": 3,
    "usually": 3, "somebody": 3, "everybody": 4, "beforehand": 3, "medicine": 2, "medicines": 2, "violence": 3,
    "violent": 3, "whole": 1, "worried": 2, "the": 1, "therefore": 2, "themselves": 2,
    "careful": 2, "carefully": 3, "hopeful": 2, "useful": 2, "safety": 2, "lonely": 2, "lonelier": 3, "likely": 2,
    "homework": 2, "moment": 2, "statement": 2, "movement": 2, "management": 3, "basement": 2, "lifeline": 2,
    "yes": 1, "yet": 1, "eye": 1, "eyes": 1, "ones": 1, "once": 1, "else": 1, "naked": 2, "wicked": 2, "hundred": 2,
    "sacred": 2, "hatred": 2, "kindred": 2, "indeed": 2, "need": 1, "feed": 1, "seed": 1, "exercise": 3, "exercises": 4,
  ]

  /// At least one; a number counts as one.
  static func count(_ word: String) -> Int {
    let letters = word.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic }
    let plain = String(String.UnicodeScalarView(letters))
    if let count = known[plain] { return count }
    return max(1, groups(Array(plain)))
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiouyäöüéèàáíóú".contains(letter) }

  private static func groups(_ word: [Character]) -> Int {
    var count = 0
    var wasVowel = false
    for (index, letter) in word.enumerated() {
      // A y is a consonant at the start of a word and between vowels: year, beyond, saying.
      let isGlide = letter == "y" && (index == 0 || wasVowel) && index + 1 < word.count && isVowel(word[index + 1])
      let isVowel = isVowel(letter) && !isGlide
      if isVowel, !wasVowel || isSplit(word, index) { count += 1 }
      wasVowel = isVowel
    }
    return count - silent(word)
  }

  /// Two vowels that are spoken apart: idea, radio, being, situation.
  private static func isSplit(_ word: [Character], _ index: Int) -> Bool {
    let pair = String([word[index - 1], word[index]])
    let before = index >= 2 ? word[index - 2] : " "
    switch pair {
    case "ia": return !"ctsg".contains(before) || (index + 1 < word.count && word[index + 1] == "t")
    case "io": return !"tscxg".contains(before)
    case "iu", "eo", "uo", "ya", "yi", "ao": return before != "q" && before != "g"
    case "ua": return before != "q" && before != "g"
    case "ie": return index + 1 < word.count && word[index + 1] == "t"
    case "ei": return String(word.suffix(3)) == "ing" && index == word.count - 3
    case "oi", "ui": return String(word.suffix(3)) == "ing" && index == word.count - 3
    case "ue": return index + 1 < word.count && word[index + 1] == "l" && "rcf".contains(before)
    default: return false
    }
  }

  /// Vowel letters at the end that are not spoken: time, times, asked; but table, wanted, changes.
  private static func silent(_ word: [Character]) -> Int {
    let count = word.count
    guard count > 2 else { return 0 }
    func at(_ fromEnd: Int) -> Character { fromEnd < count ? word[count - 1 - fromEnd] : " " }
    switch (at(1), at(0)) {
    case (let before, "e") where !isVowel(before):
      return before == "l" && !isVowel(at(2)) ? 0 : 1
    case ("e", "s") where !isVowel(at(2)):
      if at(2) == "l" && !isVowel(at(3)) { return 0 }
      return "sxzcg".contains(at(2)) || (at(2) == "h" && "cs".contains(at(3))) ? 0 : 1
    case ("e", "d") where !isVowel(at(2)) || (at(2) == "y" && isVowel(at(3))):
      return "td".contains(at(2)) || (at(2) == "l" && !isVowel(at(3)) && at(3) != "l") ? 0 : 1
    default: break
    }
    // Inside a compound: hopeless, careful, movement.
    for ending in ["eless", "elessness", "elessly", "eful", "efully", "ement", "ely", "eliness", "eness"]
    where count > ending.count + 1 {
      if String(word.suffix(ending.count)) == ending, !isVowel(word[count - ending.count - 1]) { return 1 }
    }
    return 0
  }
}
