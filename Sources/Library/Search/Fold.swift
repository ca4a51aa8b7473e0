/// Text made simple for searching: small letters without accents, straight quotes. Each byte of the result has its place
/// in the original, so that a snippet can be cut from there.
struct Folded {
  private(set) var bytes: [UInt8] = []
  /// Where each byte came from; the last one is the end.
  private(set) var origins: [Int] = []

  init(_ text: some StringProtocol) {
    var text = String(text)
    text.withUTF8 { source in
      bytes.reserveCapacity(source.count)
      origins.reserveCapacity(source.count + 1)
      var index = 0
      while index < source.count {
        let byte = source[index]
        if byte < 0x80 {
          append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte, index)
          index += 1
        } else if byte == 0xC3, index + 1 < source.count {
          append(Self.latin[Int(source[index + 1] & 0x3F)], index)
          index += 2
        } else if byte == 0xE2, index + 2 < source.count, source[index + 1] == 0x80 {
          // Curly quotes and dashes.
          append([0x98, 0x99].contains(source[index + 2]) ? UInt8(ascii: "'") : UInt8(ascii: " "), index)
          index += 3
        } else {
          append(byte, index)
          index += 1
        }
      }
      origins.append(source.count)
    }
  }

  private mutating func append(_ byte: UInt8, _ origin: Int) {
    bytes.append(byte)
    origins.append(origin)
  }

  /// À to ÿ as the letters they stand on.
  private static let latin = Array("aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty".utf8)

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: true
    default: false
    }
  }

  /// Words of a line that a person typed: letters and digits, a plural s left off.
  static func words(_ line: String) -> [[UInt8]] {
    Folded(line).bytes.split { !isWordByte($0) }.map { word in
      let word = Array(word)
      return word.count > 3 && word.last == UInt8(ascii: "s") && !word.hasSuffix("ss") ? Array(word.dropLast()) : word
    }
  }

  /// Where a word that begins with `word` stands: its first place from `start` on.
  func find(_ word: [UInt8], from start: Int = 0) -> Int? {
    guard let first = word.first else { return nil }
    return bytes.withUnsafeBufferPointer { text in
      let last = text.count - word.count
      var index = start
      while index <= last {
        if text[index] == first, index == 0 || !Self.isWordByte(text[index - 1]) {
          var matched = 1
          while matched < word.count, text[index + matched] == word[matched] { matched += 1 }
          if matched == word.count { return index }
        }
        index += 1
      }
      return nil
    }
  }

  /// Whether the word at `place` is `word` and no longer one.
  func isWhole(_ word: [UInt8], at place: Int) -> Bool {
    let end = place + word.count
    return end >= bytes.count || !Self.isWordByte(bytes[end])
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
