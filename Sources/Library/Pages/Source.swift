/// A work that a text or a number rests on.
package struct Source: Equatable, Sendable {
  package var name: String
  package var year: Int
  package var url: String?
  package init(name: String, year: Int, url: String? = nil) {
    self.name = name
    self.year = year
    self.url = url
  }

  /// Notes errors; nil if the name or the year is missing.
  init?(_ node: YAML, _ findings: Findings) {
    guard var fields = Fields(node, "A source", findings) else { return nil }
    let name = fields.text("name")
    let year = fields.whole("year", in: 1800...2200)
    url = fields.text("url")
    fields.finish()
    guard let name, let year else {
      findings.flaw(node.line, "A source needs a name and a year.")
      return nil
    }
    self.name = name
    self.year = year
  }
}
