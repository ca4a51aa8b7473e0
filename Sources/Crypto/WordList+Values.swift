extension WordList {
  /// The first `count` × 11 bits of `bytes`, the highest first, as words.
  package static func words(for bytes: [UInt8], count: Int) -> [String] {
    precondition(bytes.count * 8 >= count * 11)
    return (0..<count).map { word in
      let value = (0..<11).reduce(0) { value, bit in
        let place = word * 11 + bit
        return value << 1 | Int(bytes[place / 8] >> (7 - UInt8(place % 8))) & 1
      }
      return words[value]
    }
  }

  /// The number of the word that begins with the first four letters of `typed` (of a shorter one: that is it).
  static func index(of typed: some Collection<UInt8>) -> Int? {
    let start = typed.prefix(4).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return words.firstIndex { $0.utf8.prefix(4).elementsEqual(start) }
  }

  /// Typed words without the numbers, commas and line breaks between them.
  static func tokens(in typed: UnsafeRawBufferPointer) -> [Slice<UnsafeRawBufferPointer>] {
    typed.split { byte in !(byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)) }
  }
}
