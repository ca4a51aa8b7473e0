import Library
import Terminal
import Testing

@testable import Conversation

@Suite struct DocumentTextTests {
  private func lines(_ blocks: [Document.Block], width: Int = 40, plain: Bool = false) -> [String] {
    Renderer(width: width, plain: plain).lines(DocumentText.blocks(Document(blocks)))
  }
  private func text(_ words: String) -> Document.Block { .paragraph([.init(words)]) }

  @Test func `Lists keep their numbers, also inside a quote, and further paragraphs stand under their item`() {
    let list = Document.Block.list(start: 1, items: [[text("one"), text("more")], [text("two")]])
    #expect(lines([list]) == ["1.  one", "  more", "2.  two", ""])
    #expect(
      lines([.quote([text("She wrote:"), list])]) == ["  She wrote:", "", "  1.  one", "    more", "  2.  two", ""])
    let bullets = Document.Block.list(start: nil, items: [[text("a"), .list(start: nil, items: [[text("b")]])]])
    #expect(lines([bullets]) == ["• a", "  • b", ""])
    #expect(lines([bullets], plain: true) == ["- a", "  - b", ""])
  }

  @Test func `Words to type keep their marks, and a link leads to a note`() {
    let spans: [Document.Span] = [
      .init("Type "), .init("learn sleep", .code), .init(" or "), .init("look", .link(to: "https://example.org")),
      .init("."),
    ]
    #expect(lines([.paragraph(spans)]) == ["Type `learn sleep` or look [1].", "", "[1] https://example.org", ""])
  }

  @Test func `A table that does not fit becomes a line for each cell`() {
    let long = "a rather long cell with many words in it, more than a line"
    let table = Document.Block.table(
      header: [[], [.init("what it is")], [.init("for example")]],
      rows: [[[.init("limit")], [.init(long)], [.init("short")]], [[.init("none")], [.init("x")], []]])
    #expect(
      lines([table], width: 27) == [
        "limit", "  what it is: a rather long", "  cell with many words in", "  it, more than a line",
        "  for example: short", "", "none", "  what it is: x", "",
      ])
  }

  @Test(arguments: [20, 40, 80])
  func `No line of any page is wider than the window`(width: Int) throws {
    for summary in content.modules() {
      let module = try #require(try content.module(summary.id))
      for plain in [false, true] {
        let lines = Renderer(width: width, plain: plain).lines(ModuleScreen.blocks(module, library: content))
        #expect(lines.allSatisfy { $0.count <= width }, "\(summary.id)")
        #expect(!zip(lines, lines.dropFirst()).contains { $0.isEmpty && $1.isEmpty && width > 20 }, "\(summary.id)")
      }
    }
  }
}
