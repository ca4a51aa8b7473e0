import Forms
import JSON
import Journal

/// Takes fields off one line of a journal file.
struct FieldReader {
  let json: JSON
  let line: Int

  init(_ json: JSON, line: Int) {
    self.json = json
    self.line = line
  }

  func bad(_ name: String) -> JournalRefusal { .field(name, line: line) }

  func text(_ name: String) throws(JournalRefusal) -> String {
    guard let text = json[name]?.string else { throw bad(name) }
    return text
  }

  func flag(_ name: String) throws(JournalRefusal) -> Bool {
    guard let flag = json[name]?.bool else { throw bad(name) }
    return flag
  }

  func count(_ name: String) throws(JournalRefusal) -> Int {
    guard let count = json[name]?.integer, (0...Int(Int32.max)).contains(count) else { throw bad(name) }
    return count
  }

  func id(_ name: String) throws(JournalRefusal) -> ULID {
    guard let id = ULID(try text(name)) else { throw bad(name) }
    return id
  }

  func day(_ name: String) throws(JournalRefusal) -> Day {
    guard let day = Day(iso: try text(name)) else { throw bad(name) }
    return day
  }

  func bytes(_ name: String) throws(JournalRefusal) -> [UInt8] {
    guard let bytes = Base64.bytes(Array(try text(name).utf8)) else { throw bad(name) }
    return bytes
  }

  func texts(_ name: String) throws(JournalRefusal) -> [String] {
    guard let items = json[name]?.array, items.allSatisfy({ $0.string != nil }) else { throw bad(name) }
    return items.compactMap(\.string)
  }

  func inner(_ name: String) throws(JournalRefusal) -> FieldReader {
    guard let inner = json[name], inner.object != nil else { throw bad(name) }
    return FieldReader(inner, line: line)
  }

  /// An instant in the years 1 to 9999, in milliseconds.
  func instant(_ name: String) throws(JournalRefusal) -> Int64 {
    guard let at = json[name]?.integer, (-62_135_510_400_000...253_402_214_400_000).contains(at) else {
      throw bad(name)
    }
    return Int64(at)
  }

  func moment(_ name: String) throws(JournalRefusal) -> Moment {
    let inner = try inner(name)
    guard let offset = inner.json["offset"]?.integer, (-86_399...86_399).contains(offset) else { throw bad(name) }
    return Moment(milliseconds: try inner.instant("milliseconds"), offset: offset, zone: try inner.text("zone"))
  }

  func links() throws(JournalRefusal) -> [Link] {
    guard let items = json["links"]?.array else { throw bad("links") }
    var links: [Link] = []
    for item in items {
      let link = FieldReader(item, line: line)
      links.append(Link(name: try link.text("name"), entry: try link.id("entry")))
    }
    return links
  }

  func head() throws(JournalRefusal) -> JournalFile.Head {
    guard let created = Moment(rfc3339: try text("createdAt"), zone: try text("zone")) else { throw bad("createdAt") }
    return JournalFile.Head(created: created, app: try text("app"))
  }
}
