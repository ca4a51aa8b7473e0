/// A module as it is searched: its head, and the lines of its Markdown.
struct SearchText {
  let module: ModuleSummary
  private let body: String

  init(module: ModuleSummary, text: String) {
    self.module = module
    body = PageFile(text).map { String($0.body) } ?? ""
  }

  private enum Weight {
    static let title = 1_000
    static let topic = 300
    static let summary = 120
    static let heading = 60
    static let body = 10
    /// More places than this in the body say no more.
    static let most = 5
  }

  /// Nil if no word is here; else how many of them are.
  func hit(_ words: [[UInt8]]) -> (ModuleHit, matched: Int)? {
    let (title, summary, text) = (Folded(module.title), Folded(module.summary), Folded(body))
    let topics = module.topics.map { Folded($0) }
    var (score, matched) = (0, 0)
    var place: Int?
    for word in words {
      var found = 0
      if let at = title.find(word) { found += Weight.title + (title.isWhole(word, at: at) ? 200 : 0) }
      if topics.contains(where: { $0.find(word) != nil }) { found += Weight.topic }
      if summary.find(word) != nil { found += Weight.summary }
      var next = text.find(word)
      if place == nil { place = next }
      var (places, headings) = (0, 0)
      while let at = next, places < Weight.most {
        places += 1
        if isHeading(text.bytes, at) { headings = 1 }
        next = text.find(word, from: at + word.count)
      }
      found += places * Weight.body + headings * Weight.heading
      if found > 0 { matched += 1 }
      score += found
    }
    guard matched > 0 else { return nil }
    let origin = place.map { Folded.origin(of: $0, in: body) }
    return (ModuleHit(module: module, snippet: snippet(at: origin), score: score), matched)
  }

  private func isHeading(_ bytes: [UInt8], _ place: Int) -> Bool {
    var start = place
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return bytes[start] == UInt8(ascii: "#")
  }

  /// About this many bytes before and after the match.
  private static let (before, after) = (40, 90)

  /// The line around a place of the body, without its marks; the summary where only the head matched.
  private func snippet(at place: Int?) -> String {
    guard let place else { return module.summary }
    let bytes = Array(body.utf8)
    func isEdge(_ index: Int) -> Bool { bytes[index] == UInt8(ascii: "\n") }
    var start = place
    while start > 0, !isEdge(start - 1), place - start < Self.before || bytes[start - 1] != UInt8(ascii: " ") {
      start -= 1
    }
    var end = place
    while end < bytes.count, !isEdge(end), end - place < Self.after || bytes[end] != UInt8(ascii: " ") { end += 1 }
    let marks = Set("*`#>|[]".utf8)
    let cut = String(decoding: bytes[start..<end].filter { !marks.contains($0) }, as: UTF8.self)
    let words = cut.split(separator: " ").filter { $0 != "-" && $0 != "---" }.joined(separator: " ")
    let isBegun = start > 0 && !isEdge(start - 1)
    let isCut = end < bytes.count && !isEdge(end)
    return (isBegun ? "… " : "") + words + (isCut ? " …" : "")
  }
}
