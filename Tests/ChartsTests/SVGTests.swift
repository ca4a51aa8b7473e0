import Foundation
import FoundationXML
import Testing

@testable import Charts

@Suite struct SVGTests {
  /// Reads XML and remembers what is in it.
  private final class Reader: NSObject, XMLParserDelegate {
    var names: [String] = []
    var attributes: [String: [String]] = [:]
    var text: [String: String] = [:]

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes found: [String: String]
    ) {
      names.append(name)
      for (key, value) in found { attributes[key, default: []].append(value) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text[names.last ?? "", default: ""] += string }
  }

  private func read(_ svg: String) throws -> Reader {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "\(String(describing: parser.parserError)) in \(svg)")
    return reader
  }

  private static let hostile = "<script>alert(1)</script> & \"'\u{0}\u{1B}[2J\u{202E}\u{FFFE} ]]> 😀"
  private static let week: [(Int, Double)] = [(0, 3), (1, 4), (2, 7), (4, 5), (6, 0)]

  private static let pictures: [Picture] = [
    Samples.line(week, name: hostile), Samples.line([]), Samples.line([(0, 1e300), (1, -.infinity)]),
    Samples.bars([.init(hostile, 4, note: hostile), .init("Tuesday", nil, note: "no number")]),
    Samples.calendar([(0, 3)], days: 18), Samples.calendar([(0, 3), (9, 8)], days: 800),
  ]

  @Test(arguments: 0..<pictures.count)
  func `Every picture is well-formed, and holds no script and nothing from elsewhere`(number: Int) throws {
    var picture = Self.pictures[number]
    picture.title = Self.hostile
    picture.description = Self.hostile
    for standalone in [true, false] {
      let svg = picture.svg(standalone: standalone)
      let found = try read(svg)
      let allowed: Set = ["svg", "title", "desc", "style", "text", "line", "polyline", "circle", "rect"]
      #expect(Set(found.names).isSubset(of: allowed))
      #expect(Array(found.names.prefix(3)) == ["svg", "title", "desc"])
      #expect(found.names.contains("style") == standalone)
      #expect(found.attributes["role"] == ["img"])
      let attributes = found.attributes.keys.filter {
        $0.hasPrefix("on") || ["href", "xlink:href", "id", "src"].contains($0)
      }
      #expect(attributes == [])
      #expect(found.text["title"]?.trimmingCharacters(in: .newlines) == "<script>alert(1)</script> & \"'��[2J�� ]]> 😀")
      #expect(svg.components(separatedBy: "http").count == 2, "only the namespace")
      for kind in ["x", "y", "width", "height", "cx", "cy", "x1", "x2", "y1", "y2"] {
        #expect(found.attributes[kind, default: []].allSatisfy { (0...5000).contains(Double($0) ?? -1) })
      }
    }
  }

  @Test func `Gaps stay gaps: only neighbours share a line, and every value has its dot`() throws {
    let found = try read(Samples.line(Self.week).svg())
    #expect(found.attributes["points"] == ["70,190 175,172 280,118"])
    #expect(found.attributes["cx"] == ["70", "175", "280", "490", "700"])
  }

  @Test func `Colours follow light, dark and paper, and inline those of the page`() {
    let picture = Samples.line(Self.week)
    let file = picture.svg()
    #expect(file.contains("prefers-color-scheme: dark") && file.contains("@media print"))
    let inline = picture.svg(standalone: false)
    #expect(!inline.contains("#") && inline.contains("currentColor"))
  }
}
