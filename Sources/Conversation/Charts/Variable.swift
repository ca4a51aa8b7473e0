import Forms
import Journal
import Vault

/// Something that was kept and can be charted, with the words it goes by.
struct Variable {
  enum Source {
    case numbers([NumberSource])
    /// Answers that stand for numbers; read once, since they are looked for in each entry.
    case choices([DayValue])
  }

  /// How it is named in plain words: `sleep-quality`.
  var id: String
  var measure: Quantity
  var source: Source
  /// Words that mean it as well.
  var names: [String]
  /// Named in the person's own words.
  var isPersonal = false
  /// Use, medication and the like: alone, and by name only.
  var isApart = false
  /// Kept day by day, so that the program may choose it.
  var isDaily = false
  /// Stored in minutes, shown in hours.
  var isTime = false
  /// On how many days there is a number.
  var days = 0

  var plainNames: [String] { names.map(Self.plain) }

  func firstDay(in store: JournalStore) throws(VaultError) -> Day? {
    switch source {
    case .numbers(let sources): try store.firstDayWithNumbers(sources)
    case .choices(let days): days.first?.day
    }
  }

  /// A day's value as it is shown.
  func shown(_ days: [DayValue]) -> [DayValue] {
    isTime ? days.map { DayValue($0.day, $0.value / 60, count: $0.count) } : days
  }

  /// Lower case, single spaces, no hyphens.
  static func plain(_ name: String) -> String {
    name.lowercased().split { $0.isWhitespace || "-_.,:;".contains($0) }.joined(separator: " ")
  }
}
