import Forms

/// What a programme says of itself, as far as it has said it: the lines of its pack, and what only it knows.
package struct ProgrammeRecord: Equatable, Sendable {
  /// Under which the caseload remembers it.
  package static let key = "programme"

  /// One thing to say, in the order it is asked in. The raw value names it where it is kept and in `settings`.
  package enum Field: String, CaseIterable, Sendable {
    case holder, initials, name, hours
    case byDay = "by-day"
    case afterHours = "after-hours"
    case emergency
    case whoReads = "who-reads"
    case howOften = "how-often"
    case meanwhile, notice, basis, sessions, keep

    /// As its line begins in a text file.
    package var label: String {
      switch self {
      case .holder: "Second holder"
      case .initials: "Initials"
      case .keep: "Keep years"
      default: pack?.rawValue ?? ""
      }
    }

    /// The line of the pack; nil for what stays with the programme.
    var pack: PackLabel? {
      switch self {
      case .holder, .initials, .keep: nil
      case .name: .name
      case .hours: .hours
      case .byDay: .byDay
      case .afterHours: .afterHours
      case .emergency: .emergency
      case .whoReads: .whoReads
      case .howOften: .howOften
      case .meanwhile: .meanwhile
      case .notice: .notice
      case .basis: .basis
      case .sessions: .session
      }
    }

    /// Whether it is a list, a line each.
    package var isList: Bool { self == .emergency || self == .sessions }

    /// Whether no pack can be made without it.
    package var isNeeded: Bool { [.name, .whoReads, .howOften, .meanwhile].contains(self) }
  }

  private(set) var values: [Field: [String]] = [:]
  /// What was answered or passed over: a closed window goes on with the next.
  package var asked: Set<Field> = []

  package init() {}

  package subscript(field: Field) -> [String] { values[field] ?? [] }

  /// Takes the lines of a field in place of those before; none takes it away. What a pack's reader would refuse is refused.
  package mutating func set(_ field: Field, _ lines: [String]) throws(ProgrammePackError) {
    let lines = lines.map(\.trimmed).filter { !$0.isEmpty }
    guard !lines.isEmpty else {
      values[field] = nil
      return
    }
    var fields = PackFields()
    for line in lines {
      guard !line.unicodeScalars.contains(where: ProgrammePack.isHidden) else { throw .hidden(line: 1) }
      guard Self.allows(line, for: field), field.isList || lines.count == 1 else { throw .value(field.label, line: 1) }
      if let label = field.pack { try fields.take(label.line(line), number: 1) }
    }
    values[field] = field == .sessions ? fields.sessions.map(\.text) : lines
  }

  private static func allows(_ line: String, for field: Field) -> Bool {
    switch field {
    // A number that cannot be called helps nobody.
    case .byDay, .afterHours: line.count(where: { $0.isASCII && $0.isNumber }) >= 3
    case .initials: line.count <= 8 && KeyCard.allows(name: line)
    case .keep: Int(line).map { (1...100).contains($0) } ?? false
    case .holder: KeyCard.allows(name: line)
    default: true
    }
  }
}

extension ProgrammeRecord {
  package var name: String? { self[.name].first }
  package var initials: String? { self[.initials].first }
  /// Who keeps the recovery words.
  package var holder: String? { self[.holder].first }
  /// How long what somebody shared is kept after they left; nil where nothing was said.
  package var keepYears: Int? { self[.keep].first.flatMap { Int($0) } }
  package var whoReads: String? { self[.whoReads].first }
  package var howOften: String? { self[.howOften].first }
  package var meanwhile: String? { self[.meanwhile].first }
  package var notice: LogManifest.Notice? {
    guard let text = self[.notice].first, let basis = self[.basis].first else { return nil }
    return LogManifest.Notice(text: text, basis: basis)
  }

  /// What is still needed for a pack, as the labels of lines.
  package var missing: [String] {
    var missing = Field.allCases.filter { $0.isNeeded && self[$0].isEmpty }.map(\.label)
    if self[.byDay].isEmpty, self[.afterHours].isEmpty { missing.append(Field.byDay.label) }
    if !self[.notice].isEmpty, self[.basis].isEmpty { missing.append(Field.basis.label) }
    return missing
  }

  /// The pack that it makes.
  package func pack(keys: PublicKeys) throws(ProgrammePackError) -> ProgrammePack {
    var fields = PackFields()
    for field in Field.allCases {
      guard let label = field.pack else { continue }
      for line in self[field] { try fields.take(label.line(line), number: 1) }
    }
    return try fields.pack(KeyCard(name: name ?? "", keys: keys))
  }

  /// What every roster, page and export says of reading; nil until the programme has said it.
  package var reading: String? {
    guard let whoReads, let howOften, let meanwhile else { return nil }
    func part(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }
    return "Read by: \(part(whoReads)). How often: \(part(howOften)). Meanwhile: \(part(meanwhile))."
  }
}
