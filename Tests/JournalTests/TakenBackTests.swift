import JSON
import Testing

@testable import Journal

/// A value that was changed once is brought back, and what was changed since stays.
@Suite struct TakenBackTests {
  private func left(_ now: String?, before: String?, after: String?) -> String? {
    let bytes = { (text: String?) in text.map { Array($0.utf8) } }
    return TakenBack.value(now: bytes(now), before: bytes(before), after: bytes(after))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [nil, "[]", "not json at all"]) func `Unchanged since, it is as before, byte for byte`(
    before: String?
  ) {
    #expect(left("{\"a\":1}", before: before, after: "{\"a\":1}") == before)
  }

  @Test func `What came in goes, and what was added since stays`() {
    #expect(
      left(
        "[{\"id\":\"1\"},{\"id\":\"2\"},{\"id\":\"3\"}]", before: "[{\"id\":\"1\"}]",
        after: "[{\"id\":\"1\"},{\"id\":\"2\"}]")
        == "[{\"id\":\"1\"},{\"id\":\"3\"}]")
    #expect(left("{\"a\":[1],\"b\":2}", before: "{}", after: "{\"a\":[1]}") == "{\"b\":2}")
    let version = "\"version\":1}"
    #expect(
      left("{\"all\":[1,2],\(version)", before: nil, after: "{\"all\":[1],\(version)") == "{\"all\":[2],\(version)")
    #expect(left("[{\"id\":\"3\"}]", before: nil, after: "[{\"id\":\"2\"}]") == "[{\"id\":\"3\"}]")
  }

  @Test func `What the person changed of it since is theirs`() {
    #expect(
      left("[{\"id\":\"2\",\"name\":\"mine\"}]", before: "[]", after: "[{\"id\":\"2\",\"name\":\"theirs\"}]")
        == "[{\"id\":\"2\",\"name\":\"mine\"}]")
    #expect(
      left(
        "[{\"id\":\"1\",\"n\":2},{\"id\":\"9\"}]", before: "[{\"id\":\"1\",\"n\":1}]", after: "[{\"id\":\"1\",\"n\":2}]"
      )
        == "[{\"id\":\"1\",\"n\":1},{\"id\":\"9\"}]")
  }

  @Test func `What it took the place of comes back`() {
    #expect(
      left("[{\"id\":\"2\"},{\"id\":\"9\"}]", before: "[{\"id\":\"1\"}]", after: "[{\"id\":\"2\"}]")
        == "[{\"id\":\"9\"},{\"id\":\"1\"}]")
    #expect(left("gone wrong", before: "[]", after: "[1]") == "gone wrong")
    #expect(left(nil, before: "[]", after: "[1]") == nil)
  }
}
