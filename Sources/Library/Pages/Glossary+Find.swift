extension Library {
  /// Terms that a text uses, in the order they come up.
  package func terms(in document: Document, of glossary: [Term]) -> [Term] {
    let text = Folded(document.words.joined(separator: "\n"))
    let found = glossary.compactMap { term -> (term: Term, place: Int)? in
      let word = Folded(term.term).bytes
      var start = 0
      while let place = text.find(word, from: start) {
        let end = place + word.count
        let isPlural = end < text.bytes.count && text.bytes[end] == UInt8(ascii: "s")
        if text.isWhole(word, at: place) || isPlural && text.isWhole(word + [UInt8(ascii: "s")], at: place) {
          return (term, place)
        }
        start = place + 1
      }
      return nil
    }
    return found.sorted { $0.place < $1.place }.map(\.term)
  }

  /// What a word may stand for: the term itself, else terms that begin with it, else those that have it inside.
  package func meanings(of word: String, in glossary: [Term]) -> [Term] {
    func key(_ text: String) -> [[UInt8]] { Folded.words(text) }
    let wanted = key(word)
    guard !wanted.isEmpty else { return [] }
    let exact = glossary.filter { key($0.term) == wanted }
    let begun = glossary.filter { term in
      let words = key(term.term)
      guard words.count >= wanted.count, words != wanted else { return false }
      return zip(words, wanted).dropLast(1).allSatisfy { $0 == $1 }
        && (words[wanted.count - 1].starts(with: wanted[wanted.count - 1]))
    }
    if !exact.isEmpty || !begun.isEmpty { return exact + begun }
    return glossary.filter { term in
      wanted.allSatisfy { one in key(term.term).contains { $0.starts(with: one) } }
    }
  }
}
