extension Picture {
  /// One `<svg>` element without script, ids or anything from elsewhere. Its colour is that of the text around it.
  /// `standalone`: a file of its own, with colours for light, dark and paper.
  package func svg(standalone: Bool = true) -> String {
    var drawing = SVGText()
    var top = Self.edge
    if standalone {
      drawing.words(title, Self.edge, top + 14, bold: true)
      top += 26
    }
    for panel in panels {
      switch panel {
      case .line(let chart): top = chart.draw(into: &drawing, top: top, isOne: panels.count == 1)
      case .bars(let chart): top = chart.draw(into: &drawing, top: top)
      case .calendar(let chart): top = chart.draw(into: &drawing, top: top)
      }
      top += 14
    }
    let (width, height) = (SVGText.number(Self.width), SVGText.number(top))
    let head =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\""
      + " height=\"\(height)\" font-family=\"sans-serif\" font-size=\"12\">\n"
    let told = "<title>\(SVGText.escaped(title))</title>\n<desc>\(SVGText.escaped(description))</desc>\n"
    return head + told + (standalone ? Self.colours : "") + drawing.text + "</svg>\n"
  }

  static let width = 720.0
  static let edge = 12.0
  /// Where plots begin, behind their numbers and names.
  static let left = 70.0

  private static let colours = """
    <style>
    svg { color: #1a1a1a; background: #ffffff }
    @media (prefers-color-scheme: dark) { svg { color: #e8e8e8; background: #161616 } }
    @media print { svg { color: #000000; background: #ffffff } }
    </style>

    """
}

extension SVGText {
  /// The name of a chart and what its scale means; returns where the chart begins.
  mutating func caption(_ name: String, _ scale: Scale, top: Double) -> Double {
    let lines = Caption.lines(name, scale, width: 100)
    for (index, line) in lines.enumerated() { words(line, Picture.edge, top + 12 + Double(index) * 16) }
    return top + Double(lines.count) * 16 + 10
  }
}
