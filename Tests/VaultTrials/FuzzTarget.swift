/// What reads bytes that somebody may have changed, in the vault and in files from outside. Each takes any bytes and tells what went wrong, or nil; a crash, a
/// hang or a great allocation is seen from outside.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// The first 4096 bytes of a vault.
  case header
  /// A whole vault file: flips, cuts, blocks left out, doubled and exchanged.
  case records
  /// The plain text of records that are then sealed properly.
  case plain
  /// The database inside, opened by SQLite and read by the journal.
  case image
  /// JSON as it stands in the database and in files.
  case json
  /// Sealed files, with armour and without.
  case age
  /// Key cards, key files and signatures.
  case keys

  package func run(_ input: [UInt8]) -> String? {
    do {
      switch self {
      case .header: try HeaderFuzz.run(input)
      case .records: try RecordsFuzz.run(input)
      case .plain: try PlainFuzz.run(input)
      case .image: try ImageFuzz.run(input)
      case .json: try JSONFuzz.run(input)
      case .age: try AgeFuzz.run(input)
      case .keys: try KeysFuzz.run(input)
      }
      return nil
    } catch let finding as Finding {
      return finding.text
    } catch {
      return "an error that nobody expected: \(error)"
    }
  }
}

/// Something that must never be.
struct Finding: Error {
  let text: String

  static func unless(_ condition: Bool, _ text: @autoclosure () -> String) throws(Finding) {
    if !condition { throw Finding(text: text()) }
  }
}
