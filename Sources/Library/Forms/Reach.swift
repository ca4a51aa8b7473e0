import Forms

/// Which answers a question can have at all.
struct Reach {
  let kind: Question.Kind

  init(_ kind: Question.Kind) { self.kind = kind }

  /// Why no answer can make the comparison true; nil if one can.
  func impossible(_ comparison: Comparison) -> String? {
    switch kind {
    case .group, .each, .show, .breathe, .timer: return "the question is never answered itself"
    case .scale(let low, let high, _, _):
      return low > high
        ? nil : outside(comparison, Double(low)...Double(high), "the scale goes from \(low) to \(high)")
    case .number(let low, let high, _):
      let (low, high) = (low ?? -.infinity, high ?? .infinity)
      return low <= high ? outside(comparison, low...high, "the number cannot be that") : nil
    case .duration: return outside(comparison, 0...(.infinity), "minutes are never below 0")
    case .list: return outside(comparison, 0...(.infinity), "a list never has fewer than 0 items")
    case .choice(let choices): return unknown(comparison, choices, single: true)
    case .choices(let choices, _): return unknown(comparison, choices, single: false)
    case .text, .date, .time, .dateTime: return comparison.number == nil ? nil : "the answer is not a number"
    case .yesNo: return comparison.number == nil ? nil : "the answer is yes or no"
    }
  }

  private func unknown(_ comparison: Comparison, _ choices: Choices, single: Bool) -> String? {
    let isOpen = choices.other || choices.of != nil
    let codes = Set(choices.options.map(\.code))
    func missing(_ code: String) -> String? {
      isOpen || codes.contains(code) ? nil : "there is no option \(Name.quoted(code))"
    }
    switch comparison {
    case .equals(.text(let code)), .includes(let code), .lacks(let code): return missing(code)
    case .equals(.items(let items)): return items.lazy.compactMap(missing).first
    case .isNot, .answered: return nil
    case .before, .after: return "the answer is neither a day nor a time"
    default:
      if single { return "the answer is not a number" }
      let most = isOpen ? Double.infinity : Double(codes.count)
      return outside(comparison, 0...most, "there are \(codes.count) options")
    }
  }

  private func outside(_ comparison: Comparison, _ range: ClosedRange<Double>, _ why: String) -> String? {
    let possible =
      switch comparison {
      case .equals(.number(let value)): range.contains(value)
      case .atLeast(let value): value <= range.upperBound
      case .atMost(let value): value >= range.lowerBound
      case .moreThan(let value): value < range.upperBound
      case .lessThan(let value): value > range.lowerBound
      default: true
      }
    return possible ? nil : why
  }
}

extension Comparison {
  /// The number that it compares with.
  fileprivate var number: Double? {
    switch self {
    case .atLeast(let value), .atMost(let value), .moreThan(let value), .lessThan(let value): value
    default: nil
    }
  }
}
