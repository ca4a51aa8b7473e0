import Forms

/// An entry that a sentence comes from, so that it can be looked up.
package struct Source: Hashable, Sendable {
  package var entry: ULID
  package var day: Day
  package init(_ entry: ULID, _ day: Day) {
    self.entry = entry
    self.day = day
  }
}

extension Entry {
  package var source: Source { Source(id, day) }
}

/// A number and the entry it stands in.
package struct SourcedNumber: Equatable, Sendable {
  package var source: Source
  package var value: Double
  package init(source: Source, value: Double) {
    self.source = source
    self.value = value
  }
}
