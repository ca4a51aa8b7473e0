/// Why a text is not the key that was asked for: the nearest thing that it is.
package enum KeyMistake: Error, Equatable {
  /// A secret key. It must go to nobody.
  case secret
  /// An SSH key of this other kind.
  case otherSSHKind(String)
  /// An SSH key where an `age1…` key belongs.
  case sshInsteadOfAge
  /// An `age1…` key where an SSH key belongs.
  case ageInsteadOfSSH
  /// A key that only works with an add-on of age, by its label.
  case addOn(String)
  case notAKey
  /// All in capitals, or capitals and small letters mixed.
  case capitals
  /// This many characters are missing at least.
  case tooShort(Int)
  case tooLong(Int)
  /// A character that no key has, at this place (from 1).
  case character(Character, at: Int)
  /// Every character could be right, but together they are not: one was changed.
  case damaged
  /// Not a key that keeps anything secret.
  case weak

  /// Whether a text holds anything that must stay with its owner.
  package static func holdsSecret(_ text: String) -> Bool {
    let upper = text.uppercased()
    return ["AGE-SECRET-KEY-", "AGE-PLUGIN-", "PRIVATE KEY-----"].contains { upper.contains($0) }
  }
}
