/// Words of a text as numbers: those of the list by their place, all others by these.
enum WorryToken {
  static let unknown: Int32 = -1
  /// An idiom stood here.
  static let blanked: Int32 = -2
  /// Between two clauses.
  static let border: Int32 = -3
}

/// One phrase of the list, ready to be looked for.
struct WorryPhrase: Sendable {
  enum Part: Sendable {
    case words([Int32])
    case few, any
  }

  let parts: [Part]
  let weight: Int
  var first: [Int32] { if case .words(let words)? = parts.first { words } else { [] } }

  /// Where its words stand when it begins at `start`; the shortest gaps that fit.
  func match(_ tokens: [Int32], at start: Int) -> [Int]? {
    var search = Search(parts: parts, tokens: tokens)
    return search.match(0, at: start) ? search.places : nil
  }

  func isIn(_ tokens: [Int32]) -> Bool { tokens.indices.contains { match(tokens, at: $0) != nil } }

  private struct Search {
    let parts: [Part]
    let tokens: [Int32]
    var places: [Int] = []
    /// For each "...": from which place on it was looked for, and where what follows it stands first.
    var found: [Int: (from: Int, place: Int)] = [:]

    init(parts: [Part], tokens: [Int32]) {
      self.parts = parts
      self.tokens = tokens
    }

    mutating func match(_ part: Int, at place: Int) -> Bool {
      guard part < parts.count else { return true }
      switch parts[part] {
      case .words(let words):
        guard place < tokens.count, words.contains(tokens[place]) else { return false }
        places.append(place)
        if match(part + 1, at: place + 1) { return true }
        places.removeLast()
        return false
      case .few:
        for next in place..<min(place + 4, max(place, tokens.count)) where match(part + 1, at: next) { return true }
        return false
      case .any:
        if let known = found[part], known.from <= place, place <= known.place {
          return known.place < tokens.count && match(part + 1, at: known.place)
        }
        for next in place..<max(place, tokens.count) where match(part + 1, at: next) {
          found[part] = (place, next)
          return true
        }
        found[part] = (place, tokens.count)
        return false
      }
    }
  }
}

/// Many phrases, looked for by the words they begin with.
struct WorryPhrases: Sendable {
  let all: [WorryPhrase]
  private let beginning: [Int32: [Int]]

  init(_ all: [WorryPhrase]) {
    self.all = all
    var beginning: [Int32: [Int]] = [:]
    for (index, phrase) in all.enumerated() { for word in phrase.first { beginning[word, default: []].append(index) } }
    self.beginning = beginning
  }

  /// Phrases that could begin in these words, in order, each with the places where it could.
  func candidates(_ tokens: [Int32]) -> [(phrase: Int, starts: [Int])] {
    var starts: [Int: [Int]] = [:]
    for (place, token) in tokens.enumerated() where token >= 0 {
      for phrase in beginning[token] ?? [] { starts[phrase, default: []].append(place) }
    }
    return starts.sorted { $0.key < $1.key }.map { (phrase: $0.key, starts: $0.value) }
  }

  func isAny(in tokens: [Int32]) -> Bool { firstEnd(in: tokens) != nil }

  /// The earliest place at which one of them ends.
  func firstEnd(in tokens: [Int32]) -> Int? {
    var end: Int?
    for (index, starts) in candidates(tokens) {
      for start in starts {
        guard let last = all[index].match(tokens, at: start)?.last else { continue }
        end = min(end ?? last, last)
      }
    }
    return end
  }
}
