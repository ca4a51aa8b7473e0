import Crypto
import GRDB

/// How far a vault has come, for telling one state of it from another.
package struct VaultMark: Equatable, Sendable {
  /// When the newest change or draft was stored, in milliseconds since 1970; nil when nothing is in it.
  package var lastSaved: Int64?
  /// Entries that stand.
  package var entries = 0
}

/// A vault file that was read and found whole, before it takes another's place.
package struct CheckedBackup {
  let unlocked: UnlockedFile
  let image: Image
  package let mark: VaultMark
  /// The file ends in the middle of a save: the copying was cut short, and more may be missing.
  package let isCutOff: Bool
}

extension VaultFolder {
  /// Reads and checks the backup at `path`, which may be a link, or a folder with a vault in it.
  package func checkedBackup(at path: String, credential: Credential) throws(VaultError) -> CheckedBackup {
    let found = try inVault { () throws(FileError) in try POSIXFileSystem.resolve(path) }
    let (folder, name) = Self.split(found ?? path)
    return try checkedBackup(in: POSIXFileSystem(path: folder), name: name, credential: credential)
  }

  func checkedBackup(
    in source: any FileSystem, name: String, credential: Credential
  ) throws(VaultError) -> CheckedBackup {
    guard try inVault({ () throws(FileError) in try source.exists(name) }) else { throw .noSuchFile(name: name) }
    let (unlocked, image, reader) = try read(source, name, credential, salvages: false)
    return CheckedBackup(
      unlocked: unlocked, image: image, mark: try Self.checkedMark(of: image),
      isCutOff: reader.findings.tornBytes > 0)
  }

  /// Whether the vault here is another one than the backup is of; nil when there is none, or it cannot be told.
  package func isForeign(_ backup: CheckedBackup) -> Bool? {
    for name in [VaultNames.vault, VaultNames.header] {
      guard let bytes = try? files.open(name, .read).bytes(at: 0, count: Format.headerSize),
        case .header(let header)? = try? HeaderReading(bytes)
      else { continue }
      return header.vaultID != backup.unlocked.header.vaultID
    }
    return nil
  }

  /// How far the vault here has come; nil when the backup's key does not open it.
  package func mark(besides backup: CheckedBackup) -> VaultMark? {
    let key = Credential.dataKey(backup.unlocked.keys.dataKey)
    guard let (_, image, _) = try? read(files, VaultNames.vault, key, salvages: true) else { return nil }
    return try? Self.checkedMark(of: image)
  }

  func read(
    _ source: any FileSystem, _ name: String, _ credential: Credential, salvages: Bool
  ) throws(VaultError) -> (UnlockedFile, Image, RecordReader) {
    // Only the vault in its own folder has a copy of its header beside it.
    let copyName = name == VaultNames.vault ? VaultNames.header : nil
    let unlocked = try UnlockedFile(
      files: source, name: name, copyName: copyName, access: .read, credential: credential, context: context)
    let image = Image()
    var reader = unlocked.reader(salvages: salvages)
    try reader.read(into: image)
    return (unlocked, image, reader)
  }

  /// How far a database has come. Fails when SQLite finds it to be damaged.
  static func checkedMark(of image: Image) throws(VaultError) -> VaultMark {
    let database = try SealedDatabase(image: image, isReadOnly: true) { () throws(VaultError) in throw .readOnly }
    defer { database.close() }
    return try database.alone { (database) throws(VaultError) in
      do {
        guard try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"] else {
          throw VaultError.database(code: 11)  // SQLITE_CORRUPT
        }
        if try database.tableExists(VaultKind.caseload.table) { return try CaseloadStore.mark(database) }
        guard try database.tableExists("entry"), try database.tableExists("change") else {
          return VaultMark()
        }
        return VaultMark(
          lastSaved: try Int64.fetchOne(database, sql: JournalStore.lastSavedQuery),
          entries: try Int.fetchOne(database, sql: "SELECT count(*) FROM entry WHERE status = 'final'") ?? 0)
      } catch {
        throw VaultError(database: error)
      }
    }
  }
}
