/// A key card: a plain text file with a name and two public keys. It is no secret; that it is the right one is proven by
/// comparing its eight words.
package struct KeyCard: Equatable, Sendable {
  /// As its owner chose it; may be empty.
  package let name: String
  package let keys: PublicKeys

  static let title = "Handrail key card"
  static let version = 1
  static let nameLabel = "Name:"
  package static let nameLimit = 60
  /// A card of ours is a fifth of it.
  package static let limit = 4096

  package init(name: String, keys: PublicKeys) {
    self.name = name
    self.keys = keys
  }

  package var text: String {
    let lines = [
      "\(Self.title) \(Self.version)", name.isEmpty ? Self.nameLabel : "\(Self.nameLabel) \(name)", keys.signing.text,
      keys.sealing.text,
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  /// Whether a name can stand on a card: one line that shows as it is.
  package static func allows(name: String) -> Bool {
    name.count <= nameLimit
      && name.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
        default: true
        }
      }
  }
}

/// Why a file is not a key card.
package enum KeyCardError: Error, Equatable {
  case empty
  case tooLarge
  case notText
  /// It holds a secret key.
  case secret
  case notACard
  /// A card of a later version of the program.
  case newer
  case twoCards
  case noName
  case badName
  case noSigningKey
  case noSealingKey
  /// A key with a mistake, in this line (from 1).
  case key(KeyMistake, line: Int)
  /// A line that no card has.
  case line(Int)
}
