/// A module that a search found.
package struct ModuleHit: Equatable, Sendable {
  package var module: ModuleSummary
  /// A piece of the text around the first match.
  package var snippet: String
  package var score: Int
}

extension Library {
  /// Modules that hold all the words, each as the beginning of a word; where none does, those that hold any.
  /// The best come first: title before topics, topics before headings, headings before the rest.
  package func search(_ line: String, track: Track? = nil) -> [ModuleHit] {
    let words = Array(Folded.words(line).prefix(8))
    guard !words.isEmpty else { return [] }
    var seen: [(hit: ModuleHit, matched: Int)] = []
    let texts: [SearchText] = pages("modules", \.module.id) { path, text in
      moduleSummary(path, text).map { SearchText(module: $0, text: text) }
    }
    for text in texts where track == nil || text.module.track == track || text.module.track == .both {
      if let (hit, matched) = text.hit(words) { seen.append((hit, matched)) }
    }
    let whole = seen.filter { $0.matched == words.count }
    return (whole.isEmpty ? seen : whole).map(\.hit).sorted {
      ($1.score, $0.module.title, $0.module.id) < ($0.score, $1.module.title, $1.module.id)
    }
  }
}
