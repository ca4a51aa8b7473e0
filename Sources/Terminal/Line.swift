/// One character as it will be shown.
struct Glyph: Equatable {
  var character: Character
  var cells: Int
  var style: Rich.Style
}

/// A run of glyphs that is broken into lines, then turned into text.
typealias Line = [Glyph]

extension [Glyph] {
  init(_ rich: Rich, _ letters: Letters) {
    self = rich.spans.flatMap { Line(SafeText.line($0.text, letters), $0.style) }
  }

  init(_ text: String, _ style: Rich.Style = .plain) {
    self = text.map { Glyph(character: $0, cells: Cells.count($0), style: style) }
  }

  var cells: Int { reduce(0) { $0 + $1.cells } }

  /// Lines of at most `width` cells, broken at spaces; a word that is longer is broken where it must.
  func wrapped(to width: Int) -> [Line] {
    let width = Swift.max(2, width)
    var lines: [Line] = []
    var line: Line = []
    var used = 0
    for piece in pieces {
      let size = piece.cells
      if used + size <= width {
        line += piece
        used += size
      } else if piece.first?.character == " " {
        // Spaces at a line's end are not shown.
        lines.append(line)
        (line, used) = ([], 0)
      } else {
        if !line.isEmpty { lines.append(line) }
        (line, used) = ([], 0)
        for glyph in piece {
          if used + glyph.cells > width {
            lines.append(line)
            (line, used) = ([], 0)
          }
          line.append(glyph)
          used += glyph.cells
        }
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines.map(\.withoutTrailingSpaces)
  }

  /// Words and the runs of spaces between them.
  private var pieces: [Line] {
    var pieces: [Line] = []
    for glyph in self {
      if let last = pieces.last?.last, (last.character == " ") == (glyph.character == " ") {
        pieces[pieces.count - 1].append(glyph)
      } else {
        pieces.append([glyph])
      }
    }
    return pieces
  }

  private var withoutTrailingSpaces: Line {
    var line = self
    while line.last?.character == " " { line.removeLast() }
    return line
  }

  /// The text, with colour codes around what is styled; `tone` is the block's own style.
  func text(tone: Tone, colour: Bool) -> String {
    var text = ""
    var open = ""
    for glyph in self {
      let code = colour ? tone.code(with: glyph.style) : ""
      if code != open {
        if !open.isEmpty { text += "\u{1B}[0m" }
        if !code.isEmpty { text += "\u{1B}[\(code)m" }
        open = code
      }
      text.append(glyph.character)
    }
    return open.isEmpty ? text : text + "\u{1B}[0m"
  }
}

/// How loud a block is.
enum Tone: Equatable {
  case normal, title, quiet, alert

  /// The SGR parameters for this tone and a span's style.
  func code(with style: Rich.Style) -> String {
    let base =
      switch self {
      case .normal: ""
      case .title, .alert: "1"
      case .quiet: "2"
      }
    let span =
      switch style {
      case .plain: ""
      case .strong: "1"
      case .emphasis: "3"
      case .code: "36"
      }
    return [base, span == base ? "" : span].filter { !$0.isEmpty }.joined(separator: ";")
  }
}
