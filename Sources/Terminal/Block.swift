/// One piece of what a screen shows. Blocks carry meaning; the renderer decides on width, colour and marks.
/// Text in a block may come from a person or a file: the renderer makes it safe, the caller need not.
package enum Block: Equatable, Sendable {
  /// The name of a screen or a section.
  case title(Rich)
  case text(Rich)
  /// Said quietly: hints, what was saved, how to undo it.
  case quiet(Rich)
  /// Safety first: stands out without relying on colour.
  case alert(Rich)
  /// Words the person wrote, shown back to them with their own line breaks.
  case quote(String)
  case bullet(Rich, depth: Int = 0)
  /// A numbered or lettered choice: `1  Check in (mood)`.
  case choice(key: String, label: Rich, note: String? = nil)
  /// A name and its value, aligned with its neighbours: `Mood   6 of 10`.
  case pair(String, Rich)
  case table(Table)
  /// A picture made of characters, line by line, made for the width of the window (`Console.drawingWidth`).
  case drawing([String])
  /// Blocks that belong to what stands before them, set in a little.
  case inset([Block])
  case blank
}

/// Text with light emphasis. A string literal is plain text.
package struct Rich: Equatable, Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  package enum Style: Sendable, Equatable { case plain, strong, emphasis, code }
  package struct Span: Equatable, Sendable {
    package var text: String
    package var style: Style
    package init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }
  package var spans: [Span]
  package init(_ spans: [Span]) { self.spans = spans }
  package init(_ text: String) { spans = [Span(text)] }
  package init(stringLiteral value: String) { self.init(value) }
  /// The words alone.
  package var plain: String { spans.map(\.text).joined() }
}

/// A table with one header row; every row has as many cells as the header.
package struct Table: Equatable, Sendable {
  package var header: [Rich]
  package var rows: [[Rich]]
  /// A line below each row that is too long for a column; none, or one for each row.
  package var notes: [Rich]
  package init(header: [Rich], rows: [[Rich]], notes: [Rich] = []) {
    self.header = header
    self.rows = rows
    self.notes = notes
  }
}
