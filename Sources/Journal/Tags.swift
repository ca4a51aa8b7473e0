/// Tags as people type them, brought into one spelling.
package enum Tags {
  /// More than this on one entry, or longer ones, are sentences and not tags.
  package static let most = 20
  package static let longest = 40

  /// The tags in what was typed, each once: lower case, without `#`; words apart at spaces and commas. Anything but letters,
  /// digits, `-`, `_` and `'` is left out.
  package static func read(_ typed: String) -> [String] {
    var tags: [String] = []
    for piece in typed.split(whereSeparator: { $0.isWhitespace || ",;".contains($0) }) {
      let tag = one(String(piece))
      if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
    }
    return tags
  }

  private static func one(_ piece: String) -> String {
    let kept = piece.lowercased().filter { $0.isLetter || $0.isNumber || "-_'".contains($0) }
    return String(kept.drop { "-_'".contains($0) }.prefix(longest))
  }
}
