import Forms
import Journal

/// A report as text to paste into a record: plain ASCII, at most 76 columns and 40 lines; 60 where a programme reads it.
package struct ReportText {
  package static let columns = 76
  package static let lines = 40

  let report: Report
  /// Titles of categories of which nothing, or only numbers, went.
  let withheld: [String]
  /// What the programme said about who reads files, and how often.
  let reading: String?
  /// What a programme's own program adds.
  let frame: ReportFrame?

  package init(_ report: Report, withheld: [String], reading: String? = nil, frame: ReportFrame? = nil) {
    self.report = report
    self.withheld = withheld
    self.reading = reading
    self.frame = frame
  }

  /// What this is, and is not.
  package var standing: String {
    "Not monitored, not verified. Nobody watches this as it is written." + (reading.map { " " + $0 } ?? "")
  }

  package var foot: String {
    "Days with an entry: \(report.logged) of \(report.length)." + gaps
      + (withheld.isEmpty ? "" : " Not shared: \(withheld.joined(separator: ", ")).")
  }

  private var gaps: String {
    guard frame != nil, report.logged > 0, !report.gaps.isEmpty else { return "" }
    let shown = report.gaps.suffix(4).map {
      "\($0.lowerBound.iso.dropFirst(5)) to \($0.upperBound.iso.dropFirst(5))"
    }
    return " None from \(shown.joined(separator: ", "))."
  }

  /// Ends with a line feed. What does not fit is counted, never dropped in silence.
  package func render() -> String {
    let title =
      frame?.title
      ?? "Patient-reported, \(report.days.lowerBound.iso) to \(report.days.upperBound.iso), not monitored, not verified."
    let standing =
      frame == nil ? "Nobody watches this as it is written." + (reading.map { " " + $0 } ?? "") : self.standing
    let head = ([title, standing] + (frame?.lead ?? [])).flatMap { Self.wrap($0) }
    let foot = [""] + ([self.foot] + (frame?.notice.map { [$0] } ?? [])).flatMap { Self.wrap($0) }.prefix(Self.mostFoot)
    let sections = sections.map {
      [""] + [$0.title.uppercased()] + $0.lines.flatMap { Self.wrap("  " + $0.columns, under: 4) }
    }
    let most = (frame == nil ? Self.lines : ReportFrame.lines) - min(head.count, Self.mostHead) - foot.count
    let body = Self.fit(sections, in: most).flatMap(\.self)
    return (head.prefix(Self.mostHead) + body + foot).map { PlainASCII.text($0) }.joined(separator: "\n") + "\n"
  }

  private static let mostHead = 12
  private static let mostFoot = 10

  /// What comes first counts most; each section leaves at least three lines to each that follows.
  private static func fit(_ sections: [[String]], in most: Int) -> [[String]] {
    var room = most
    var fitted: [[String]] = []
    for (index, section) in sections.enumerated() {
      let later = sections[(index + 1)...].map { min($0.count, 3) }.reduce(0, +)
      let cut = cut(section, to: max(3, room - later))
      if cut.count > room { break }
      fitted.append(cut)
      room -= cut.count
    }
    return fitted
  }

  private static func cut(_ lines: [String], to most: Int) -> [String] {
    guard lines.count > most, most > 0 else { return lines }
    let left = lines.count - most + 1
    return lines.prefix(most - 1) + ["  (and \(left) more \(left == 1 ? "line" : "lines"))"]
  }

  static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// Breaks at spaces; later lines are indented by `under`. A word longer than a line is cut.
  static func wrap(_ text: some StringProtocol, under: Int = 0) -> [String] {
    // Columns of a table stay where they are.
    let plain = PlainASCII.text(String(text))
    if plain.count <= columns { return [plain] }
    var lines: [String] = []
    var line = String(text.prefix { $0 == " " })
    var isFresh = true
    for word in plain.split(separator: " ") {
      var word = word
      while true {
        let gap = isFresh ? 0 : 1
        if line.count + gap + word.count <= columns {
          line += (isFresh ? "" : " ") + word
          isFresh = false
          break
        }
        if isFresh {
          let room = columns - line.count
          lines.append(line + word.prefix(room))
          word = word.dropFirst(room)
        } else {
          lines.append(line)
        }
        line = String(repeating: " ", count: under)
        isFresh = true
      }
    }
    return isFresh && !lines.isEmpty ? lines : lines + [line]
  }
}
