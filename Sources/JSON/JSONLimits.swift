/// What a reader takes at most; a hostile file costs no more memory or time than this.
package struct JSONLimits: Sendable {
  package var bytes: Int
  package var depth: Int
  /// Bytes of one string or name, after escapes.
  package var string: Int
  /// Values of all kinds together.
  package var values: Int

  package init(bytes: Int, depth: Int = 32, string: Int = .max, values: Int = .max) {
    self.bytes = bytes
    self.depth = depth
    self.string = string
    self.values = values
  }
}
