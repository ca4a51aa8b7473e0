/// How the moods of another program stand on ours, from 0 very low to 10 very good.
package struct MoodScale: Equatable, Sendable {
  /// The lowest and the highest number that the other program allows; nil where its numbers are left out.
  package var ends: ClosedRange<Double>?
  /// What each word stands for; words without a number stay words.
  package var names: [String: Double] = [:]

  package init(ends: ClosedRange<Double>? = nil, names: [String: Double] = [:]) {
    self.ends = ends
    self.names = names
  }

  /// Daylio's five, as they are called when nobody has renamed them.
  package static let daylio: [String: Double] = ["awful": 0, "bad": 2.5, "meh": 5, "good": 7.5, "rad": 10]

  /// From 0 to 10, to one decimal; nil for what has no number here.
  package func value(of mood: String) -> Double? {
    guard let number = Double(mood) else { return names[mood] }
    guard let ends, ends.contains(number), ends.lowerBound < ends.upperBound else { return nil }
    let share = (number - ends.lowerBound) / (ends.upperBound - ends.lowerBound)
    return (share * 100).rounded() / 10
  }

  /// Reads `1-5`.
  package static func ends(_ text: String) -> ClosedRange<Double>? {
    let parts = text.split { "-–, ".contains($0) }.compactMap { Double($0) }
    guard parts.count == 2, parts[0] < parts[1], parts.allSatisfy(\.isFinite) else { return nil }
    return parts[0]...parts[1]
  }
}
