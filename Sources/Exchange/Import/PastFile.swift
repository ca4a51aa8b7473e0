import Forms

/// What a file of another program holds, before anything is stored.
package struct PastFile: Equatable, Sendable {
  /// The program it comes from, as people call it.
  package var source: String
  package var items: [PastItem] = []
  package var leftOut: [LeftOut] = []
  /// Read as something other than UTF-8; nil where there is nothing to say.
  package var encoding: String?

  package init(source: String) { self.source = source }

  /// A row that is not taken, and why.
  package struct LeftOut: Equatable, Sendable {
    package var line: Int
    package var why: String
  }

  /// Each mood that is a word, in the order it first comes.
  package var moodNames: [String] {
    var seen: Set<String> = []
    return items.compactMap(\.mood).filter { Double($0) == nil && seen.insert($0).inserted }
  }

  /// Each mood that is a number.
  package var moodNumbers: [Double] { items.compactMap { $0.mood.flatMap(Double.init) } }

  /// Takes an item unless it stands in the file already.
  mutating func take(_ item: PastItem, known keys: inout Set<String>) {
    guard keys.insert(item.key).inserted else { return leave(item.line, "it is the same as an earlier one") }
    items.append(item)
  }

  mutating func leave(_ line: Int, _ why: String) { leftOut.append(LeftOut(line: line, why: why)) }
}

/// One entry of another program.
package struct PastItem: Equatable, Sendable {
  /// The line of the file, or which entry it is where the file has no rows.
  package var line: Int
  package var day: Day
  package var time: TimeOfDay?
  /// A number or a word, as the file has it.
  package var mood: String?
  /// The texts by question of the form.
  package var texts: [String: String] = [:]
  /// The lists by question of the form.
  package var lists: [String: [String]] = [:]
  package var tags: [String] = []
  package var isThought = false
  /// The same item has the same key in every file.
  package var key = ""

  var isEmpty: Bool { mood == nil && texts.isEmpty && lists.isEmpty }

  /// From all that it says, where the file gives it no name.
  mutating func makeKey(_ source: String) {
    let texts = texts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let lists = lists.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.joined(separator: "|"))" }
    key = ([source, day.iso, time?.iso ?? "", mood ?? ""] + texts + lists).joined(separator: "\u{1F}")
  }
}

/// Why a file is not imported.
package enum ImportError: Error, Equatable {
  case empty
  /// Bytes that are no text.
  case notText
  /// JSON that is not well-formed, in a sentence of its own.
  case badJSON(String)
  /// JSON of a program this one does not know.
  case unknownJSON
  /// A FreeCBT backup, which is packed; its export is not.
  case packedBackup
  /// A quote that was opened in this line is never closed.
  case openQuote(line: Int)
  case tooManyColumns(line: Int)
  case tooManyRows(limit: Int)
  /// Columns that were named and are not there; all that are.
  case noSuchColumn(String, among: [String])
  /// Nobody said which column holds the date.
  case noDate
}
