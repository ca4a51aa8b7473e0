import GRDB

extension OpenVault {
  /// Brings the database into the shape that `migrator` knows. A database of a later program is refused untouched. One
  /// that holds anything is changed in a copy, which then takes its place in one step; the earlier file stays as
  /// `vault.bak`. Get `database` anew afterwards.
  package func migrate(_ migrator: DatabaseMigrator) throws(VaultError) {
    let (isNewer, isDone, isFresh) = try alone { (_, database) throws(VaultError) in
      do {
        return (
          try migrator.hasBeenSuperseded(database), try migrator.hasCompletedMigrations(database),
          try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
        )
      } catch {
        throw VaultError(database: error)
      }
    }
    guard !isNewer else { throw .newerSchema }
    guard !isDone else { return }
    #if HANDRAIL_MUTATIONS
      if Mutation.active == .migrationInPlace { return try Mutation.migrateInPlace(database, migrator) }
    #endif
    if isFresh {
      do {
        try migrator.migrate(database)
      } catch {
        throw cause(of: error)
      }
      return
    }
    try reopeningDatabase { (store) throws(VaultError) in
      let copy = try store.image.copy()
      try Self.migrate(copy, migrator)
      try store.rewrite(image: copy, header: store.header, dataKey: store.keys.dataKey, replaced: .kept)
    }
    refreshHeaderCopy()
  }

  private static func migrate(_ image: Image, _ migrator: DatabaseMigrator) throws(VaultError) {
    let database = try SealedDatabase(image: image) { image.settle() }
    defer { database.close() }
    do {
      try migrator.migrate(database.queue)
    } catch {
      throw VaultError(database: error)
    }
  }
}
