import Testing

@testable import JSON

@Suite struct CanonicalTests {
  /// Appendix B of RFC 8785.
  @Test(
    "Numbers are written as ECMAScript writes them",
    arguments: [
      (0x0000_0000_0000_0000, "0"),
      (0x8000_0000_0000_0000, "0"),
      (0x0000_0000_0000_0001, "5e-324"),
      (0x8000_0000_0000_0001, "-5e-324"),
      (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
      (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
      (0x4340_0000_0000_0000, "9007199254740992"),
      (0xc340_0000_0000_0000, "-9007199254740992"),
      (0x4430_0000_0000_0000, "295147905179352830000"),
      (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
      (0x44b5_2d02_c7e1_4af6, "1e+23"),
      (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
      (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
      (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
      (0x444b_1ae4_d6e2_ef50, "1e+21"),
      (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
      (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
      (0x41b3_de43_5555_5553, "333333333.3333332"),
      (0x41b3_de43_5555_5554, "333333333.33333325"),
      (0x41b3_de43_5555_5555, "333333333.3333333"),
      (0x41b3_de43_5555_5556, "333333333.3333334"),
      (0x41b3_de43_5555_5557, "333333333.33333343"),
      (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
      (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
    ] as [(UInt64, String)])
  func numbers(bits: UInt64, text: String) {
    #expect(ECMAScript.text(of: Double(bitPattern: bits)) == text)
  }

  @Test(
    "Whole, small and long numbers take the layout that ECMAScript gives them",
    arguments: [
      (1, "1"), (-7.5, "-7.5"), (100, "100"), (123456.789, "123456.789"), (1e-7, "1e-7"), (1.5e-7, "1.5e-7"),
      (1.25e25, "1.25e+25"), (123456789012345683968, "123456789012345680000"),
      (0.1, "0.1"), (1e20, "100000000000000000000"),
    ] as [(Double, String)])
  func layout(number: Double, text: String) {
    #expect(ECMAScript.text(of: number) == text)
  }

  @Test func `Infinity and not-a-number are refused`() {
    #expect(throws: JSONError.notFinite) { try JSON.array([.number(.nan)]).canonical() }
    #expect(throws: JSONError.notFinite) { try JSON.number(-.infinity).pretty() }
  }

  /// Section 3.2.2 of RFC 8785.
  @Test func `Strings and literals are written with the fewest escapes`() throws {
    let value = try read(
      #"""
      {
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
      }
      """#)
    let canonical =
      #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
      + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
    #expect(String(decoding: try value.canonical(), as: UTF8.self) == canonical)
  }

  /// Section 3.2.3 of RFC 8785: an emoji's first half sorts before U+FB33.
  @Test func `Names are sorted by their UTF-16 code units`() throws {
    let value = try read(
      #"""
      {"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
       "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}
      """#)
    let sorted = try read(String(decoding: try value.canonical(), as: UTF8.self))
    #expect(
      sorted.object?.members.compactMap(\.value.string) == [
        "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face",
        "Hebrew Letter Dalet With Dagesh",
      ])
  }

  @Test func `Canonical bytes read back to the same value`() throws {
    let value: JSON = [
      "a": [1, 2.5, -3, nil, true], "": ["nested": [:], "list": []], "tab\tname": "\u{1}\u{7f}\u{2028} ünï 🪜",
    ]
    let bytes = try value.canonical()
    #expect(try JSON(reading: bytes, limits: JSONLimits(bytes: 1_000)) == value)
    #expect(try JSON(reading: value.pretty(), limits: JSONLimits(bytes: 1_000)) == value)
  }

  @Test func `The pretty form keeps the order of names`() throws {
    let value: JSON = ["b": [1, "x"], "a": [:], "c": []]
    #expect(
      String(decoding: try value.pretty(), as: UTF8.self) == """
        {
          "b": [
            1,
            "x"
          ],
          "a": {},
          "c": []
        }

        """)
  }

  private func read(_ text: String) throws -> JSON {
    try JSON(reading: Array(text.utf8), limits: JSONLimits(bytes: 10_000))
  }
}
