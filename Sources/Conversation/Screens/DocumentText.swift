import Library
import Terminal

/// A page's text as blocks for the screen.
package struct DocumentText {
  /// Where links lead, in the order they come up; they stand as notes below the text.
  private var links: [String] = []

  package static func blocks(_ document: Document) -> [Block] {
    var text = DocumentText()
    let blocks = text.blocks(document.blocks, isOpen: true)
    guard !text.links.isEmpty else { return blocks }
    let notes = text.links.enumerated().map { Block.quiet(Rich("[\($0.offset + 1)] \($0.element)")) }
    return blocks + (blocks.last == .blank ? [] : [.blank]) + notes + [.blank]
  }

  /// `isOpen`: blank lines stand between the blocks.
  private mutating func blocks(_ blocks: [Document.Block], isOpen: Bool) -> [Block] {
    var shown: [Block] = []
    for (index, block) in blocks.enumerated() {
      shown += self.blocks(block)
      guard isOpen, block.isFollowedByBlank else { continue }
      if index + 1 < blocks.count || shown.last != .blank { shown.append(.blank) }
    }
    return shown
  }

  private mutating func blocks(_ block: Document.Block) -> [Block] {
    switch block {
    case .heading(_, let spans): return [.title(rich(spans))]
    case .paragraph(let spans): return paragraph(spans)
    case .list(let start, let items): return list(start: start, items: items)
    case .quote(let inner):
      var inside = blocks(inner, isOpen: true)
      while inside.last == .blank { inside.removeLast() }
      return [.inset(inside)]
    case .code(let text): return [.quote(text.hasSuffix("\n") ? String(text.dropLast()) : text)]
    case .table(let header, let rows):
      var shown = Table(header: header.map { self.rich($0) }, rows: [])
      for row in rows { shown.rows.append(row.map { self.rich($0) }) }
      return [.table(shown)]
    case .rule: return []
    }
  }

  private mutating func list(start: Int?, items: [[Document.Block]]) -> [Block] {
    var shown: [Block] = []
    for (index, item) in items.enumerated() {
      var rest = item[...]
      var first: Rich = ""
      if case .paragraph(let spans)? = rest.first {
        first = rich(spans)
        rest = rest.dropFirst()
      }
      if let start {
        shown.append(.choice(key: "\(start + index).", label: first))
      } else {
        shown.append(.bullet(first))
      }
      let inside = blocks(Array(rest), isOpen: false)
      if !inside.isEmpty { shown.append(.inset(inside)) }
    }
    return shown
  }

  /// A hard line break begins a line of its own.
  private mutating func paragraph(_ spans: [Document.Span]) -> [Block] {
    var lines: [[Document.Span]] = [[]]
    for span in spans {
      for (index, part) in span.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { lines.append([]) }
        if !part.isEmpty { lines[lines.count - 1].append(Document.Span(String(part), span.style)) }
      }
    }
    var shown: [Block] = []
    for line in lines where !line.isEmpty { shown.append(.text(rich(line))) }
    return shown
  }

  private mutating func rich(_ spans: [Document.Span]) -> Rich {
    var shown: [Rich.Span] = []
    for span in spans {
      switch span.style {
      case .plain: shown.append(Rich.Span(span.text))
      case .strong: shown.append(Rich.Span(span.text, .strong))
      case .emphasis: shown.append(Rich.Span(span.text, .emphasis))
      // Words to type stand in the same marks everywhere.
      case .code: shown.append(Rich.Span("`\(span.text)`", .code))
      case .link(let target):
        shown.append(Rich.Span(span.text))
        if target.isEmpty || target == span.text { continue }
        if !links.contains(target) { links.append(target) }
        shown.append(Rich.Span(" [\((links.firstIndex(of: target) ?? 0) + 1)]"))
      }
    }
    return Rich(shown)
  }
}

extension Document.Block {
  /// A heading stands close to what it heads.
  fileprivate var isFollowedByBlank: Bool {
    switch self {
    case .heading, .rule: false
    default: true
    }
  }
}
