import Forms

extension WeekSummary {
  /// Fewer days than this in the week, or in the weeks before, are not set beside each other.
  static let leastDays = 4
  static let leastDaysBefore = 8

  static func mood(_ records: WeekRecords) -> [Sentence] {
    func numbers(_ variable: String) -> [SourcedNumber] {
      records.items.filter { $0.entry.form.id == "mood" }.compactMap { item in
        guard case .number(let value)? = item.entry.answers[variable] else { return nil }
        return SourcedNumber(source: item.entry.source, value: value)
      }
    }
    let moods = numbers("mood")
    let urges = numbers("urges")
    var sentences: [Sentence] = []
    if moods.isEmpty {
      sentences.append(Sentence(.mood, "No mood is noted for these days.", []))
    } else {
      sentences += said("Mood", moods, before: records.moodBefore)
    }
    if !urges.isEmpty { sentences += said("The strongest urge", urges, before: records.urgesBefore) }
    return sentences
  }

  /// The week, then the four weeks before it: means of days, each day as one.
  private static func said(_ name: String, _ numbers: [SourcedNumber], before: [SourcedNumber]) -> [Sentence] {
    let days = dayMeans(numbers)
    let earlier = dayMeans(before)
    var text = "\(name): noted on \(days.count.of("day")), \(range(numbers.map(\.value)))"
    if Set(days).count > 1, let mean = days.mean { text += ", \(mean.average) on average" }
    let week = Sentence(.mood, text + ".", numbers.map(\.source))
    guard days.count >= leastDays, earlier.count >= leastDaysBefore, let mean = earlier.mean else {
      return [
        week,
        Sentence(
          .mood, "That is too few days to set beside the four weeks before (\(earlier.count.of("day"))).",
          (numbers + before).map(\.source)),
      ]
    }
    return [
      week,
      Sentence(
        .mood, "In the four weeks before it was \(mean.average) on average, on \(earlier.count.of("day")).",
        before.map(\.source)),
    ]
  }

  /// The mean of each day with a number.
  private static func dayMeans(_ numbers: [SourcedNumber]) -> [Double] {
    Dictionary(grouping: numbers, by: \.source.day).sorted { $0.key < $1.key }.compactMap { $0.value.map(\.value).mean }
  }

  private static func range(_ values: [Double]) -> String {
    guard let low = values.min(), let high = values.max() else { return "" }
    return low == high ? "at \(low.brief)" : "from \(low.brief) to \(high.brief)"
  }

  /// The urges of the diary card, each under the name it had.
  static func diaryUrges(_ records: WeekRecords) -> [Sentence] {
    var numbers: [String: [SourcedNumber]] = [:]
    for item in records.items where item.entry.form.id == "diary-card" {
      for (question, answer) in item.entry.answers where question.hasPrefix("urge-") {
        guard case .number(let value) = answer else { continue }
        let name = item.names[question] ?? question
        numbers[name, default: []].append(SourcedNumber(source: item.entry.source, value: value))
      }
    }
    return numbers.sorted { $0.key < $1.key }.map { name, numbers in
      let days = dayMeans(numbers).count
      return Sentence(
        .mood, "Urge \"\(name)\" on the diary card: \(days.of("day")), \(range(numbers.map(\.value))) of 5.",
        numbers.map(\.source))
    }
  }
}
