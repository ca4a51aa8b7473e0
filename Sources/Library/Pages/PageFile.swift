/// A Markdown file with front matter: the lines between two `---`.
struct PageFile {
  var front: Substring
  var body: Substring
  /// Lines that stand before the front matter, and before the body.
  let frontOffset = 1
  var bodyOffset: Int

  /// Nil if the text does not begin with front matter.
  init?(_ text: String) {
    let bytes = text.utf8
    let newline = UInt8(ascii: "\n")
    func isFence(_ line: Substring.UTF8View) -> Bool {
      line.count < 64 && Substring(line).trimmingSuffix { $0 == " " || $0 == "\r" } == "---"
    }
    guard let first = bytes.firstIndex(of: newline), isFence(bytes[..<first]) else { return nil }
    let start = bytes.index(after: first)
    var (line, number) = (start, 1)
    while line < bytes.endIndex {
      let end = bytes[line...].firstIndex(of: newline) ?? bytes.endIndex
      if isFence(bytes[line..<end]) {
        front = text[start..<line]
        body = end < bytes.endIndex ? text[bytes.index(after: end)...] : ""
        bodyOffset = number + 1
        return
      }
      guard end < bytes.endIndex else { return nil }
      line = bytes.index(after: end)
      number += 1
    }
    return nil
  }
}
