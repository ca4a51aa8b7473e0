/// Whether a text speaks of dying or of self-harm. It misses much; what it says is for one offer, and is never kept.
package struct WorryWords: Sendable {
  package enum Strength: Int, Comparable, Sendable {
    /// Heavy.
    case worry
    /// A plan, means at hand, a time, or a goodbye.
    case strong

    package static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
  }

  /// Bytes of a text that are looked at.
  package static var most: Int { 65_536 }
  /// A clause of more words is looked at in pieces: the work grows with the text, not faster.
  static var longestClause: Int { 300 }

  struct Sign: Sendable {
    var strength: Strength
    var isAlways: Bool
  }

  let ids: [String: Int32]
  let start: Int32
  let end: Int32
  /// What the phrases of `phrases` say, in their order: those of more words first.
  let signs: [Sign]
  let phrases: WorryPhrases
  let idioms: WorryPhrases
  let negations: WorryPhrases
  let stillSo: WorryPhrases
  let past: WorryPhrases
  let present: WorryPhrases
  let frames: WorryPhrases
  let selves: Set<Int32>
  let others: Set<Int32>
  /// Words at which the four words before a phrase begin.
  let halts: Set<Int32>
  private let breaks: Set<Int32>
  private let joins: Set<Int32>
  private let openers: Set<Int32>
  private let fillers: Set<Int32>
  private let same: [Int32: [(variant: [Int32], words: [Int32])]]
  private let slips: WorrySlips

  package init(_ list: WorryList) {
    var ids: [String: Int32] = [:]
    func id(_ word: String) -> Int32 {
      if let known = ids[word] { return known }
      let new = Int32(ids.count)
      ids[word] = new
      return new
    }
    func ready(_ phrase: WorryList.Phrase) -> WorryPhrase {
      WorryPhrase(
        parts: phrase.parts.map { part in
          switch part {
          case .words(let words): .words(words.map(id))
          case .few: .few
          case .any: .any
          }
        }, weight: phrase.weight)
    }
    func ready(_ phrases: [WorryList.Phrase]) -> WorryPhrases { WorryPhrases(phrases.map { ready($0) }) }
    func set(_ words: Set<String>) -> Set<Int32> { Set(words.map(id)) }
    start = id("^")
    end = id("$")
    var all: [(phrase: WorryPhrase, sign: Sign)] = []
    for (phrases, strength, isAlways) in [
      (list.alwaysStrong, Strength.strong, true), (list.alwaysWorry, .worry, true), (list.strong, .strong, false),
      (list.worry, .worry, false),
    ] {
      all += phrases.map { (ready($0), Sign(strength: strength, isAlways: isAlways)) }
    }
    let order = all.indices.sorted { (all[$1].phrase.weight, $0) < (all[$0].phrase.weight, $1) }
    phrases = WorryPhrases(order.map { all[$0].phrase })
    signs = order.map { all[$0].sign }
    idioms = ready(list.idioms)
    negations = ready(list.negations)
    stillSo = ready(list.stillSo)
    past = ready(list.past)
    present = ready(list.present)
    frames = ready(list.frames)
    selves = set(list.selves)
    others = set(list.others)
    halts = set(["and", "so", "yet"])
    breaks = set(list.breaks)
    joins = set(list.joins)
    openers = set(list.selves.union(list.others).union(list.starters))
    fillers = set(list.fillers)
    // The longest variant first, else in their order.
    let variants = list.same.enumerated().sorted {
      ($1.element.variant.count, $0.offset) < ($0.element.variant.count, $1.offset)
    }
    same = Dictionary(grouping: variants.map { ($0.element.variant.map(id), $0.element.words.map(id)) }) { $0.0[0] }
      .mapValues { $0.map { (variant: $0.0, words: $0.1) } }
    slips = WorrySlips(list)
    self.ids = ids
  }

  /// Nil where nothing is found.
  package func strength(of text: String) -> Strength? {
    let text = text.utf8.count > Self.most ? String(decoding: text.utf8.prefix(Self.most), as: UTF8.self) : text
    var found: Strength?
    for pieces in WorryText.sentences(text) {
      let all = pieces.flatMap { clauses(of: spelt($0)) }
      var sentence = WorrySentence(words: self, whole: Array(all.joined(separator: [WorryToken.border])))
      for clause in all {
        guard let here = sentence.strength(of: clause) else { continue }
        if here == .strong { return here }
        found = here
      }
    }
    return found
  }

  /// The words of a piece as the list spells them, without fillers.
  private func spelt(_ piece: [String]) -> [Int32] {
    let tokens = piece.map { ids[slips.mend($0)] ?? WorryToken.unknown }
    var spelt: [Int32] = []
    var place = 0
    while place < tokens.count {
      if let fit = same[tokens[place]]?.first(where: { tokens[place...].starts(with: $0.variant) }) {
        spelt += fit.words
        place += fit.variant.count
      } else {
        spelt.append(tokens[place])
        place += 1
      }
    }
    return spelt.filter { !fillers.contains($0) || joins.contains($0) }
  }

  private func clauses(of words: [Int32]) -> [[Int32]] {
    var clauses: [[Int32]] = []
    var clause: [Int32] = []
    for (place, word) in words.enumerated() {
      let next = place + 1 < words.count ? words[place + 1] : WorryToken.unknown
      let isBreak = breaks.contains(word) || joins.contains(word) && openers.contains(next)
      if isBreak || clause.count == Self.longestClause {
        if !clause.isEmpty { clauses.append(clause) }
        clause = []
      }
      if !isBreak, !fillers.contains(word) { clause.append(word) }
    }
    if !clause.isEmpty { clauses.append(clause) }
    return clauses
  }
}
