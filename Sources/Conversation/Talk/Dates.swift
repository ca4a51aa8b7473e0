import Forms
import Journal

/// Days as people say them.
package enum Dates {
  /// `today`, `yesterday`, `Monday`, `Mon 2 Nov`, `2 Nov 2025`
  package static func words(_ day: Day, today: Day) -> String {
    let ago = today.daysSince1970 - day.daysSince1970
    switch ago {
    case 0: return "today"
    case 1: return "yesterday"
    case -1: return "tomorrow"
    case 2...6: return day.weekday.word.capitalized
    default:
      let date = day.dayAndMonth
      return day.year == today.year ? "\(day.weekday.word.capitalized.prefix(3)) \(date)" : "\(date) \(day.year)"
    }
  }

  /// `today at 14:02`
  package static func words(milliseconds: Int64, now: Moment) -> String {
    let moment = Moment(milliseconds: milliseconds, offset: now.offset, zone: now.zone)
    return "\(words(moment.day, today: now.day)) at \(moment.time.iso)"
  }
}
