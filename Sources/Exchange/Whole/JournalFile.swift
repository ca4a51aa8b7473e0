import Crypto
import JSON
import Journal

/// Writes and recognises a file with all of a journal ("handrail-journal" 1.0): a manifest, a line for each thing, and a
/// hash over all before it.
package enum JournalFile {
  package static let format = "handrail-journal"
  static let version = "1.0"
  /// Bytes of a file. Ten years of a talkative person are a fifth of it.
  package static let limit = 256 << 20
  static let newline = UInt8(ascii: "\n")

  /// What the file says of itself.
  package struct Head: Equatable, Sendable {
    package var created: Moment
    /// The program that wrote it, and its version.
    package var app: String
    package init(created: Moment, app: String) {
      self.created = created
      self.app = app
    }
  }

  /// Whether bytes begin as such a file does, of any version.
  package static func isAhead(in bytes: [UInt8]) -> Bool {
    let line = bytes.prefix(4_096).prefix { $0 != newline }
    return line.first == UInt8(ascii: "{")
      && String(decoding: line, as: UTF8.self).contains("\"format\":\"\(format)\"")
  }

  /// The same journal and head always make the same bytes.
  package static func write(_ whole: WholeJournal, _ head: Head) throws(JournalRefusal) -> [UInt8] {
    var file: [UInt8] = []
    do throws(JSONError) {
      for line in try lines(whole, head) { file += try line.canonical() + [newline] }
      file += try end(of: file)
    } catch {
      throw .unwritable
    }
    guard file.count <= limit else { throw .tooLarge }
    return file
  }

  static func end(of file: [UInt8]) throws(JSONError) -> [UInt8] {
    let last: JSON = ["sha256": .string(Hex.text(SHA256.hash(file)))]
    return try last.canonical() + [newline]
  }

  private static func lines(_ whole: WholeJournal, _ head: Head) throws(JSONError) -> [JSON] {
    var lines = [manifest(whole, head)]
    var titles: [String: String] = [:]
    for wording in whole.wordings {
      let form = try JSON(reading: Array(wording.body.utf8), limits: JournalReader.limits)
      titles[wording.hash] = form["title"]?.string
      lines.append(try JournalLine.json(wording, form))
    }
    lines += whole.batches.map(JournalLine.json)
    for kept in whole.entries {
      lines += kept.revisions.map { entry in
        JournalLine.json(entry, title: titles[entry.form.wording] ?? "", batch: kept.batch)
      }
    }
    lines += whole.drafts.map { JournalLine.json($0, title: titles[$0.wording] ?? "") }
    lines += whole.changes.map(JournalLine.json)
    for share in whole.shares {
      lines.append(JournalLine.json(share))
      lines += share.sent.map { JournalLine.json($0, in: share.id) }
    }
    lines += whole.unshared.sorted { $0.key < $1.key }.map { JournalLine.json(unshared: $0.key, revision: $0.value) }
    lines += whole.memory.sorted { $0.key < $1.key }.map { JournalLine.json(memory: $0.key, $0.value) }
    return lines
  }

  private static func manifest(_ whole: WholeJournal, _ head: Head) -> JSON {
    let counts: [(String, Int)] = [
      ("wordings", whole.wordings.count), ("imports", whole.batches.count), ("entries", whole.entries.count),
      ("revisions", whole.revisions), ("drafts", whole.drafts.count), ("changes", whole.changes.count),
      ("shares", whole.shares.count), ("sent", whole.shares.reduce(0) { $0 + $1.sent.count }),
      ("unshared", whole.unshared.count), ("memory", whole.memory.count),
    ]
    return [
      "format": .string(format), "version": .string(version), "app": .string(head.app),
      "createdAt": .string(head.created.rfc3339), "zone": .string(head.created.zone),
      "counts": .object(JSON.Object(counts.map { ($0.0, .number(Double($0.1))) })),
    ]
  }
}
