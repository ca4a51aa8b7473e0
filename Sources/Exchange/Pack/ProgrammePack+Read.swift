import FHIR
import Forms
import JSON

extension ProgrammePack {
  /// Reads the whole file strictly, and checks that who made the card signed all that stands above the signature.
  /// Line ends of Windows and a byte-order mark, as mail programs add them, do not matter.
  package init(reading bytes: [UInt8]) throws(ProgrammePackError) {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= Self.limit else { throw .tooLarge }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard let text = String(validating: bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    else { throw .notText }
    guard !KeyMistake.holdsSecret(text) else { throw .secret }
    let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    try Self.checkTitle(lines)
    for (place, line) in lines.enumerated() where line.unicodeScalars.contains(where: Self.isHidden) {
      throw .hidden(line: place + 1)
    }
    guard let card = lines.firstIndex(where: { $0.hasPrefix(KeyCard.title) }) else { throw .cutOff }
    let begin = lines.firstIndex { $0.hasPrefix("-----BEGIN") }
    let cardLines = lines[card..<(begin ?? lines.count)]
    let read: KeyCard
    do {
      read = try KeyCard(reading: Array(cardLines.joined(separator: "\n").utf8))
    } catch {
      // The card is the end of what is signed: where a key is missing with all behind it, the file was cut.
      throw begin == nil ? .cutOff : .card(error.moved(down: card))
    }
    guard let begin, begin > card else { throw .noSignature }
    guard let end = lines[begin...].firstIndex(where: { $0.hasPrefix("-----END") }) else { throw .cutOff }
    if let more = lines[(end + 1)...].firstIndex(where: { !$0.trimmed.isEmpty }) { throw .trailing(line: more + 1) }
    var fields = PackFields()
    for place in 1..<card { try fields.take(lines[place], number: place + 1) }
    self = try fields.pack(read)
    let signed = Array(lines[..<begin].map { $0 + "\n" }.joined().utf8)
    do throws(SSHSignatureError) {
      try SSHSignature(armoured: lines[begin...end].joined(separator: "\n"))
        .check(signed, signer: keys.signing, namespace: SSHSignature.packNamespace)
    } catch {
      throw .signature(error)
    }
  }

  private static func checkTitle(_ lines: [String]) throws(ProgrammePackError) {
    let first = lines[0].trimmed
    guard first.hasPrefix(title + " "), let version = Int(first.dropFirst(title.count + 1)) else { throw .notAPack }
    guard version <= Self.version else { throw .newer }
    guard first == "\(title) \(Self.version)" else { throw .notAPack }
  }

  /// Control characters, and those that turn text around or break a line.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}

/// The lines above the card, taken one by one.
struct PackFields {
  private(set) var values: [PackLabel: [String]] = [:]
  private(set) var sessions: [ProgrammePack.Weekly] = []
  private var questionnaires: [JSON] = []
  private var made: Day?

  mutating func take(_ line: String, number: Int) throws(ProgrammePackError) {
    let line = line.trimmed
    if line.isEmpty || line.hasPrefix("#") { return }
    guard let (label, value) = PackLabel.read(line) else { throw .unknown(line: number) }
    guard values[label] == nil || label.mayRepeat else { throw .twice(label.rawValue, line: number) }
    guard !value.isEmpty else { throw .value(label.rawValue, line: number) }
    switch label {
    case .session:
      guard let session = Self.session(value) else { throw .value(label.rawValue, line: number) }
      guard sessions.count < ProgrammePack.Most.sessions else { throw .tooMany(label.rawValue, line: number) }
      sessions.append(session)
    case .questionnaire:
      guard questionnaires.count < ProgrammePack.Most.questionnaires else {
        throw .tooMany(label.rawValue, line: number)
      }
      questionnaires.append(try Self.questionnaire(value, number: number))
    case .date:
      guard let day = Day(iso: value) else { throw .value(label.rawValue, line: number) }
      made = day
      values[label] = [value]
    default:
      let most = label == .notice ? ProgrammePack.Most.notice : ProgrammePack.Most.value
      let fits = label == .name ? KeyCard.allows(name: value) : value.utf8.count <= most
      guard fits else { throw .value(label.rawValue, line: number) }
      values[label, default: []].append(value)
      guard values[.emergency, default: []].count <= ProgrammePack.Most.steps else {
        throw .tooMany(label.rawValue, line: number)
      }
    }
  }

  func pack(_ card: KeyCard) throws(ProgrammePackError) -> ProgrammePack {
    func needed(_ label: PackLabel) throws(ProgrammePackError) -> String {
      guard let value = values[label]?.first else { throw .missing(label.rawValue) }
      return value
    }
    let name = try needed(.name)
    guard name == card.name else { throw .otherName }
    guard values[.byDay] != nil || values[.afterHours] != nil else { throw .missing(PackLabel.byDay.rawValue) }
    var pack = ProgrammePack(
      name: name, keys: card.keys, whoReads: try needed(.whoReads), howOften: try needed(.howOften),
      meanwhile: try needed(.meanwhile))
    pack.made = made
    pack.hours = values[.hours]?.first
    pack.byDay = values[.byDay]?.first
    pack.afterHours = values[.afterHours]?.first
    pack.steps = values[.emergency] ?? []
    if values[.notice] != nil || values[.basis] != nil {
      pack.notice = LogManifest.Notice(text: try needed(.notice), basis: try needed(.basis))
    }
    pack.sessions = sessions
    pack.questionnaires = questionnaires
    return pack
  }

  /// `Mon 09:00 180 Group`
  private static func session(_ text: String) -> ProgrammePack.Weekly? {
    let parts = text.split(separator: " ", maxSplits: 3).map(String.init)
    guard parts.count == 4, let day = Weekday.allCases.first(where: { $0.word.prefix(3) == parts[0].lowercased() }),
      parts[1].utf8.count == 5, let at = TimeOfDay(words: parts[1]), at.iso == parts[1],
      let minutes = Int(parts[2]), (1...ProgrammePack.Most.minutes).contains(minutes),
      parts[3].utf8.count <= ProgrammePack.Most.value
    else { return nil }
    return ProgrammePack.Weekly(day: day, at: at, minutes: minutes, what: parts[3].trimmed)
  }

  private static func questionnaire(_ text: String, number: Int) throws(ProgrammePackError) -> JSON {
    let bytes = Array(text.utf8)
    guard let json = try? JSON(reading: bytes, limits: JSONLimits(bytes: ProgrammePack.limit)),
      let canonical = try? json.canonical(), canonical == bytes
    else { throw .questionnaire("It is not written as one line of canonical JSON.", line: number) }
    do { _ = try Questionnaire.read(bytes) } catch { throw .questionnaire(error.words, line: number) }
    return json
  }
}

extension KeyCardError {
  /// The same mistake where the card begins further down in a file.
  fileprivate func moved(down lines: Int) -> KeyCardError {
    switch self {
    case .key(let mistake, let line): .key(mistake, line: line + lines)
    case .line(let line): .line(line + lines)
    default: self
    }
  }
}
