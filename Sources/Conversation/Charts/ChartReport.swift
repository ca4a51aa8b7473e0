import Charts
import Forms
import Journal
import Terminal

/// A chart in all its forms: the picture, the words, the table, and the numbers themselves.
struct ChartReport {
  struct Number {
    /// A day, a Monday, a weekday or a part of the day.
    var at: String
    var value: Double
    /// How many numbers or days it is the mean of.
    var count: Int
  }

  struct Part {
    var variable: Variable
    /// `day`, `week`, `weekday` or `part`.
    var by: String
    var sentence: String
    var numbers: [Number]
  }

  var title: String
  var range: ClosedRange<Day>
  var parts: [Part]
  var panels: [Picture.Panel]
  /// Said once, after the sentences.
  var notes: [String]
  /// Made when they are shown.
  var tables: () -> [Table]

  var sentences: [String] { parts.map(\.sentence) + notes }
  var isEmpty: Bool { parts.allSatisfy { $0.numbers.isEmpty } }
  var picture: Picture { Picture(title: title, description: sentences.joined(separator: " "), panels: panels) }

  /// `Mood and Sleep, 24 Oct to 22 Nov 2026`
  static func title(_ curves: [Curve], _ range: ClosedRange<Day>) -> String {
    let names = curves.map(\.measure.name)
    let joined = names.count > 1 ? names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "") : names.first
    let (first, last) = (range.lowerBound, range.upperBound)
    let start = first.year == last.year ? first.dayAndMonth : "\(first.dayAndMonth) \(first.year)"
    let days = first == last ? "\(last.dayAndMonth) \(last.year)" : "\(start) to \(last.dayAndMonth) \(last.year)"
    return "\(joined ?? ""), \(days)"
  }
}
