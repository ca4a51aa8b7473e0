import Terminal

extension Session {
  /// Words to write down or to compare: numbered, four in a row, two in a narrow window.
  package func numbered(_ words: [String]) -> Block {
    let width = console.width < 60 ? 2 : 4
    let rows = stride(from: 0, to: words.count, by: width).map { start in
      words[start..<min(start + width, words.count)].enumerated().map { "\(start + $0 + 1) \($1)" }
        .joined(separator: "   ")
    }
    return .quote(rows.joined(separator: "\n"))
  }
}
