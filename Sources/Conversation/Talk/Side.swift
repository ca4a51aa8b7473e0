import Vault

/// Whose side of the program this is. Each has a shell of its own, and none sees the files of another.
package enum Side: Equatable, Sendable {
  /// The person whose journal it is.
  case person
  /// Relatives and friends: nothing is opened, nothing is kept.
  case family
  /// A programme with its caseload.
  case clinic

  /// What its vault holds.
  package var vaultKind: VaultKind { self == .clinic ? .caseload : .journal }

  /// What a command line of this side begins with.
  package var command: String { self == .clinic ? "handrail clinic" : "handrail" }

  /// What people on this side call what is in their folder.
  package var thing: String { self == .clinic ? "caseload" : "journal" }
}

extension Session {
  package var thing: String { side.thing }

  /// A sentence about a journal, as it is said on this side.
  package func said(_ text: String) -> String {
    side == .clinic
      ? text.replacing("`handrail --home", with: "`handrail clinic --home")
        .replacing("`handrail vault", with: "`handrail clinic vault").replacing("journal", with: thing) : text
  }
}
