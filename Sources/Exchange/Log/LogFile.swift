import Crypto
import Forms
import JSON
import Journal

/// Why a log cannot be written.
package enum LogFileError: Error, Equatable {
  case entry(LogEntryError)
  /// More than a reader takes: 100,000 entries, 2 MiB a line, 64 MiB a file.
  case tooLarge
  case signing
}

/// What any reader of the format takes at most.
package enum LogLimits {
  package static let entries = 100_000
  /// Bytes of one answer, of one line, of a file.
  package static let answer = 64 << 10
  package static let line = 2 << 20
  package static let file = 64 << 20
}

/// Writes a log file: manifest, entries by id and revision, signature.
package enum LogFile {
  /// `sign` gives an armored SSHSIG over the bytes in the namespace `handrail-log`; nil where it cannot.
  package static func write(
    _ manifest: LogManifest, entries: [SharedEntry], names: LogNames, sign: ([UInt8]) -> String?
  ) throws(LogFileError) -> [UInt8] {
    guard entries.count <= LogLimits.entries else { throw .tooLarge }
    var lines: [Line]
    do { lines = try self.lines(entries, names: names) } catch { throw .entry(error) }
    lines.sort { ($0.name, $0.revision) < ($1.name, $1.revision) }
    let size = lines.reduce(0) { $0 + $1.bytes.count + 1 }
    guard size < LogLimits.file, lines.allSatisfy({ $0.bytes.count < LogLimits.line }) else { throw .tooLarge }
    var body: [UInt8] = []
    body.reserveCapacity(size)
    for line in lines { body += line.bytes + [newline] }

    let withdrawn = entries.count { $0.entry.status == .withdrawn }
    let head = manifest.json(
      forms: LogForms.json(forms(entries)), active: entries.count - withdrawn, withdrawn: withdrawn,
      entriesSha256: Hex.text(SHA256.hash(body)))
    var file = try canonical(head) + [newline]
    guard file.count <= LogLimits.line else { throw .tooLarge }
    file += body
    guard let signature = sign(file) else { throw .signing }
    file += try canonical(["signature": .string(signature)]) + [newline]
    guard file.count <= LogLimits.file else { throw .tooLarge }
    return file
  }

  private typealias Line = (name: String, revision: Int, bytes: [UInt8])

  private static func lines(_ entries: [SharedEntry], names: LogNames) throws(LogEntryError) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(entries.count)
    for shared in entries {
      guard let name = names.name(of: shared.entry.id) else { throw .noName }
      lines.append((name, shared.entry.revision, try LogEntry.line(shared, names: names)))
    }
    return lines
  }

  private static let newline = UInt8(ascii: "\n")

  /// Each form once, in the order of its first entry.
  private static func forms(_ entries: [SharedEntry]) -> [Form] {
    var seen: Set<String> = []
    return entries.filter { seen.insert($0.entry.form.wording).inserted }.map(\.form)
  }

  private static func canonical(_ json: JSON) throws(LogFileError) -> [UInt8] {
    do { return try LogEntry.canonical(json) } catch { throw .entry(error) }
  }
}
