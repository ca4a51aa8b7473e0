import GRDBSQLite
import Glibc

/// SQLite's calls on the one database of a vault.
enum MainFile {
  // Filled once and never changed; SQLite only reads it.
  nonisolated(unsafe) static let methods: UnsafePointer<sqlite3_io_methods> = {
    let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    methods.initialize(to: sqlite3_io_methods())
    methods.pointee.iVersion = 1  // no shared memory, hence no WAL; no memory mapping
    methods.pointee.xClose = { file in
      OpenFile.object(file, as: VaultVFS.self)?.isOpen = false
      OpenFile.letGo(file)
      return SQLITE_OK
    }
    methods.pointee.xRead = { file, out, count, offset in
      withVFS(file) { vfs in
        guard count >= 0, offset >= 0, !vfs.isBroken else { return SQLITE_IOERR }
        let buffer = UnsafeMutableRawBufferPointer(start: out, count: Int(count))
        return vfs.image.read(into: buffer, at: Int(offset)) ? SQLITE_OK : SQLiteCode.shortRead
      }
    }
    methods.pointee.xWrite = { file, bytes, count, offset in
      withVFS(file) { vfs in
        let size = Int64(Format.pageSize)
        guard count == size, offset >= 0, offset.isMultiple(of: size), !vfs.isBroken else { return SQLiteCode.write }
        guard let page = UInt32(exactly: offset / size + 1) else { return SQLITE_FULL }
        return attempt { () throws(VaultError) in
          try vfs.image.write(page: page, UnsafeRawBufferPointer(start: bytes, count: Int(count)))
        }
      }
    }
    methods.pointee.xTruncate = { file, newSize in
      withVFS(file) { vfs in
        #if HANDRAIL_MUTATIONS
          if Mutation.active == .truncationIgnored { return SQLITE_OK }
        #endif
        let size = Int64(Format.pageSize)
        guard newSize >= 0, newSize.isMultiple(of: size), let pages = UInt32(exactly: newSize / size) else {
          return SQLiteCode.truncate
        }
        return attempt { () throws(VaultError) in try vfs.image.resize(to: pages) }
      }
    }
    methods.pointee.xSync = { file, _ in
      withVFS(file) { vfs in
        guard !vfs.isBroken else { return SQLiteCode.sync }
        return attempt(vfs.commit)
      }
    }
    methods.pointee.xFileSize = { file, out in
      withVFS(file) { vfs in
        out?.pointee = Int64(vfs.image.pages) * Int64(Format.pageSize)
        return SQLITE_OK
      }
    }
    // One connection has the database to itself; other programs are kept out by the lock on the folder.
    methods.pointee.xLock = { _, _ in SQLITE_OK }
    methods.pointee.xUnlock = { _, _ in SQLITE_OK }
    methods.pointee.xCheckReservedLock = { _, out in
      out?.pointee = 0
      return SQLITE_OK
    }
    methods.pointee.xFileControl = { file, operation, argument in
      withVFS(file) { control($0, operation, argument) }
    }
    methods.pointee.xSectorSize = { _ in CInt(Format.pageSize) }
    methods.pointee.xDeviceCharacteristics = { _ in 0 }
    return UnsafePointer(methods)
  }()

  private static func withVFS(
    _ file: UnsafeMutablePointer<sqlite3_file>?, _ body: (VaultVFS) -> CInt
  ) -> CInt {
    guard let vfs = OpenFile.object(file, as: VaultVFS.self) else { return SQLITE_IOERR }
    return body(vfs)
  }

  private static func attempt(_ work: () throws(VaultError) -> Void) -> CInt {
    do {
      try work()
      return SQLITE_OK
    } catch {
      return SQLiteCode.code(for: error)
    }
  }

  private static func control(_ vfs: VaultVFS, _ operation: CInt, _ argument: UnsafeMutableRawPointer?) -> CInt {
    switch operation {
    case SQLITE_FCNTL_COMMIT_PHASETWO:
      // Dropped pages may wait for the next record; changed ones should have been synced by now.
      guard vfs.image.changedPages().isEmpty else {
        vfs.isBroken = true
        return SQLiteCode.sync
      }
      return SQLITE_OK
    case SQLITE_FCNTL_PRAGMA:
      guard let words = argument?.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self), let name = words[1],
        let value = words[2],
        !PragmaRule.allows(String(cString: name), String(cString: value))
      else { return SQLITE_NOTFOUND }
      words[0] = sqliteCopy("the vault does not allow this setting")
      return SQLITE_ERROR
    default:
      return SQLITE_NOTFOUND
    }
  }

  /// A string in memory that SQLite frees.
  private static func sqliteCopy(_ text: String) -> UnsafeMutablePointer<CChar>? {
    let bytes = text.utf8CString
    guard let copy = sqlite3_malloc(CInt(bytes.count))?.assumingMemoryBound(to: CChar.self) else { return nil }
    for (place, byte) in bytes.enumerated() { copy[place] = byte }
    return copy
  }
}

/// Which settings would let a change be lost or written elsewhere.
enum PragmaRule {
  static func allows(_ name: String, _ value: String) -> Bool {
    let value = value.lowercased()
    return switch name.lowercased() {
    case "journal_mode": value == "memory"
    case "synchronous": ["full", "2", "extra", "3"].contains(value)
    case "page_size": value == "4096"
    case "mmap_size": value == "0"
    case "temp_store": ["memory", "2"].contains(value)
    case "temp_store_directory", "data_store_directory", "writable_schema": false
    default: true
    }
  }
}
