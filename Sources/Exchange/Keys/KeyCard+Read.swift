import Forms

extension KeyCard {
  /// Reads a card strictly. Blank lines, lines that begin with `#`, and line ends of Windows do not matter.
  package init(reading bytes: [UInt8]) throws(KeyCardError) {
    guard bytes.count <= Self.limit else { throw .tooLarge }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard let text = String(validating: bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    else { throw .notText }
    guard !KeyMistake.holdsSecret(text) else { throw .secret }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .map { (number: $0 + 1, text: String($1).trimmed) }.filter { !$0.text.isEmpty && !$0.text.hasPrefix("#") }
    guard let first = lines.first else { throw .empty }
    try Self.checkTitle(first.text)
    var (name, signing, sealing): (String?, SSHPublicKey?, AgeRecipient?)
    for line in lines.dropFirst() {
      switch line.text {
      case let text where text.hasPrefix(Self.title): throw .twoCards
      case let text where text.hasPrefix(Self.nameLabel):
        guard name == nil else { throw .twoCards }
        name = String(text.dropFirst(Self.nameLabel.count)).trimmed
      case let text where SSHPublicKey.isLikeSSH(text):
        guard signing == nil else { throw .twoCards }
        signing = try Self.key(in: line) { (text) throws(KeyMistake) in try SSHPublicKey(parsing: text) }
      case let text where text.lowercased().hasPrefix("age1"):
        guard sealing == nil else { throw .twoCards }
        sealing = try Self.key(in: line) { (text) throws(KeyMistake) in try AgeRecipient(parsing: text) }
      default: throw .line(line.number)
      }
    }
    guard let name else { throw .noName }
    guard Self.allows(name: name) else { throw .badName }
    guard let signing else { throw .noSigningKey }
    guard let sealing else { throw .noSealingKey }
    self.init(name: name, keys: PublicKeys(signing: signing, sealing: sealing))
  }

  private static func checkTitle(_ line: String) throws(KeyCardError) {
    guard line.hasPrefix(title + " "), let version = Int(line.dropFirst(title.count + 1)) else { throw .notACard }
    guard version <= Self.version else { throw .newer }
    guard line == "\(title) \(Self.version)" else { throw .notACard }
  }

  private static func key<Key>(
    in line: (number: Int, text: String), _ parse: (String) throws(KeyMistake) -> Key
  ) throws(KeyCardError) -> Key {
    do { return try parse(line.text) } catch { throw .key(error, line: line.number) }
  }
}
