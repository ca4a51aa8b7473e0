import Forms
import Journal

/// What a person decided to share, with whom it is not said here: categories, days, and what is held back.
package struct Consent: Equatable, Sendable {
  package var days: ClosedRange<Day>
  package var details: [ShareCategory: ShareDetail]
  /// Single entries that stay here.
  package var heldBack: Set<ULID>
  /// The time of the day goes along; else the day and its part.
  package var exactTimes: Bool

  package init(
    days: ClosedRange<Day>, details: [ShareCategory: ShareDetail] = [:], heldBack: Set<ULID> = [],
    exactTimes: Bool = false
  ) {
    self.days = days
    self.details = details
    self.heldBack = heldBack
    self.exactTimes = exactTimes
  }

  /// What was decided, or else what is usual.
  package func detail(_ category: ShareCategory) -> ShareDetail { details[category] ?? category.usual }
}
