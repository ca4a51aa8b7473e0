import Testing

@testable import Exchange

@Suite struct CSVTests {
  private func rows(_ text: String) throws -> [[String]] {
    let table = try CSV(reading: Array(text.utf8))
    return [table.header] + table.rows.map(\.cells)
  }

  @Test func `Quotes hold signs, line ends and quotes; bare cells hold quotes`() throws {
    let text = "a,b\r\n\"x, \"\"y\"\"\nz\",6\" nail\n\n\"\",\"q\"tail\n"
    #expect(try rows(text) == [["a", "b"], ["x, \"y\"\nz", "6\" nail"], ["", "qtail"]])
    #expect(try CSV(reading: Array(text.utf8)).rows.map(\.line) == [2, 5])
  }

  @Test(arguments: [",", ";", "\t", "|"]) func `The sign between the cells is found`(sign: String) throws {
    #expect(try rows("a\(sign)b\(sign)c\n1\(sign)2\(sign)\n") == [["a", "b", "c"], ["1", "2", ""]])
    #expect(try rows("\"a,;x\"\(sign)b\(sign)c\n") == [["a,;x", "b", "c"]])
  }

  @Test func `Line ends of every system, and none at the end`() throws {
    for end in ["\n", "\r\n", "\r"] {
      #expect(try rows("a,b\(end)1,2\(end)3,4") == [["a", "b"], ["1", "2"], ["3", "4"]])
    }
  }

  @Test func `A quote that never closes is told with its line`() {
    #expect(throws: ImportError.openQuote(line: 3)) { try rows("a,b\n1,2\n3,\"4\n5,6\n") }
  }

  @Test func `More columns or rows than anyone has are refused`() {
    let wide = String(repeating: ",", count: 200)
    #expect(throws: ImportError.tooManyColumns(line: 1)) { try rows(wide + "\n") }
    let long = "a,b\n" + String(repeating: "1,2\n", count: CSV.mostRows + 1)
    #expect(throws: ImportError.tooManyRows(limit: CSV.mostRows)) { try rows(long) }
  }

  @Test func `Any bytes make rows or a reason, and no crash`() {
    var seed: UInt64 = 7
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<80 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1
        bytes.append(Array("\",;\n\r\tab\u{E9}".utf8)[Int(seed >> 33) % 10])
      }
      _ = try? CSV(reading: bytes)
    }
  }
}

@Suite struct PlainTextTests {
  private let words = "Grüße, Zoë — “ja” €5\n"

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 255))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test func `UTF-8 comes as it is, with or without its mark`() throws {
    #expect(try PlainText(reading: Array(words.utf8)).bytes == Array(words.utf8))
    let marked = try PlainText(reading: [0xEF, 0xBB, 0xBF] + Array(words.utf8))
    #expect(marked.bytes == Array(words.utf8) && marked.encoding == nil)
  }

  @Test(arguments: [true, false]) func `UTF-16 is read with its mark and without`(bigEndian: Bool) throws {
    let mark: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    let marked = try PlainText(reading: mark + utf16(words, bigEndian: bigEndian))
    #expect(marked.bytes == Array(words.utf8) && marked.encoding == "UTF-16")
    let plain = "date,mood,note\n2020-01-01,3,a word or two more\n"
    #expect(try PlainText(reading: utf16(plain, bigEndian: bigEndian)).bytes == Array(plain.utf8))
  }

  @Test func `What is not UTF-8 is read as Windows has it, and said`() throws {
    let bytes: [UInt8] = [0x47, 0x72, 0xFC, 0xDF, 0x65, 0x20, 0x93, 0x80, 0x94, 0x81]
    let text = try PlainText(reading: bytes)
    #expect(String(decoding: text.bytes, as: UTF8.self) == "Grüße “€”\u{FFFD}")
    #expect(text.encoding == "Windows-1252")
  }

  @Test(arguments: [[], [0x20, 0x0A], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE]] as [[UInt8]])
  func `Nothing is told as nothing`(bytes: [UInt8]) {
    #expect(throws: ImportError.empty) { try PlainText(reading: bytes) }
  }

  @Test(
    arguments: [
      [0x61, 0, 0x62, 0x63], [0xFF, 0xFE, 0x61], [0xFF, 0xFE, 0, 0xD8], [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1, 2, 3],
    ] as [[UInt8]])
  func `Bytes that are no text are told as such`(bytes: [UInt8]) {
    #expect(throws: ImportError.notText) { try PlainText(reading: bytes) }
  }
}
