/// Writes SVG elements: escaped text, short numbers, no ids, no script.
struct SVGText {
  private(set) var text = ""

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, faint: Bool = false) {
    let look = faint ? " stroke-opacity=\"0.25\"" : ""
    text +=
      "<line x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" x2=\"\(Self.number(x2))\" y2=\"\(Self.number(y2))\""
      + " stroke=\"currentColor\"\(look)/>\n"
  }

  mutating func path(_ points: [(x: Double, y: Double)]) {
    let places = points.map { "\(Self.number($0.x)),\(Self.number($0.y))" }.joined(separator: " ")
    text += "<polyline points=\"\(places)\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>\n"
  }

  mutating func dot(_ x: Double, _ y: Double, radius: Double) {
    text +=
      "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\" fill=\"currentColor\"/>\n"
  }

  /// `shade` nil draws an outline only.
  mutating func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, shade: Double?) {
    let look =
      shade.map { "fill=\"currentColor\" fill-opacity=\"\(Self.number($0))\"" }
      ?? "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.3\""
    text +=
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\""
      + " height=\"\(Self.number(height))\" \(look)/>\n"
  }

  enum Anchor: String { case start, middle, end }

  mutating func words(_ words: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, bold: Bool = false) {
    guard !words.isEmpty else { return }
    let look = (anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\"") + (bold ? " font-weight=\"bold\"" : "")
    text +=
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\"\(look) fill=\"currentColor\">"
      + Self.escaped(words) + "</text>\n"
  }

  /// At most two digits after the point.
  static func number(_ value: Double) -> String { Scale.text(value, digits: 2) }

  /// Text that is safe between tags and in attributes. What XML cannot hold, and what turns text around, is replaced.
  static func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      case "\n", "\t", "\r": safe += " "
      default: safe.unicodeScalars.append(isHarmless(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return safe
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
