import JSON
import Testing

@Suite struct ReaderTests {
  @Test func `Every kind of value is read`() throws {
    let text =
      #" { "n" : null , "t":true, "f":false, "i":-12, "d":1.5e2, "s":"a\"\\\/\b\f\n\r\t\u00e9\ud83e\ude9c", "l":[ [ ] , {} ] } "#
    #expect(
      try read(text) == [
        "n": nil, "t": true, "f": false, "i": -12, "d": 150, "s": "a\"\\/\u{8}\u{c}\n\r\té🪜", "l": [[], [:]],
      ])
  }

  @Test func `Members keep their order and are found by name`() throws {
    let object = try #require(try read(#"{"b":1,"a":{"x":[true]},"c":2.5}"#).object)
    #expect(object.names == ["b", "a", "c"])
    #expect(object["a"]?["x"]?.array == [true])
    #expect(object["b"]?.integer == 1)
    #expect(object["c"]?.integer == nil)
    #expect(object["d"] == nil)
  }

  @Test func `Names that only look the same are two names`() throws {
    let object = try #require(try read("{\"\u{e9}\":1,\"e\u{301}\":2}").object)
    #expect(object["\u{e9}"] == 1)
    #expect(object["e\u{301}"] == 2)
    #expect(JSON.string("\u{e9}") != JSON.string("e\u{301}"))
  }

  @Test(
    "What RFC 8259 does not allow is refused at its place",
    arguments: [
      ("", .unexpectedEnd, 1, 1),
      ("  ", .unexpectedEnd, 1, 3),
      ("[1,2", .unexpectedEnd, 1, 5),
      (#"{"a""#, .unexpectedEnd, 1, 5),
      (#""abc"#, .unexpectedEnd, 1, 5),
      ("tru", .unexpectedEnd, 1, 4),
      ("-", .unexpectedEnd, 1, 2),
      ("truth", .unexpectedByte, 1, 4),
      ("NaN", .unexpectedByte, 1, 1),
      ("Infinity", .unexpectedByte, 1, 1),
      ("'a'", .unexpectedByte, 1, 1),
      ("{a:1}", .unexpectedByte, 1, 2),
      ("[1 2]", .unexpectedByte, 1, 4),
      (#"{"a" 1}"#, .unexpectedByte, 1, 6),
      ("[,1]", .unexpectedByte, 1, 2),
      ("/* no */ 1", .unexpectedByte, 1, 1),
      ("\u{a0}1", .unexpectedByte, 1, 1),
      ("1 2", .extraContent, 1, 3),
      ("{}\n{}", .extraContent, 2, 1),
      ("[1,\n 2,\n]", .trailingComma, 2, 3),
      (#"{"é":1,}"#, .trailingComma, 1, 7),
      ("{\n  \"a\": 1,\n  \"\\u0061\": 2\n}", .duplicateName, 3, 3),
      ("01", .badNumber, 1, 1),
      ("[-01]", .badNumber, 1, 2),
      ("1.", .unexpectedEnd, 1, 3),
      ("[1.]", .badNumber, 1, 2),
      ("[.5]", .unexpectedByte, 1, 2),
      ("[+1]", .unexpectedByte, 1, 2),
      ("[1e]", .badNumber, 1, 2),
      ("0x10", .extraContent, 1, 2),
      ("[1e309]", .numberOutOfRange, 1, 2),
      ("[-1e309]", .numberOutOfRange, 1, 2),
      ("[1e-400]", .numberOutOfRange, 1, 2),
      ("\"a\tb\"", .controlCharacter, 1, 3),
      ("\"a\u{1f}b\"", .controlCharacter, 1, 3),
      (#""\x41""#, .badEscape, 1, 2),
      (#""\u12G4""#, .badEscape, 1, 2),
      (#""\ud800""#, .loneSurrogate, 1, 2),
      (#""\udc00""#, .loneSurrogate, 1, 2),
      (#""\ud800\u0041""#, .loneSurrogate, 1, 2),
      (#""\ud800\ud800""#, .loneSurrogate, 1, 2),
      ("\u{feff}{}", .byteOrderMark, 1, 1),
    ] as [(String, JSONError.Reason, Int, Int)])
  func refusals(text: String, reason: JSONError.Reason, line: Int, column: Int) {
    #expect(throws: JSONError.refused(reason, line: line, column: column)) { try read(text) }
  }

  @Test(
    "Bytes that are not UTF-8 are refused",
    arguments: [
      [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
      [0x80], [0xE2, 0x82], [0xFF],
    ] as [[UInt8]])
  func malformed(bytes: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    #expect(throws: JSONError.refused(.notUTF8, line: 1, column: 2)) {
      try JSON(reading: [quote] + bytes + [quote], limits: JSONLimits(bytes: 100))
    }
  }

  @Test func `UTF-16 is refused`() {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00]
    #expect(throws: JSONError.refused(.notUTF8, line: 1, column: 1)) {
      try JSON(reading: bytes, limits: JSONLimits(bytes: 100))
    }
  }

  @Test func `Zeros and the smallest double are numbers`() throws {
    #expect(try read("[0, -0, 0e5, 0.000, 5e-324, 1E+2]") == [0, 0, 0, 0, .number(.leastNonzeroMagnitude), 100])
  }

  @Test func `Depth is bounded`() throws {
    let deep = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(throws: Never.self) { try read(deep) }
    #expect(throws: JSONError.refused(.tooDeep, line: 1, column: 33)) { try read("[\(deep)]") }
    let bomb = String(repeating: "{\"a\":", count: 100_000)
    #expect(throws: JSONError.refused(.tooDeep, line: 1, column: 161)) { try read(bomb) }
  }

  @Test func `Bytes, values, strings and digits are bounded`() {
    #expect(throws: JSONError.refused(.tooLarge, line: 1, column: 1)) { try read("[1]", JSONLimits(bytes: 2)) }
    #expect(throws: JSONError.refused(.tooManyValues, line: 1, column: 6)) {
      try read("[1,2,3]", JSONLimits(bytes: 10, values: 3))
    }
    #expect(throws: JSONError.refused(.stringTooLong, line: 1, column: 2)) {
      try read(#"["1234"]"#, JSONLimits(bytes: 10, string: 3))
    }
    #expect(throws: JSONError.refused(.numberTooLong, line: 1, column: 1)) {
      try read(String(repeating: "1", count: 1_001))
    }
  }

  @Test func `An error says where and why, and nothing of the bytes`() {
    let error = #expect(throws: JSONError.self) { try read("{\n \"secret\": \"word\", \"secret\": 1}") }
    #expect(error?.message == "Line 2, column 20: a name stands twice in one object.")
  }

  private func read(_ text: String, _ limits: JSONLimits = JSONLimits(bytes: 1 << 20)) throws -> JSON {
    try JSON(reading: Array(text.utf8), limits: limits)
  }
}
