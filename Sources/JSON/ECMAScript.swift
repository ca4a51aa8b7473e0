/// Numbers as ECMAScript writes them (`Number.prototype.toString`), which RFC 8785 takes over.
enum ECMAScript {
  /// Nil for infinities and not-a-number.
  static func text(of number: Double) -> String? {
    guard number.isFinite else { return nil }
    if number == 0 { return "0" }
    // Whole numbers are most of what is written, and every digit of theirs stands for itself.
    if number.magnitude < 9_007_199_254_740_992, number == number.rounded(.towardZero) { return String(Int64(number)) }
    // Swift's description holds the shortest digits that give the same double again; only their layout differs.
    let (digits, point) = decimal(number.magnitude.description)
    return (number < 0 ? "-" : "") + layout(digits, point)
  }

  /// Significant digits, and how many of them (or of zeros) stand before the decimal point.
  private static func decimal(_ text: String) -> (digits: [UInt8], point: Int) {
    let parts = text.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = Array(halves[0].utf8)
    let fraction = halves.count > 1 ? Array(halves[1].utf8) : []
    let zero = UInt8(ascii: "0")
    let all = whole + fraction
    let leading = all.prefix { $0 == zero }.count
    var digits = Array(all.dropFirst(leading))
    while digits.last == zero { digits.removeLast() }
    return (digits, whole.count - leading + exponent)
  }

  private static func layout(_ digits: [UInt8], _ point: Int) -> String {
    let text = String(decoding: digits, as: UTF8.self)
    let count = digits.count
    func zeros(_ number: Int) -> String { String(repeating: "0", count: number) }
    switch point {
    case ...21 where point >= count: return text + zeros(point - count)
    case 1...21: return "\(text.prefix(point)).\(text.dropFirst(point))"
    case -5...0: return "0." + zeros(-point) + text
    default:
      let exponent = point - 1
      let mantissa = count == 1 ? text : "\(text.prefix(1)).\(text.dropFirst(1))"
      return "\(mantissa)e\(exponent < 0 ? "-" : "+")\(exponent.magnitude)"
    }
  }
}
