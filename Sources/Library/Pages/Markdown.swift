import CMark

/// Turns CommonMark with tables into a `Document`. Raw HTML and pictures are left out; a picture leaves its words.
struct Markdown {
  private(set) var document = Document([])
  /// Lines, from 1, of HTML that was left out.
  private(set) var htmlLines: [Int] = []
  /// Pictures, of which only the words are shown.
  private(set) var pictures: [(target: String, line: Int)] = []

  /// Blocks nested deeper than this are left out.
  private static var deepest: Int { 16 }

  /// The table extension; looked up once, as registering changes state that the C library shares.
  private static let tables: UInt? = {
    cmark_gfm_core_extensions_ensure_registered()
    return cmark_find_syntax_extension("table").map { UInt(bitPattern: $0) }
  }()

  init(_ text: String) {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return }
    defer { cmark_parser_free(parser) }
    if let table = Self.tables.flatMap({ OpaquePointer(bitPattern: $0) }) {
      cmark_parser_attach_syntax_extension(parser, table)
    }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let root = cmark_parser_finish(parser) else { return }
    defer { cmark_node_free(root) }
    document = Document(blocks(in: root, depth: 0))
  }

  private typealias Node = OpaquePointer

  private func children(_ node: Node) -> [Node] {
    var children: [Node] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      children.append(child)
      next = cmark_node_next(child)
    }
    return children
  }

  private func type(_ node: Node) -> String { String(cString: cmark_node_get_type_string(node)) }

  private func literal(_ node: Node) -> String {
    guard let text = cmark_node_get_literal(node) else { return "" }
    return Self.safe(String(cString: text))
  }

  /// Entities such as `&#27;` could bring in what the file itself may not hold.
  private static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: Name.isControl) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !Name.isControl($0) }))
  }

  private mutating func blocks(in node: Node, depth: Int) -> [Document.Block] {
    guard depth <= Self.deepest else { return [] }
    var blocks: [Document.Block] = []
    for child in children(node) {
      if let block = block(child, depth: depth) { blocks.append(block) }
    }
    return blocks
  }

  private mutating func block(_ node: Node, depth: Int) -> Document.Block? {
    switch type(node) {
    case "heading": return .heading(level: Int(cmark_node_get_heading_level(node)), spans(in: node))
    case "paragraph":
      let spans = spans(in: node)
      return spans.isEmpty ? nil : .paragraph(spans)
    case "list":
      var items: [[Document.Block]] = []
      for item in children(node) { items.append(blocks(in: item, depth: depth + 1)) }
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return .list(start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil, items: items)
    case "block_quote": return .quote(blocks(in: node, depth: depth + 1))
    case "code_block": return .code(literal(node))
    case "thematic_break": return .rule
    case "table": return table(node)
    case "html_block":
      htmlLines.append(Int(cmark_node_get_start_line(node)))
      return nil
    default: return nil
    }
  }

  private mutating func table(_ node: Node) -> Document.Block {
    var rows: [[[Document.Span]]] = []
    for row in children(node) {
      var cells: [[Document.Span]] = []
      for cell in children(row) { cells.append(spans(in: cell)) }
      rows.append(cells)
    }
    return .table(header: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  private mutating func spans(in node: Node) -> [Document.Span] {
    var spans: [Document.Span] = []
    for child in children(node) { add(child, .plain, depth: 0, to: &spans) }
    return spans
  }

  /// The outermost style wins where styles are nested.
  private mutating func add(_ node: Node, _ style: Document.Style, depth: Int, to spans: inout [Document.Span]) {
    guard depth <= Self.deepest else { return }
    func append(_ text: String, _ style: Document.Style) {
      if let last = spans.last, last.style == style {
        spans[spans.count - 1].text += text
      } else if !text.isEmpty {
        spans.append(Document.Span(text, style))
      }
    }
    var inner = style
    switch type(node) {
    case "text": append(literal(node), style)
    case "softbreak": append(" ", style)
    case "linebreak": append("\n", style)
    case "code": append(literal(node), style == .plain ? .code : style)
    case "html_inline":
      htmlLines.append(Int(cmark_node_get_start_line(node)))
    case "image":
      let target = cmark_node_get_url(node).map { Self.safe(String(cString: $0)) } ?? ""
      pictures.append((target, Int(cmark_node_get_start_line(cmark_node_parent(node)))))
    case "strong": inner = style == .plain ? .strong : style
    case "emph": inner = style == .plain ? .emphasis : style
    case "link":
      let target = cmark_node_get_url(node).map { Self.safe(String(cString: $0)) } ?? ""
      inner = style == .plain ? .link(to: target) : style
    default: break
    }
    for child in children(node) { add(child, inner, depth: depth + 1, to: &spans) }
  }
}
