/// A part of the header that holds the file's key for one recipient.
package struct AgeStanza: Equatable, Sendable {
  package var arguments: [String]
  package var body: [UInt8]
  static let columns = 64

  package init(_ arguments: [String], body: [UInt8]) {
    self.arguments = arguments
    self.body = body
  }

  var kind: String { arguments.first ?? "" }

  /// The last line is always shorter than 64 letters, and may be empty.
  package var text: String {
    let letters = Base64.encoded(body)
    let lines = stride(from: 0, through: letters.count, by: Self.columns).map { start in
      String(decoding: letters[start..<min(start + Self.columns, letters.count)], as: UTF8.self) + "\n"
    }
    return "-> " + arguments.joined(separator: " ") + "\n" + lines.joined()
  }
}
