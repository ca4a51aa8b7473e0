import Conversation
import Forms
import Journal

/// A day as it is typed after an option: today, yesterday, mon, or 2026-11-20.
enum TypedDay {
  static func past(_ text: String, in session: Session) throws(Departure) -> Day {
    guard let day = Day(words: text, today: session.world.clock.now().day, toward: .past) else {
      throw .failed(.notADay)
    }
    return day
  }
}

extension Moment {
  /// The day of an instant, where this moment is lived.
  func day(of milliseconds: Int64) -> Day { Moment(milliseconds: milliseconds, offset: offset, zone: zone).day }
}
