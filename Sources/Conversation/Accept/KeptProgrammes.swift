import Exchange
import JSON
import Journal
import Vault

/// A programme whose pack was taken.
struct KeptProgramme: Equatable {
  var pack: ProgrammePack
  /// The file, byte for byte.
  var file: [UInt8]
  /// Sessions that were written down from it.
  var sessions: [ULID]

  /// What the programme says of reading, for whoever gets a summary.
  var reading: String {
    "The programme says who reads it: \(pack.whoReads.asPart). How often: \(pack.howOften.asPart). Meanwhile: \(pack.meanwhile.asPart)."
  }

  fileprivate var json: JSON {
    [
      "signingKey": .string(pack.keys.signing.text), "pack": .string(String(decoding: file, as: UTF8.self)),
      "sessions": .array(sessions.map { .string($0.text) }),
    ]
  }

  init(pack: ProgrammePack, file: [UInt8], sessions: [ULID]) {
    self.pack = pack
    self.file = file
    self.sessions = sessions
  }

  fileprivate init?(_ json: JSON) {
    guard let text = json["pack"]?.string, let pack = try? ProgrammePack(reading: Array(text.utf8)) else { return nil }
    self.init(
      pack: pack, file: Array(text.utf8),
      sessions: (json["sessions"]?.array ?? []).compactMap { $0.string.flatMap { ULID($0) } })
  }
}

/// The packs in the journal, the last one taken at the end; one for each signing key.
struct KeptProgrammes {
  let session: Session
  static let key = "programmes"

  func all() throws(Departure) -> [KeptProgramme] {
    let bytes = try session.inJournal { (store) throws(VaultError) in try store.memory(Self.key) }
    let json = bytes.flatMap { try? JSON(reading: $0, limits: JSONLimits(bytes: 64 << 20)) }
    return (json?.array ?? []).compactMap { KeptProgramme($0) }
  }

  /// Of a recipient; without one, of whoever was taken last and still is a recipient.
  func programme(of recipient: Recipient?) throws(Departure) -> KeptProgramme? {
    let all = try all()
    if let recipient { return all.last { $0.pack.keys == recipient.keys } }
    guard !all.isEmpty else { return nil }
    let current = Set(try RecipientDesk(session: session).list().current.map(\.keys))
    return all.last { current.contains($0.pack.keys) }
  }

  /// The value with this one in it, in place of an earlier one of the same key.
  func value(adding one: KeptProgramme) throws(Departure) -> [UInt8] {
    let left = try all().filter { $0.pack.keys.signing != one.pack.keys.signing }
    guard let value = try? JSON.array((left + [one]).map(\.json)).canonical() else { throw .failed(.unexpected) }
    return value
  }
}

extension String {
  /// Without the full stop at its end, to stand inside a sentence.
  var asPart: String { hasSuffix(".") ? String(dropLast()) : self }
}
