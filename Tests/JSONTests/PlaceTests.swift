import Testing

@testable import JSON

/// Where a value stands, found again after reading.
@Suite struct PlaceTests {
  private let bytes = Array("{\"ä\": 1,\n  \"list\": [true, {\"x\": [1, 2,\n3]}]}".utf8)

  private func place(_ path: JSONPath) -> JSONPosition {
    JSON.position(of: path, in: bytes, limits: JSONLimits(bytes: 1_000))
  }

  @Test func `A value is found by names and places`() {
    #expect(place(JSONPath()) == JSONPosition(line: 1, column: 1))
    #expect(place(JSONPath()["ä"]) == JSONPosition(line: 1, column: 7))
    #expect(place(JSONPath()["list"][0]) == JSONPosition(line: 2, column: 12))
    #expect(place(JSONPath()["list"][1]["x"][2]) == JSONPosition(line: 3, column: 1))
  }

  @Test func `Where the path leads nowhere it is the nearest value around`() {
    #expect(place(JSONPath()["list"][7]) == JSONPosition(line: 2, column: 11))
    #expect(place(JSONPath()["none"]["x"]) == JSONPosition(line: 1, column: 1))
  }
}
