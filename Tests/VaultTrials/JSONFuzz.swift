import JSON

/// Bytes as JSON: what reads is written in canonical form, and that reads as the same value.
enum JSONFuzz {
  private static let limits = JSONLimits(bytes: 1 << 16, depth: 32)

  static func run(_ input: [UInt8]) throws {
    guard let value = try? JSON(reading: input, limits: limits) else { return }
    guard let written = try? value.canonical() else { return }
    guard let again = try? JSON(reading: written, limits: JSONLimits(bytes: 1 << 20, depth: 32)) else {
      throw Finding(text: "canonical JSON does not read")
    }
    try Finding.unless(again == value, "canonical JSON reads as another value")
    try Finding.unless((try? again.canonical()) == written, "canonical JSON is written in two ways")
  }
}
