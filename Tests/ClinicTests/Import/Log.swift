import Crypto
import Forms
import JSON
import Journal
import Testing

@testable import Clinic
@testable import Exchange

/// Somebody with keys, who shares logs.
struct Sharer {
  let keys: OwnKeys
  let id: String

  init(_ seed: UInt8) throws {
    keys = OwnKeys(
      signing: try SigningKey(seed: SecretBytes(copying: [UInt8](repeating: seed, count: 32))),
      identity: AgeIdentity(secret: try SecretBytes(copying: [UInt8](repeating: seed &+ 100, count: 32))))
    id = ULID.base32(Array(SHA256.hash(keys.signing.publicKey.point).prefix(16)), length: 26)
  }
}

/// A log line by line, so that each of them can be wrong. Whole unless it is changed.
struct Log {
  var manifest: JSON
  var entries: [JSON]
  /// Fills in counts and hash; without it they stand as in the manifest.
  var settles = true

  static let friday = Day(daysSince1970: 20_777)

  init(of sharer: Sharer, for clinic: OwnKeys, sequence: Int = 1, entries: [JSON] = [Log.entry(1)]) {
    self.entries = entries
    manifest = [
      "format": "handrail-log", "version": "1.0", "exportId": .string(Log.name(900 + sequence)),
      "sequence": .number(Double(sequence)), "createdAt": "2026-11-20T20:00:00Z", "zone": "Europe/Dublin",
      "app": "handrail 0.1.0",
      "participant": [
        "id": .string(sharer.id), "signingKey": .string(sharer.keys.signing.publicKey.text),
        "recipient": .string(sharer.keys.identity.recipient.text), "displayName": "J",
      ],
      "recipients": [.string(clinic.identity.recipient.text)],
      "range": ["from": "2026-11-14", "to": "2026-11-20"], "purpose": "treatment",
      "consent": ["id": "c-1", "categories": ["mood": "full"]], "note": "About the weekend.",
      "notice": ["text": "Do not pass on.", "basis": "42 CFR Part 2"], "previousExportId": .string(Log.name(899)),
      "forms": Log.forms, "counts": ["entries": 0, "active": 0, "withdrawn": 0], "entriesSha256": "",
    ]
  }

  static let forms: JSON = [
    [
      "id": "mood", "version": 1, "title": "Mood", "kind": "log",
      "questions": [
        [
          "id": "mood", "type": "scale", "text": "How is it?", "range": ["low": 0, "high": 10],
          "code": ["system": "handrail", "code": "mood"],
        ],
        ["id": "sleep", "type": "duration", "text": "Sleep?", "unit": "min"],
        ["id": "note", "type": "text", "text": "A note?"], ["id": "used", "type": "yes-no", "text": "Used?"],
        ["id": "feelings", "type": "list", "text": "Feelings?"],
        ["id": "strength", "type": "each", "text": "How strong?"],
        ["id": "before", "type": "number", "text": "Before?", "within": "strength"],
      ],
      "scores": [["id": "rest", "label": "Rest", "sum": ["mood", "sleep"], "minus": []]],
    ]
  ]

  /// 26 letters and digits.
  static func name(_ number: Int) -> String {
    ULID.base32([0] + Array(SHA256.hash(Array("\(number)".utf8)).prefix(15)), length: 26)
  }

  static func entry(
    _ number: Int, revision: Int = 1, day: String = "2026-11-20", share: String = "full", redacted: [String] = [],
    links: [JSON] = [], answers: JSON = ["mood": 4, "note": "Rain again."]
  ) -> JSON {
    [
      "id": .string(name(number)), "revision": .number(Double(revision)), "status": "active",
      "form": ["id": "mood", "version": 1], "effectiveDate": .string(day), "part": "evening",
      "recordedAt": "2026-11-20T19:30:00Z", "zone": "Europe/Dublin", "share": .string(share),
      "redacted": .array(redacted.map(JSON.string)), "links": .array(links), "answers": answers,
    ]
  }

  static func tombstone(_ number: Int, revision: Int) -> JSON {
    [
      "id": .string(name(number)), "revision": .number(Double(revision)), "status": "withdrawn",
      "form": ["id": "mood", "version": 1], "effectiveDate": "2026-11-20", "share": "full", "redacted": [],
      "links": [],
    ]
  }

  /// The lines of the log, up to the signature.
  func text() throws -> [UInt8] {
    var lines: [(name: String, revision: Int, bytes: [UInt8])] = []
    for entry in entries {
      lines.append((entry["id"]?.string ?? "", entry["revision"]?.integer ?? 0, try entry.canonical()))
    }
    lines.sort { ($0.name, $0.revision) < ($1.name, $1.revision) }
    var body: [UInt8] = []
    for line in lines { body += line.bytes + [10] }
    var manifest = manifest
    if settles {
      let gone = entries.count { $0["status"]?.string == "withdrawn" }
      manifest =
        manifest
        .with(
          "counts",
          is: [
            "entries": .number(Double(entries.count)), "active": .number(Double(entries.count - gone)),
            "withdrawn": .number(Double(gone)),
          ]
        )
        .with("entriesSha256", is: .string(Hex.text(SHA256.hash(body))))
    }
    return try manifest.canonical() + [10] + body
  }

  static func signed(_ text: [UInt8], by sharer: Sharer, namespace: String = "handrail-log") throws -> [UInt8] {
    let signature = SSHSignature(of: text, by: sharer.keys.signing, namespace: namespace)
    return try text + JSON.object(JSON.Object([("signature", .string(signature.armoured))])).canonical() + [10]
  }

  func bytes(by sharer: Sharer) throws -> [UInt8] { try Self.signed(text(), by: sharer) }

  static func sealed(_ bytes: [UInt8], for keys: OwnKeys) throws -> [UInt8] {
    let output = BytesOutput()
    try AgeWriter(.recipients([keys.identity.recipient])).seal(BytesInput(bytes), into: output)
    return output.bytes
  }
}

extension JSON {
  /// The same with a member changed, or without it; names lead into objects, numbers into lists.
  func with(_ path: String..., is value: JSON?) -> JSON { changed(path[...], value) }

  func changed(_ path: ArraySlice<String>, _ value: JSON?) -> JSON {
    guard let first = path.first else { return value ?? .null }
    switch self {
    case .object(var object):
      let inner = path.count == 1 ? value : object[first]?.changed(path.dropFirst(), value)
      object[first] = inner
      return .object(object)
    case .array(var items):
      guard let place = Int(first), items.indices.contains(place) else { return self }
      if path.count == 1, value == nil {
        items.remove(at: place)
      } else {
        items[place] = items[place].changed(path.dropFirst(), value)
      }
      return .array(items)
    default: return self
    }
  }
}
