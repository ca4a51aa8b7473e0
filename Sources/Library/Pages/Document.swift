/// A text to read, as blocks that any screen or page can lay out.
package struct Document: Equatable, Sendable {
  package indirect enum Block: Equatable, Sendable {
    case heading(level: Int, [Span])
    case paragraph([Span])
    /// `start` is nil for bullets. Each item holds blocks, lists among them.
    case list(start: Int?, items: [[Block]])
    case quote([Block])
    case code(String)
    case table(header: [[Span]], rows: [[[Span]]])
    case rule
  }

  package enum Style: Equatable, Sendable {
    case plain, strong, emphasis, code
    case link(to: String)
  }

  /// A run of text in one style; a hard line break is a line feed.
  package struct Span: Equatable, Sendable {
    package var text: String
    package var style: Style
    package init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  package var blocks: [Block]
  package init(_ blocks: [Block]) { self.blocks = blocks }
}

extension Document {
  /// The words of spans alone.
  package static func plain(_ spans: [Span]) -> String { spans.map(\.text).joined() }

  /// Paragraphs, also those of lists and quotes: what a reader reads on, without headings, tables and code.
  package var prose: [String] { Self.prose(blocks) }

  private static func prose(_ blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let spans): [spans.filter { $0.style != .code }.map(\.text).joined()]
      case .list(_, let items): items.flatMap(prose)
      case .quote(let inner): prose(inner)
      case .heading, .code, .table, .rule: []
      }
    }
  }

  /// Everything that can be searched, a line a block.
  package var words: [String] { Self.words(blocks) }

  private static func words(_ blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let spans), .heading(_, let spans): [plain(spans)]
      case .list(_, let items): items.flatMap(words)
      case .quote(let inner): words(inner)
      case .table(let header, let rows): ([header] + rows).map { $0.map(plain).joined(separator: " ") }
      case .code(let text): [text]
      case .rule: []
      }
    }
  }

  /// How much there is to read: words that hold a letter or a digit, headings aside.
  package var wordCount: Int {
    Document(blocks.filter { if case .heading = $0 { false } else { true } }).words.reduce(0) { count, line in
      count + line.split { $0.isWhitespace }.count { $0.contains { $0.isLetter || $0.isNumber } }
    }
  }
}
