/// What is measured: its name, its unit, its ends with their words.
package struct Quantity: Equatable, Sendable {
  package var name: String
  /// `hours`; empty for none.
  package var unit: String
  package var low: Double?, high: Double?
  package var lowWords: String, highWords: String
  /// An answer of two kinds, such as yes and no: days of each are counted, nothing is averaged.
  package var isEitherOr: Bool

  package init(
    name: String, unit: String = "", low: Double? = nil, high: Double? = nil, lowWords: String = "",
    highWords: String = "", isEitherOr: Bool = false
  ) {
    self.name = name
    self.unit = unit
    self.low = low
    self.high = high
    self.lowWords = lowWords
    self.highWords = highWords
    self.isEitherOr = isEitherOr
  }

  /// `no` and `yes`, or what stands for them.
  package static func eitherOr(_ name: String, _ no: String = "no", _ yes: String = "yes") -> Quantity {
    Quantity(name: name, low: 0, high: 1, lowWords: no, highWords: yes, isEitherOr: true)
  }
}
