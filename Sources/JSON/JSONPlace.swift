/// Where a value stands in a document: names and places on the way to it.
package struct JSONPath: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case name(String)
    case place(Int)
  }
  package var steps: [Step]
  package init(_ steps: [Step] = []) { self.steps = steps }
  package subscript(name: String) -> JSONPath { JSONPath(steps + [.name(name)]) }
  package subscript(place: Int) -> JSONPath { JSONPath(steps + [.place(place)]) }
}

/// A line and a column, both counted from 1; a column is one code point.
package struct JSONPosition: Equatable, Sendable {
  package var line: Int
  package var column: Int
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension JSON {
  /// Where the value at `path` begins in bytes that were read before; as near as the path leads. The bytes are walked
  /// again, so that reading itself need not remember any place.
  package static func position(of path: JSONPath, in bytes: [UInt8], limits: JSONLimits) -> JSONPosition {
    var reader = JSONReader(bytes: bytes, limits: limits)
    reader.find(path.steps[...])
    return reader.position(reader.at)
  }
}

extension JSONReader {
  /// Walks to the value, and stands at its first byte; stays at the nearest one around it if there is none.
  fileprivate mutating func find(_ path: ArraySlice<JSONPath.Step>) {
    skipSpace()
    let here = at
    guard let step = path.first, enter(step) else {
      at = here
      return
    }
    find(path.dropFirst())
  }

  private mutating func enter(_ step: JSONPath.Step) -> Bool {
    let isObject: Bool
    switch (step, byte) {
    case (.name, UInt8(ascii: "{")): isObject = true
    case (.place, UInt8(ascii: "[")): isObject = false
    default: return false
    }
    at += 1
    var index = 0
    while true {
      skipSpace()
      var name: String?
      if isObject {
        guard byte == UInt8(ascii: "\""), let found = try? string() else { return false }
        name = found
        skipSpace()
        guard byte == UInt8(ascii: ":") else { return false }
        at += 1
      }
      if step == name.map(JSONPath.Step.name) ?? .place(index) { return true }
      guard (try? value(depth: 0)) != nil else { return false }
      skipSpace()
      guard byte == UInt8(ascii: ",") else { return false }
      at += 1
      index += 1
    }
  }
}
