/// Drops the bytes that would cut or double lines: NUL everywhere, and in a paste the line feed of a Windows line end.
struct PasteFilter {
  private static let start = Array("\u{1B}[200~".utf8)
  private static let end = Array("\u{1B}[201~".utf8)
  private var recent: [UInt8] = []
  private var isPasting = false

  mutating func admits(_ byte: UInt8) -> Bool {
    if byte == 0 || (isPasting && byte == UInt8(ascii: "\n") && recent.last == UInt8(ascii: "\r")) { return false }
    if recent.count == 6 { recent.removeFirst() }
    recent.append(byte)
    if byte == UInt8(ascii: "~") {
      if recent == Self.start { isPasting = true }
      if recent == Self.end { isPasting = false }
    }
    return true
  }
}
