import Forms
import JSON
import Journal

extension PastFile {
  /// The file of a program that is known by its columns or names; nil where the columns have to be named.
  package static func read(_ text: PlainText, table: CSV?, today: Day) throws(ImportError) -> PastFile? {
    let file: PastFile?
    if let table {
      file = daylio(table, today: today) ?? freeCBT(table, today: today)
    } else {
      file = try json(text.bytes, today: today)
    }
    guard var file else { return nil }
    file.encoding = text.encoding
    return file
  }

  /// Whether the text is JSON, or a table of rows.
  package static func table(_ text: PlainText) throws(ImportError) -> CSV? {
    if text.bytes.starts(with: ":FreeCBT:".utf8) { throw .packedBackup }
    let first = text.bytes.first { $0 > 0x20 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? nil : try CSV(reading: text.bytes)
  }

  /// Daylio: `full_date,date,weekday,time,mood,activities,note_title,note`; older ones have `year` in the place of `full_date`.
  private static func daylio(_ table: CSV, today: Day) -> PastFile? {
    guard let mood = table.column("mood"), let activities = table.column("activities"), let date = table.column("date"),
      let time = table.column("time"), table.column("weekday") != nil
    else { return nil }
    let full = table.column("full_date")
    let year = table.column("year")
    guard full != nil || year != nil else { return nil }
    let (title, note) = (table.column("note_title"), table.column("note"))
    var file = PastFile(source: "Daylio")
    var keys: Set<String> = []
    for row in table.rows {
      guard row.has(table.header.count, in: &file) else { continue }
      let written = full.map { row.cells[$0] } ?? "\(row.cells[date]) \(row.cells[year ?? 0])"
      guard var item = row.item(PastDates.read(written, order: .ymd), written, today: today, in: &file) else {
        continue
      }
      item.time = PastDates.time(row.cells[time]) ?? item.time
      item.mood = row.cells[mood].trimmed.nonEmpty?.lowercased()
      item.lists["activities"] =
        row.cells[activities].split(separator: "|").map { String($0).trimmed }
        .filter { !$0.isEmpty }.nonEmpty
      item.texts["title"] = title.flatMap { DaylioText.plain(row.cells[$0]).nonEmpty }
      item.texts["words"] = note.flatMap { DaylioText.plain(row.cells[$0]).nonEmpty }
      file.finish(&item, known: &keys)
    }
    return file
  }

  /// FreeCBT: `uuid,createdAt,updatedAt,automaticThought,cognitiveDistortions,challenge,alternativeThought`.
  private static func freeCBT(_ table: CSV, today: Day) -> PastFile? {
    guard let name = table.column("uuid"), let created = table.column("createdAt"),
      let thought = table.column("automaticThought"), let traps = table.column("cognitiveDistortions"),
      let challenge = table.column("challenge"), let other = table.column("alternativeThought")
    else { return nil }
    var file = PastFile(source: "FreeCBT")
    var keys: Set<String> = []
    for row in table.rows {
      guard row.has(table.header.count, in: &file) else { continue }
      let date = row.cells[created]
      guard var item = row.item(PastDates.read(date, order: .ymd), date, today: today, in: &file) else { continue }
      item.thought(
        row.cells[thought], traps: row.cells[traps].split(separator: ",").map(String.init), row.cells[challenge],
        row.cells[other])
      file.finish(&item, named: row.cells[name], known: &keys)
    }
    return file
  }

  private static let limits = JSONLimits(bytes: 64 << 20, string: 1 << 20, values: 2_000_000)

  private static func json(_ bytes: [UInt8], today: Day) throws(ImportError) -> PastFile {
    let json: JSON
    do { json = try JSON(reading: bytes, limits: limits) } catch { throw .badJSON(error.message) }
    if let thoughts = json["thoughts"]?.array, json["v"]?.string?.hasPrefix("Archive") == true {
      return freeCBT(thoughts, today: today)
    }
    guard let entries = json["entries"]?.array,
      entries.allSatisfy({ $0["date"]?.string != nil && ($0["title"] ?? $0["body"])?.string != nil })
    else { throw .unknownJSON }
    return jrnl(entries, today: today)
  }

  private static func freeCBT(_ thoughts: [JSON], today: Day) -> PastFile {
    var file = PastFile(source: "FreeCBT")
    var keys: Set<String> = []
    for (index, thought) in thoughts.enumerated() {
      let row = CSV.Row(line: index + 1, cells: [])
      let date = thought["createdAt"]?.string ?? ""
      guard var item = row.item(PastDates.read(date, order: .ymd), date, today: today, in: &file) else { continue }
      func text(_ name: String) -> String { thought[name]?.string ?? "" }
      item.thought(
        text("automaticThought"), traps: thought["cognitiveDistortions"]?.array?.compactMap(\.string) ?? [],
        text("challenge"), text("alternativeThought"))
      file.finish(&item, named: text("uuid"), known: &keys)
    }
    return file
  }

  /// jrnl: `{"tags": …, "entries": [{"title", "body", "date", "time", "tags", "starred"}]}`.
  private static func jrnl(_ entries: [JSON], today: Day) -> PastFile {
    var file = PastFile(source: "jrnl")
    var keys: Set<String> = []
    for (index, entry) in entries.enumerated() {
      let row = CSV.Row(line: index + 1, cells: [])
      let date = entry["date"]?.string ?? ""
      guard var item = row.item(PastDates.read(date, order: .ymd), date, today: today, in: &file) else { continue }
      item.time = entry["time"]?.string.flatMap(PastDates.time)
      item.texts["title"] = entry["title"]?.string?.trimmed.nonEmpty
      item.texts["words"] = entry["body"]?.string?.trimmed.nonEmpty
      item.tags = Tags.read(entry["tags"]?.array?.compactMap(\.string).joined(separator: " ") ?? "")
      item.tags = Array(item.tags.prefix(Tags.most))
      file.finish(&item, named: entry["uuid"]?.string ?? "", known: &keys)
    }
    return file
  }
}

extension PastItem {
  fileprivate mutating func thought(_ thought: String, traps: [String], _ challenge: String, _ other: String) {
    isThought = true
    texts["thought"] = thought.trimmed.nonEmpty
    texts["challenge"] = challenge.trimmed.nonEmpty
    texts["balanced"] = other.trimmed.nonEmpty
    lists["traps"] = traps.map { $0.trimmed.replacing("-", with: " ") }.filter { !$0.isEmpty }.nonEmpty
  }
}

extension PastFile {
  /// Takes an item under its own name, or under all it says; leaves out what says nothing.
  mutating func finish(_ item: inout PastItem, named name: String = "", known keys: inout Set<String>) {
    guard !item.isEmpty else { return leave(item.line, "nothing is written in it") }
    let longest = Step.longest
    guard item.texts.values.allSatisfy({ $0.utf8.count <= longest }) else {
      return leave(item.line, "a text in it is longer than \(longest / 1024) KB")
    }
    // Some versions of FreeCBT wrote the name of their store in front.
    let bare = name.split(separator: ":").last.map(String.init)?.trimmed ?? ""
    item.makeKey(source)
    if !bare.isEmpty { item.key = "\(source)\u{1F}\(bare)" }
    take(item, known: &keys)
  }
}

extension CSV.Row {
  /// A row of another width has lost or gained a sign somewhere, so its cells cannot be trusted.
  func has(_ count: Int, in file: inout PastFile) -> Bool {
    let extra = cells.dropFirst(count)
    guard cells.count >= count, extra.allSatisfy(\.isEmpty) else {
      file.leave(line, "it has \(cells.count) columns where the first line has \(count)")
      return false
    }
    return true
  }

  /// An item of that day; nil, and why, where there is none to come to.
  func item(_ found: (day: Day, time: TimeOfDay?)?, _ written: String, today: Day, in file: inout PastFile) -> PastItem?
  {
    guard let found else {
      file.leave(line, written.trimmed.isEmpty ? "it has no date" : "\"\(written.prefix(30))\" is not a date")
      return nil
    }
    guard found.day.year >= 1900, found.day <= today else {
      file.leave(line, found.day > today ? "its day has not come yet" : "its day lies before 1900")
      return nil
    }
    return PastItem(line: line, day: found.day, time: found.time)
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
}

extension Array {
  var nonEmpty: Self? { isEmpty ? nil : self }
}
