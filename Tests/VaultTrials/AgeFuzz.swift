import Crypto
import Exchange

/// A sealed file, changed. What reads as a header has one spelling; what opens is what was sealed, and nothing is given out
/// that was not.
enum AgeFuzz {
  /// The files in the corpus are sealed for it.
  private static let identity = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
  private static let own = AgeIdentity(text: identity)

  static func run(_ input: [UInt8]) throws {
    let out = BytesOutput()
    guard let own, let reader = try? AgeReader(BytesInput(input)) else { return }
    let written = reader.header.bytes
    guard let again = try? AgeReader(BytesInput(written)) else { throw Finding(text: "a header does not read again") }
    try Finding.unless(again.header == reader.header, "a header reads as another one")
    let isPlain = input.starts(with: Array("age-encryption".utf8))
    try Finding.unless(!isPlain || input.starts(with: written), "a header has two spellings")
    // A passphrase costs too much to try each time: without one it must not be asked to work.
    do {
      try reader.open(with: [own], into: out)
    } catch AgeError.needsPassphrase {
      try Finding.unless(reader.needsPassphrase && out.bytes.isEmpty, "a passphrase was not asked for")
    } catch {
      return
    }
    let sealed = BytesOutput()
    try AgeWriter(.recipients([own.recipient])).seal(BytesInput(out.bytes), into: sealed, armoured: true)
    let opened = BytesOutput()
    try AgeReader(BytesInput(sealed.bytes)).open(with: [own], into: opened)
    try Finding.unless(opened.bytes == out.bytes, "what was opened does not seal again")
  }
}
