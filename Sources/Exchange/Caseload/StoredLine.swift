import Forms
import JSON

/// What a caseload keeps of logs, read again. It was checked when it came in, so that a failure means a damaged caseload.
extension LogLine {
  /// From the canonical bytes of a line.
  package init(stored body: String) throws(LogRefusal) {
    try self.init(try StoredJSON.read(body), bytes: Array(body.utf8), number: 1)
  }
}

extension LogForm {
  /// From the description that stood in a manifest.
  package init(stored body: String) throws(LogRefusal) {
    guard let form = LogForm(try StoredJSON.read(body)) else { throw .field("forms", line: 1) }
    self = form
  }
}

enum StoredJSON {
  static func read(_ text: String) throws(LogRefusal) -> JSON {
    do {
      return try JSON(reading: Array(text.utf8), limits: JSONLimits(bytes: LogLimits.line))
    } catch {
      throw .notCanonical(line: 1)
    }
  }
}
