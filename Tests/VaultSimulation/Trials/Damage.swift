/// One way to change the bytes of a closed vault.
package struct Damage: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// A bit of the file, the copy of the header missing.
    case flip = "bit flip"
    /// A bit of the header, its copy whole.
    case mendedFlip = "bit flip with a header copy"
    /// A bit of the header, the plain check made to fit.
    case forgedFlip = "forged header"
    /// The file cut to a length.
    case cut
    /// Records deleted, doubled, exchanged, or taken from elsewhere.
    case splice
    /// A record that is authentic, but says what none may say.
    case crafted = "crafted record"
  }

  package var kind: Kind
  package var number: Int

  package init(kind: Kind, number: Int) {
    self.kind = kind
    self.number = number
  }
}

/// What opening a damaged vault must lead to.
enum Expected: Equatable {
  /// Exactly this state; `torn` bytes are set aside and nothing else is lost.
  case opens([String], torn: Int)
  case refused(VaultRefusal)

  /// The error that must be thrown, or that any error will do.
  enum VaultRefusal: Equatable {
    case notAVault, headerDamaged, any
    case damaged(record: Int, offset: Int)
  }
}
