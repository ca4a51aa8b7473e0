/// How the weeks of a made-up person go.
package struct DemoCourse: Equatable, Sendable {
  package enum Shape: Sendable {
    /// A little better every four weeks.
    case slowly
    /// The same all along.
    case level
    /// Lower in the middle, then up again.
    case dip
    /// Better at first, lower in the last weeks.
    case falling
  }

  package var shape = Shape.slowly
  /// Of a hundred days, those with an entry.
  package var days = 86
  /// Added to each urge.
  package var urges = 0
  /// Of a hundred days, those with the medicine taken in time.
  package var medication = 88
  /// Fills in the weekly check-in.
  package var checksIn = false

  package static let usual = DemoCourse()

  /// What the week adds to the mood.
  func lift(_ week: Int) -> Int {
    switch shape {
    case .slowly: week / 4
    case .level: 1
    case .dip: (4...7).contains(week) ? -1 : week / 4
    case .falling: week < 7 ? 2 : 0
    }
  }
}
