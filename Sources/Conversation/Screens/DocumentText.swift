import Library
import Terminal

/// A module's text as blocks for the screen.
package enum DocumentText {
  package static func blocks(_ document: Document) -> [Block] { document.blocks.flatMap { blocks($0, depth: 0) } }

  private static func blocks(_ block: Document.Block, depth: Int) -> [Block] {
    switch block {
    case .heading(_, let spans): [.title(rich(spans))]
    case .paragraph(let spans): depth == 0 ? [.text(rich(spans)), .blank] : [.bullet(rich(spans), depth: depth - 1)]
    case .list(let start, let items): list(start: start, items: items, depth: depth) + (depth == 0 ? [.blank] : [])
    case .quote(let inner): [.quote(Document(inner).words.joined(separator: "\n")), .blank]
    case .code(let text): [.quote(text)]
    case .table(let header, let rows):
      [.table(Table(header: header.map(rich), rows: rows.map { $0.map(rich) })), .blank]
    case .rule: [.blank]
    }
  }

  private static func list(start: Int?, items: [[Document.Block]], depth: Int) -> [Block] {
    items.enumerated().flatMap { index, item -> [Block] in
      guard let start, case .paragraph(let spans)? = item.first else {
        return item.flatMap { blocks($0, depth: depth + 1) }
      }
      return [.choice(key: String(start + index), label: rich(spans))]
        + item.dropFirst().flatMap { blocks($0, depth: depth + 1) }
    }
  }

  private static func rich(_ spans: [Document.Span]) -> Rich {
    Rich(
      spans.map { span in
        switch span.style {
        case .plain, .link: Rich.Span(span.text)
        case .strong: Rich.Span(span.text, .strong)
        case .emphasis: Rich.Span(span.text, .emphasis)
        case .code: Rich.Span(span.text, .code)
        }
      })
  }
}
