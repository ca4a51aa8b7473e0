/// Looks through the clauses of one sentence.
struct WorrySentence {
  let words: WorryWords
  /// The words of all its clauses.
  let whole: [Int32]
  private lazy var isPresent = words.present.isAny(in: whole)

  init(words: WorryWords, whole: [Int32]) {
    self.words = words
    self.whole = whole
  }

  mutating func strength(of clause: [Int32]) -> WorryWords.Strength? {
    let tokens = blanked([words.start] + clause + [words.end])
    var setting = Setting(words: words, tokens: tokens)
    var used = tokens.map { $0 == WorryToken.blanked }
    var found: WorryWords.Strength?
    for (index, starts) in words.phrases.candidates(tokens) {
      let sign = words.signs[index]
      for start in starts {
        guard let places = words.phrases.all[index].match(tokens, at: start) else { continue }
        let own = places.filter { tokens[$0] != words.start && tokens[$0] != words.end }
        guard let last = own.last, !own.allSatisfy({ used[$0] }) else { continue }
        let counts = sign.isAlways || holds(places, last: last, in: &setting)
        for place in places { used[place] = true }
        guard counts else { continue }
        if sign.strength == .strong { return .strong }
        found = .worry
      }
    }
    return found
  }

  private func blanked(_ clause: [Int32]) -> [Int32] {
    var tokens = clause
    for (index, starts) in words.idioms.candidates(clause) {
      let matches = starts.compactMap { words.idioms.all[index].match(tokens, at: $0) }
      for place in matches.joined() where tokens[place] != words.end { tokens[place] = WorryToken.blanked }
    }
    return tokens
  }

  /// What can be said of a clause as a whole, found out when it is first needed.
  private struct Setting {
    let words: WorryWords
    let tokens: [Int32]
    lazy var isStillSo = words.stillSo.isAny(in: tokens)
    lazy var isPast = words.past.isAny(in: tokens)
    lazy var frameEnd = words.frames.firstEnd(in: tokens) ?? tokens.count

    init(words: WorryWords, tokens: [Int32]) {
      self.words = words
      self.tokens = tokens
    }
  }

  private mutating func holds(_ places: [Int], last: Int, in setting: inout Setting) -> Bool {
    if isDenied(places, setting.tokens), !setting.isStillSo { return false }
    for place in (0...last).reversed() {
      let token = setting.tokens[place]
      if words.selves.contains(token) { break }
      if words.others.contains(token), !places.contains(place) { return false }
    }
    if setting.isPast, !isPresent { return false }
    return setting.frameEnd >= last
  }

  /// Whether a denial stands in the four words before, or in the place of the dots.
  private func isDenied(_ places: [Int], _ tokens: [Int32]) -> Bool {
    guard let first = places.first, let last = places.last else { return false }
    let before = tokens[..<first].suffix(4)
    let near = before.lastIndex { words.halts.contains($0) }.map { before[($0 + 1)...] } ?? before
    if words.negations.isAny(in: Array(near)) { return true }
    guard last - first + 1 > places.count else { return false }
    return words.negations.isAny(in: (first..<last).filter { !places.contains($0) }.map { tokens[$0] })
  }
}
