/// A Markdown file with front matter: the lines between two `---`.
struct PageFile {
  var front: Substring
  var body: Substring
  /// Lines that stand before the front matter, and before the body.
  let frontOffset = 1
  var bodyOffset: Int

  /// Nil if the text does not begin with front matter.
  init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    func isFence(_ line: Substring) -> Bool { line.trimmingSuffix { $0 == " " || $0 == "\r" } == "---" }
    guard let first = lines.first, isFence(first), let end = lines.dropFirst().firstIndex(where: isFence) else {
      return nil
    }
    front = text[lines[1].startIndex..<lines[end].startIndex]
    body = text[lines[end].endIndex...].dropFirst()
    bodyOffset = end + 1
  }
}
