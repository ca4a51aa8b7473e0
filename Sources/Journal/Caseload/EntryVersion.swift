/// One version of an entry that came in a log, as far as merging needs it.
package struct EntryVersion: Hashable, Sendable {
  package var revision: Int
  /// The first half of SHA-256 over its bytes.
  package var digest: [UInt8]
  /// The canonical bytes of the line.
  package var body: String

  package init(revision: Int, digest: [UInt8], body: String) {
    self.revision = revision
    self.digest = digest
    self.body = body
  }
}

/// What one version of an entry is among all that came.
package enum EntryStanding: Int, Sendable {
  /// Another version stands in its place.
  case gone = 0
  case shown, withdrawn
  /// Shown though another version of the same revision says something else.
  case disputed
  /// The other one of a disputed entry.
  case other
}
