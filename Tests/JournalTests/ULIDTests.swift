import Testing

@testable import Journal

@Suite struct ULIDTests {
  let random: [UInt8] = [0xFF, 0, 1, 2, 3, 4, 5, 6, 7, 0x80]

  @Test func `Time and random bytes stand in 26 characters`() {
    #expect(ULID(milliseconds: 0, random: [UInt8](repeating: 0, count: 10)).text == String(repeating: "0", count: 26))
    #expect(
      ULID(milliseconds: 0xFFFF_FFFF_FFFF, random: [UInt8](repeating: 255, count: 10)).text
        == "7" + String(repeating: "Z", count: 25))
    #expect(ULID(milliseconds: 1_469_922_850_259, random: random).text == "01ARZ3NDEKZW0020G30G2GC1W0")
  }

  @Test func `A text comes back, and nothing else is taken`() {
    let id = ULID(milliseconds: 1_795_206_615_000, random: random)
    #expect(ULID(id.text) == id)
    let (head, tail) = (String(id.text.dropLast()), String(id.text.dropFirst()))
    let bad: [String] = [
      "", head, "\(id.text)0", id.text.lowercased(), "8\(tail)", "I\(tail)", "\(head)U", "\(head)é", "\(head) ",
    ]
    #expect(bad.filter { ULID($0) != nil } == [])
  }

  @Test func `Ids sort by the time they were made`() {
    let times: [Int64] = [0, 1, 31, 32, 1023, 1_000_000_007, 1_795_206_615_000, 0xFFFF_FFFF_FFFF]
    let ids = times.map { ULID(milliseconds: $0, random: random) }
    #expect(ids.reversed().sorted() == ids)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `The short name is what people type`() {
    let id = ULID(milliseconds: 0, random: random)
    #expect(id.text.hasSuffix(id.short.uppercased()))
    #expect(id.short.count == 4)
    #expect(id.short == id.short.lowercased())
  }

  @Test func `Base 32 counts from the end, and pads with zeros in front`() {
    #expect(ULID.base32([31], length: 2) == "0Z")
    #expect(ULID.base32([0xFF], length: 2) == "7Z")
    #expect(ULID.base32([1, 0], length: 4) == "0080")
    #expect(ULID.base32([], length: 3) == "000")
    #expect(ULID.base32([UInt8](repeating: 255, count: 16), length: 26) == "7" + String(repeating: "Z", count: 25))
  }
}
