import Journal
import Testing

@testable import Exchange

@Suite struct LogNamesTests {
  let id = ULID(milliseconds: 1_795_206_615_000, random: Array(0..<10))

  @Test func `A name is the same each time, and only under the same secret`() {
    let names = LogNames(secret: Array(0..<32))
    #expect(names.name(of: id) == LogNames(secret: Array(0..<32)).name(of: id))
    #expect(names.name(of: id) != LogNames(secret: Array(1..<33)).name(of: id))
  }

  @Test func `A name is 26 characters that tell nothing of the id`() throws {
    let names = LogNames(secret: Array(0..<32))
    let name = try #require(names.name(of: id))
    #expect(ULID(name)?.text == name)
    #expect(name != id.text)
    // Ids of the same millisecond begin alike; their names do not.
    let neighbour = ULID(milliseconds: 1_795_206_615_000, random: Array(1..<11))
    #expect(neighbour.text.prefix(10) == id.text.prefix(10))
    #expect(try #require(names.name(of: neighbour)).prefix(4) != name.prefix(4))
  }

  @Test func `Names do not sort by time`() {
    let names = LogNames(secret: Array(0..<32))
    let made = (0..<64).compactMap { names.name(of: ULID(milliseconds: $0 * 1000, random: Array(0..<10))) }
    #expect(Set(made).count == 64)
    #expect(made != made.sorted())
  }
}
