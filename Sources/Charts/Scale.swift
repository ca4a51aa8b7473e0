/// What a chart's values are measured on: two ends, their words, a unit.
package struct Scale: Equatable, Sendable {
  package let low: Double, high: Double
  /// Words for both ends, `very low` and `very good`; empty for none.
  package let lowWords: String, highWords: String
  /// `hours`; empty for none.
  package let unit: String

  /// Ends that are no numbers, too far apart or the wrong way round are mended, so that a chart can be drawn of anything.
  package init(low: Double, high: Double, lowWords: String = "", highWords: String = "", unit: String = "") {
    let ends = [low, high].map(Self.held).sorted()
    self.low = ends[0]
    self.high = ends[1] > ends[0] ? ends[1] : ends[0] + max(1, ends[0].magnitude / 1000)
    self.lowWords = lowWords
    self.highWords = highWords
    self.unit = unit
  }

  /// A scale with round ends that holds all values. `held`: where it would like to begin or end.
  package init(around values: [Double], low: Double? = nil, high: Double? = nil, unit: String = "") {
    let values = values.filter(\.isFinite).map(Self.held)
    let least = min(low ?? values.min() ?? 0, values.min() ?? low ?? 0)
    let most = max(high ?? values.max() ?? 1, values.max() ?? high ?? 1)
    guard most > least else {
      self.init(low: least - 1, high: most + 1, unit: unit)
      return
    }
    let step = Self.roundStep(for: (most - least) / 4)
    self.init(low: (least / step).rounded(.down) * step, high: (most / step).rounded(.up) * step, unit: unit)
  }

  package var middle: Double { low + (high - low) / 2 }

  /// What stands at the high end, the middle and the low end; there is nothing between two answers.
  var labels: [String] { [Self.text(high), high - low == 1 ? "" : Self.text(middle), Self.text(low)] }

  /// Where a value lies, from 0 at the low end to 1 at the high end.
  package func share(of value: Double) -> Double {
    guard value.isFinite else { return value > 0 ? 1 : 0 }
    return min(1, max(0, (value - low) / (high - low)))
  }

  /// `0 very low to 10 very good`, `hours`; empty when there is nothing to say.
  package var words: String {
    if lowWords.isEmpty && highWords.isEmpty { return unit }
    let ends = "\(end(low, lowWords)) to \(end(high, highWords))"
    return unit.isEmpty ? ends : "\(ends), \(unit)"
  }

  private func end(_ value: Double, _ words: String) -> String {
    words.isEmpty ? Self.text(value) : "\(Self.text(value)) \(words)"
  }

  /// A number for a reader: at most `digits` digits after the point, and few before it.
  package static func text(_ value: Double, digits: Int = 1) -> String {
    guard value.isFinite else { return value.isNaN ? "?" : value > 0 ? "very much" : "very little" }
    if value.magnitude >= 1_000_000 {
      var tens = 0
      var rest = value
      while rest.magnitude >= 10 {
        rest /= 10
        tens += 1
      }
      let shown = (rest * 10).rounded() / 10
      return shown.magnitude >= 10 ? "\(text(shown / 10))e\(tens + 1)" : "\(text(shown))e\(tens)"
    }
    let factor = digits <= 0 ? 1.0 : digits == 1 ? 10 : 100
    let rounded = (value * factor).rounded() / factor
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }

  /// 1, 2 or 5 times a power of ten, at least `size`.
  private static func roundStep(for size: Double) -> Double {
    var power = 1.0
    while power * 10 <= size { power *= 10 }
    while power > size, power > 1e-9 { power /= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= size } ?? power * 10
  }

  private static func held(_ value: Double) -> Double { value.isFinite ? min(1e15, max(-1e15, value)) : 0 }
}
