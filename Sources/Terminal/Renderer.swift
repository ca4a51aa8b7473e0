/// Turns blocks into lines of text for a window of `width` cells. Pure; everything it is given is made safe.
package struct Renderer: Equatable, Sendable {
  package var width: Int
  /// SGR styles are allowed. They never carry meaning alone.
  package var colour: Bool
  /// For screen readers and braille.
  package var plain: Bool
  package var letters: Letters

  package init(width: Int = 80, colour: Bool = false, plain: Bool = false, letters: Letters = .unicode) {
    self.width = min(80, max(20, width))
    self.colour = colour && !plain
    self.plain = plain
    self.letters = letters
  }

  /// Lines without their newlines, none wider than `width`; a drawing is as wide as it was made.
  package func lines(_ blocks: [Block]) -> [String] {
    var lines: [String] = []
    var rest = blocks[...]
    while let block = rest.first {
      switch block {
      case .title(let text):
        if let last = lines.last, !last.isEmpty { lines.append("") }
        lines += title(text)
      case .text(let text): lines += paragraph(text)
      case .quiet(let text): lines += paragraph(text, tone: .quiet)
      case .alert(let text): lines += paragraph(text, lead: "! ", tone: .alert)
      case .quote(let text): lines += SafeText.lines(text, letters).flatMap { hang(Line($0), lead: "  ") }
      case .bullet(let text, let depth): lines += paragraph(text, lead: bulletLead(depth))
      case .table(let table): lines += self.table(table)
      case .drawing(let drawn): lines += drawn.map { SafeText.line($0, letters) }
      case .inset(let inner): lines += inset(inner)
      case .blank: lines.append("")
      case .choice:
        let group = rest.prefix { if case .choice = $0 { true } else { false } }
        lines += choices(Array(group))
        rest = rest.dropFirst(group.count - 1)
      case .pair:
        let group = rest.prefix { if case .pair = $0 { true } else { false } }
        lines += pairs(Array(group))
        rest = rest.dropFirst(group.count - 1)
      }
      rest = rest.dropFirst()
    }
    return lines
  }

  /// The lines as they are written, each with its newline.
  package func text(_ blocks: [Block]) -> String { lines(blocks).map { $0 + "\n" }.joined() }

  func paragraph(_ text: Rich, lead: String = "", tone: Tone = .normal) -> [String] {
    hang(Line(text, letters), lead: lead, tone: tone)
  }

  /// `lead` stands before the first line; the others are indented as far.
  func hang(_ line: Line, lead: String, tone: Tone = .normal) -> [String] {
    let indent = Cells.count(lead)
    let first = Line(lead)
    return line.wrapped(to: width - indent).enumerated().map { index, part in
      if index == 0 { return (first + part).text(tone: tone, colour: colour).withoutTrailingSpaces }
      return part.isEmpty ? "" : Cells.spaces(indent) + part.text(tone: tone, colour: colour)
    }
  }

  /// The first line at the margin, the others a little further in.
  func hangingBehind(_ line: Line) -> [String] {
    line.wrapped(to: width - 2).enumerated().map {
      ($0.offset == 0 ? "" : "  ") + $0.element.text(tone: .normal, colour: colour)
    }
  }

  private func inset(_ blocks: [Block]) -> [String] {
    var inner = self
    inner.width = max(10, width - 2)
    return inner.lines(blocks).map { $0.isEmpty ? "" : "  " + $0 }
  }

  private func title(_ text: Rich) -> [String] {
    let lines = paragraph(text, tone: .title)
    guard !colour, !plain else { return lines }
    let longest = lines.map { Cells.count($0) }.max() ?? 0
    return lines + [String(repeating: "-", count: longest)]
  }

  private func bulletLead(_ depth: Int) -> String {
    Cells.spaces(2 * min(max(0, depth), 4)) + (letters == .unicode && !plain ? "• " : "- ")
  }

  private func choices(_ blocks: [Block]) -> [String] {
    let parts = blocks.compactMap { block -> (key: String, label: Rich, note: String?)? in
      guard case .choice(let key, let label, let note) = block else { return nil }
      return (SafeText.line(key, letters), label, note)
    }
    let keyWidth = min(parts.map { Cells.count($0.key) }.max() ?? 0, width / 3)
    return parts.flatMap { part in
      var line = Line(part.label, letters)
      if let note = part.note { line += Line(SafeText.line(" (\(note))", letters)) }
      let key = Cells.pad(part.key, to: keyWidth) + "  "
      return Cells.count(key) > keyWidth + 2 ? hangingBehind(Line(key) + line) : hang(line, lead: key)
    }
  }

  private func pairs(_ blocks: [Block]) -> [String] {
    let parts = blocks.compactMap { block -> (name: String, value: Rich)? in
      guard case .pair(let name, let value) = block else { return nil }
      return (SafeText.line(name, letters), value)
    }
    let nameWidth = parts.map { Cells.count($0.name) }.max() ?? 0
    if plain || nameWidth > width / 3 {
      return parts.flatMap { hangingBehind(Line($0.name + ": ") + Line($0.value, letters)) }
    }
    return parts.flatMap { paragraph($0.value, lead: Cells.pad($0.name, to: nameWidth) + "   ") }
  }
}

extension String {
  var withoutTrailingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
