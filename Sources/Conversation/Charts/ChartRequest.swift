import Journal

/// What of a chart was asked for.
package struct ChartRequest: Equatable, Sendable {
  package enum Shape: Equatable, Sendable { case lines, weekday, part, calendar }
  package enum Output: Equatable, Sendable { case screen, json, csv }

  /// Words that name one variable, or several of one word each; none lets the program choose.
  package var what: [String]
  package var together: String?
  package var shape: Shape
  package var span: ChartSpan?
  package var output: Output
  /// A file for the picture.
  package var svg: String?

  package init(
    what: [String] = [], together: String? = nil, shape: Shape = .lines, span: ChartSpan? = nil,
    output: Output = .screen, svg: String? = nil
  ) {
    self.what = what
    self.together = together
    self.shape = shape
    self.span = span
    self.output = output
    self.svg = svg
  }

  /// A month shows days; what is grouped or a calendar needs more of them.
  var standardSpan: ChartSpan { shape == .lines ? .month : .twelveWeeks }
}
