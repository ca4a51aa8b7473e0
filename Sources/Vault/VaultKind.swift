import GRDB

/// What a vault's database is for.
package enum VaultKind: Equatable, Sendable {
  /// One person's entries.
  case journal
  /// What a programme was given by many.
  case caseload

  var migrator: DatabaseMigrator {
    switch self {
    case .journal: Schema.migrator
    case .caseload: CaseloadSchema.migrator
    }
  }

  /// The table that tells it apart.
  var table: String {
    switch self {
    case .journal: "entry"
    case .caseload: "participant"
    }
  }
}

extension OpenVault {
  /// Nil in a new vault, and in one of a kind that is not known.
  package func kind() throws(VaultError) -> VaultKind? {
    try alone { (_, database) throws(VaultError) in
      do {
        return try [.journal, .caseload].first { try database.tableExists($0.table) }
      } catch {
        throw VaultError(database: error)
      }
    }
  }

  /// Brings the database into today's shape of this kind. One that holds another kind is left as it is.
  package func migrate(to kind: VaultKind) throws(VaultError) {
    if let found = try self.kind(), found != kind { throw .otherKind(found) }
    try migrate(kind.migrator)
  }
}
