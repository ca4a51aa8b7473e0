import Terminal

extension Block {
  /// Words to write down or to compare: numbered, four in a row.
  static func numbered(_ words: [String]) -> Block {
    let rows = stride(from: 0, to: words.count, by: 4).map { start in
      words[start..<min(start + 4, words.count)].enumerated().map { "\(start + $0 + 1) \($1)" }.joined(separator: "   ")
    }
    return .quote(rows.joined(separator: "\n"))
  }
}
