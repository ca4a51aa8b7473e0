/// Daylio's newer notes carry a little HTML.
enum DaylioText {
  private static let breaks: Set<Substring> = ["br", "/p", "/div", "/li", "/h1", "/h2", "/h3"]
  private static let known: Set<Substring> = [
    "b", "i", "u", "s", "br", "p", "div", "li", "ul", "ol", "span", "strong", "em", "font", "h1", "h2", "h3",
  ]
  private static let entities = [
    ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
  ]

  /// Without tags that Daylio writes; any other `<` is what the person typed.
  static func plain(_ html: String) -> String {
    guard html.contains("<") || html.contains("&") else { return html.trimmed }
    var text = ""
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: ">") else { break }
      let inside = rest[rest.index(after: open)..<close]
      let name = inside.lowercased().split { $0 == " " || $0 == "/" && inside.first != "/" }.first ?? ""
      guard known.contains(name.first == "/" ? name.dropFirst() : name) else {
        text.append("<")
        rest = rest.dropFirst()
        continue
      }
      if name == "li" { text += "- " }
      if breaks.contains(name) { text += "\n" }
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    for (entity, sign) in entities { text = text.replacing(entity, with: sign) }
    return text.trimmed
  }
}
