/// Turns `worry.yaml` into a `WorryList`, and says what is wrong with it on the way.
struct WorryReader {
  let findings: Findings
  private var list = WorryList()
  /// Words of phrases, with the line of each, to be held against `same` and `fillers`.
  private var used: [(word: String, line: Int)] = []

  init(findings: Findings) { self.findings = findings }

  /// Nil if `findings` has errors.
  mutating func read(_ node: YAML) -> WorryList? {
    guard var fields = Fields(node, "The list", findings) else { return nil }
    for key in ["worry", "strong"] where node.isMissing(key) {
      findings.error(fields.line, "The field \"\(key)\" is missing.")
    }
    list.worry = phrases(fields.take("worry"))
    list.strong = phrases(fields.take("strong"))
    if let always = fields.take("always"), var inner = Fields(always, "The field \"always\"", findings) {
      list.alwaysWorry = phrases(inner.take("worry"))
      list.alwaysStrong = phrases(inner.take("strong"))
      inner.finish()
    }
    list.idioms = phrases(fields.take("idioms"))
    list.negations = phrases(fields.take("negations"))
    list.stillSo = phrases(fields.take("still-so"))
    list.past = phrases(fields.take("past"))
    list.present = phrases(fields.take("present"))
    list.frames = phrases(fields.take("frames"))
    list.selves = words(fields.take("self"))
    list.others = words(fields.take("others"))
    list.breaks = words(fields.take("breaks"))
    list.joins = words(fields.take("joins"))
    list.starters = words(fields.take("starters"))
    list.fillers = words(fields.take("fillers"))
    same(fields.take("same"))
    fields.finish()
    checkUse()
    return findings.errors.isEmpty ? list : nil
  }

  private mutating func phrases(_ node: YAML?) -> [WorryList.Phrase] {
    var seen: Set<String> = []
    return (node?.items ?? []).compactMap { item in
      guard let text = item.text else {
        findings.error(item.line, "A phrase has to be text.")
        return nil
      }
      if !seen.insert(text).inserted { findings.flaw(item.line, "The phrase \(Name.quoted(text)) stands here twice.") }
      return phrase(text, line: item.line)
    }
  }

  private mutating func phrase(_ text: String, line: Int) -> WorryList.Phrase? {
    let pieces = text.split(separator: " ").map(String.init)
    var parts: [WorryList.Part] = []
    for (place, piece) in pieces.enumerated() {
      let isEnd = place == 0 || place == pieces.count - 1
      switch piece {
      case "..", "...":
        if isEnd { findings.error(line, "A phrase begins and ends with a word, not with dots.") }
        parts.append(piece == ".." ? .few : .any)
      case "^", "$":
        if pieces.count == 1 || place != (piece == "^" ? 0 : pieces.count - 1) {
          findings.error(line, "\"^\" stands before the first word of a phrase, \"$\" after the last.")
        }
        parts.append(.words([piece]))
      default:
        let words = alternatives(piece, line: line)
        for word in words {
          list.vocabulary.insert(word)
          used.append((word, line))
        }
        parts.append(.words(words))
      }
    }
    return parts.isEmpty ? nil : WorryList.Phrase(parts: parts)
  }

  /// `kill/killing`, or `1950-2024` for each number from one to the other.
  private func alternatives(_ piece: String, line: Int) -> [String] {
    let ends = piece.split(separator: "-", omittingEmptySubsequences: false)
    if ends.count == 2, let low = Int(ends[0]), let high = Int(ends[1]) {
      guard low < high, high - low < 500 else {
        findings.error(line, "The numbers \(Name.quoted(piece)) go up, 500 of them at most.")
        return []
      }
      return (low...high).map(String.init)
    }
    let words = piece.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    for word in words where !Self.isWord(word) {
      findings.error(line, "\(Name.quoted(word)) is no word: small letters, digits and apostrophes only.")
    }
    return words
  }

  private static func isWord(_ word: String) -> Bool {
    !word.isEmpty && word == word.lowercased() && word.unicodeScalars.allSatisfy(WorryText.isWord)
  }

  private mutating func words(_ node: YAML?) -> Set<String> {
    var found: Set<String> = []
    for item in node?.items ?? [] {
      guard let text = item.text, !text.contains(" ") else {
        findings.error(item.line, "This list holds single words.")
        continue
      }
      found.formUnion(alternatives(text, line: item.line))
    }
    list.vocabulary.formUnion(found)
    return found
  }

  private mutating func same(_ node: YAML?) {
    guard let node, let fields = Fields(node, "The field \"same\"", findings) else { return }
    var rest = fields
    for entry in rest.rest() {
      let words = entry.key.split(separator: " ").map(String.init)
      for item in entry.value.items {
        guard let text = item.text, !text.isEmpty else {
          findings.error(item.line, "A variant has to be text.")
          continue
        }
        let variant = text.split(separator: " ").map(String.init)
        for word in words + variant where !Self.isWord(word) {
          findings.error(item.line, "\(Name.quoted(word)) is no word: small letters, digits and apostrophes only.")
        }
        if variant == words { findings.flaw(item.line, "\(Name.quoted(text)) stands in the place of itself.") }
        list.vocabulary.formUnion(words + variant)
        list.same.append(WorryList.Same(variant: variant, words: words))
      }
    }
  }

  /// A word that `same` puts another in the place of, or that is dropped, is never found.
  private func checkUse() {
    let replaced = Dictionary(
      list.same.filter { $0.variant.count == 1 && $0.words != $0.variant }.map { ($0.variant[0], $0.words) }
    ) { first, _ in first }
    for (word, line) in used {
      if let words = replaced[word] {
        findings.flaw(
          line, "\(Name.quoted(word)) is never found: \"same\" makes it \"\(words.joined(separator: " "))\".")
      } else if list.fillers.contains(word), !list.joins.contains(word) {
        findings.flaw(line, "\(Name.quoted(word)) is never found: it is one of the fillers.")
      }
    }
  }
}

extension YAML {
  fileprivate func isMissing(_ key: String) -> Bool {
    guard case .mapping(let entries) = content else { return true }
    return !entries.contains { $0.key == key && !$0.value.isEmpty }
  }
}
