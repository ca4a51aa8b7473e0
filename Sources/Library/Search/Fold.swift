/// Text made simple for searching: small letters without accents, straight quotes.
struct Folded {
  private(set) var bytes: [UInt8] = []

  init(_ text: some StringProtocol) {
    var text = String(text)
    bytes = text.withUTF8 { source in
      // Nothing grows when it is folded.
      Array(unsafeUninitializedCapacity: source.count) { folded, count in
        Self.fold(source) { byte, _ in
          folded[count] = byte
          count += 1
          return true
        }
      }
    }
  }

  /// Where in the UTF-8 of `text` the byte at `place` of its folded form came from; a snippet can be cut from there.
  static func origin(of place: Int, in text: String) -> Int {
    var text = text
    return text.withUTF8 { source in
      var (at, found) = (0, source.count)
      fold(source) { _, origin in
        if at == place { found = origin }
        at += 1
        return at <= place
      }
      return found
    }
  }

  /// Gives each folded byte with the place it came from, until `take` says no.
  private static func fold(_ source: UnsafeBufferPointer<UInt8>, _ take: (UInt8, Int) -> Bool) {
    var index = 0
    while index < source.count {
      let byte = source[index]
      var (folded, width) = (byte, 1)
      if byte < 0x80 {
        if byte &- UInt8(ascii: "A") < 26 { folded = byte | 0x20 }
      } else if byte == 0xC3, index + 1 < source.count {
        (folded, width) = (latin[Int(source[index + 1] & 0x3F)], 2)
      } else if byte == 0xE2, index + 2 < source.count, source[index + 1] == 0x80 {
        // Curly quotes and dashes.
        (folded, width) = ([0x98, 0x99].contains(source[index + 2]) ? UInt8(ascii: "'") : UInt8(ascii: " "), 3)
      }
      guard take(folded, index) else { return }
      index += width
    }
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
