import Forms
import JSON

extension ProgrammeRecord {
  private static let version = 1
  private static let limits = JSONLimits(bytes: 1 << 20)

  /// As `settings --json` shows it.
  package var json: JSON {
    let said = Field.allCases.filter { !self[$0].isEmpty }
    return [
      "version": .number(Double(Self.version)),
      "said": .object(JSON.Object(said.map { ($0.rawValue, .array(self[$0].map(JSON.string))) })),
      "asked": .array(Field.allCases.filter(asked.contains).map { .string($0.rawValue) }),
    ]
  }

  /// As it is kept in the caseload.
  package var bytes: [UInt8] { (try? json.canonical()) ?? [] }

  /// Nil when it is not what `bytes` gave.
  package init?(bytes: [UInt8]) {
    guard let json = try? JSON(reading: bytes, limits: Self.limits), json["version"]?.integer == Self.version,
      let said = json["said"]?.object, let asked = json["asked"]?.array
    else { return nil }
    for member in said.members {
      guard let field = Field(rawValue: member.name), let lines = member.value.array?.compactMap(\.string),
        (try? set(field, lines)) != nil
      else { return nil }
    }
    self.asked = Set(asked.compactMap { $0.string.flatMap(Field.init) })
  }

  /// Reads a text file with the labels of a pack, and `Initials`, `Second holder` and `Keep years`. A pack can be given too: what
  /// stands above its key card is read.
  package init(reading bytes: [UInt8]) throws(ProgrammePackError) {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= ProgrammePack.limit else { throw .tooLarge }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard let text = String(validating: bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    else { throw .notText }
    guard !KeyMistake.holdsSecret(text) else { throw .secret }
    var lines: [Field: [String]] = [:]
    let all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { String($0).trimmed }
    for (place, line) in all.enumerated() {
      if line.hasPrefix(KeyCard.title) { break }
      if line.isEmpty || line.hasPrefix("#") || line.hasPrefix(ProgrammePack.title) { continue }
      // A pack's own day; the next one gets another.
      if PackLabel.read(line)?.label == .date { continue }
      guard let colon = line.firstIndex(of: ":"),
        let field = Field.allCases.first(where: { $0.label == String(line[..<colon]) })
      else { throw .unknown(line: place + 1) }
      guard field.isList || lines[field] == nil else { throw .twice(field.label, line: place + 1) }
      let value = String(line[line.index(after: colon)...]).trimmed
      guard !value.isEmpty else { throw .value(field.label, line: place + 1) }
      lines[field, default: []].append(value)
      do { try set(field, lines[field] ?? []) } catch { throw error.moved(to: place + 1) }
    }
    if let missing = missing.first { throw .missing(missing) }
    asked = Set(Field.allCases)
  }
}

extension ProgrammePackError {
  /// The same in the line of a file.
  fileprivate func moved(to line: Int) -> ProgrammePackError {
    switch self {
    case .hidden: .hidden(line: line)
    case .value(let label, _): .value(label, line: line)
    case .tooMany(let label, _): .tooMany(label, line: line)
    default: self
    }
  }
}
