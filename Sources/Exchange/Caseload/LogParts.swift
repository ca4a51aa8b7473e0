import JSON

/// A log in parts, as a caseload keeps it: descriptions of forms are there once for all logs.
package enum LogParts {
  /// The manifest without its forms, and each form, canonical.
  package static func head(of manifest: JSON) throws(LogEntryError) -> (head: String, forms: [[UInt8]]) {
    guard var object = manifest.object, let forms = object["forms"]?.array else { throw .notANumber }
    object["forms"] = nil
    let head = try LogEntry.canonical(.object(object))
    var texts: [[UInt8]] = []
    for form in forms { texts.append(try LogEntry.canonical(form)) }
    return (String(decoding: head, as: UTF8.self), texts)
  }

  /// The log again, byte for byte; nil where the parts are not those of a log.
  package static func bytes(head: String, forms: [String], lines: [String], signature: String) -> [UInt8]? {
    let limits = JSONLimits(bytes: LogLimits.line, depth: 32)
    guard let read = try? JSON(reading: Array(head.utf8), limits: limits), var object = read.object else { return nil }
    var all: [JSON] = []
    for form in forms {
      guard let json = try? JSON(reading: Array(form.utf8), limits: limits) else { return nil }
      all.append(json)
    }
    object["forms"] = .array(all)
    guard let first = try? JSON.object(object).canonical(),
      let last = try? JSON.object(JSON.Object([("signature", .string(signature))])).canonical()
    else { return nil }
    var bytes = first
    bytes.append(10)
    for line in lines {
      bytes += line.utf8
      bytes.append(10)
    }
    return bytes + last + [10]
  }
}
