import GRDBSQLite
import Glibc
import Synchronization

/// The file system that SQLite sees for one open vault: its one database is an image in memory, and `xSync` on it is the
/// commit. Journals and temporary files live in memory only.
final class VaultVFS: @unchecked Sendable {
  // Sendable by hand: SQLite calls in only while its queue runs, and the vault's owner waits for that queue.
  static let databaseName = "vault"
  private static let counter = Atomic(0)

  let name: String
  let image: Image
  let commit: () throws(VaultError) -> Void
  /// Set when SQLite ended a change without asking for it to be saved: then nothing in memory can be relied on.
  var isBroken = false
  var isOpen = false
  private let vfs: UnsafeMutablePointer<sqlite3_vfs>
  private let cName: UnsafeMutablePointer<CChar>

  init(image: Image, commit: @escaping () throws(VaultError) -> Void) throws(VaultError) {
    let number = Self.counter.add(1, ordering: .relaxed).newValue
    name = "handrail-\(number)"
    self.image = image
    self.commit = commit
    guard let cName = strdup(name) else { throw .outOfMemory }
    self.cName = cName
    vfs = .allocate(capacity: 1)
    vfs.initialize(to: sqlite3_vfs())
    vfs.pointee.iVersion = 1
    vfs.pointee.szOsFile = CInt(MemoryLayout<OpenFile>.size)
    vfs.pointee.mxPathname = 512
    vfs.pointee.zName = UnsafePointer(cName)
    vfs.pointee.pAppData = Unmanaged.passUnretained(self).toOpaque()
    setCallbacks()
    guard sqlite3_vfs_register(vfs, 0) == SQLITE_OK else { throw .selfCheckFailed }
  }

  /// What GRDB opens. Nothing secret stands in it.
  var uri: String { "file:\(Self.databaseName)?vfs=\(name)" }

  /// The connection must be closed before the value is let go.
  deinit {
    sqlite3_vfs_unregister(vfs)
    vfs.deinitialize(count: 1)
    vfs.deallocate()
    free(cName)
  }

  private func setCallbacks() {
    vfs.pointee.xOpen = { vfs, name, file, flags, outFlags in
      guard let vfs, let file, let owner = VaultVFS.owner(of: vfs) else { return SQLITE_CANTOPEN }
      outFlags?.pointee = flags
      return owner.open(name.map { String(cString: $0) }, UnsafeMutableRawPointer(file), flags)
    }
    // Nothing is ever deleted or found by name: a database has no other files than those it holds open.
    vfs.pointee.xDelete = { _, _, _ in SQLITE_OK }
    vfs.pointee.xAccess = { _, _, _, result in
      result?.pointee = 0
      return SQLITE_OK
    }
    vfs.pointee.xFullPathname = { _, name, room, out in
      guard let name, let out, strlen(name) < Int(room) else { return SQLITE_CANTOPEN }
      strcpy(out, name)
      return SQLITE_OK
    }
    vfs.pointee.xRandomness = { _, count, out in
      guard let system = sqlite3_vfs_find(nil) else { return 0 }
      return system.pointee.xRandomness(system, count, out)
    }
    vfs.pointee.xSleep = { _, microseconds in
      guard let system = sqlite3_vfs_find(nil) else { return 0 }
      return system.pointee.xSleep(system, microseconds)
    }
    vfs.pointee.xCurrentTime = { _, out in
      guard let system = sqlite3_vfs_find(nil) else { return SQLITE_ERROR }
      return system.pointee.xCurrentTime(system, out)
    }
    vfs.pointee.xGetLastError = { _, _, _ in 0 }
  }

  private static func owner(of vfs: UnsafeMutablePointer<sqlite3_vfs>) -> VaultVFS? {
    vfs.pointee.pAppData.map { Unmanaged<VaultVFS>.fromOpaque($0).takeUnretainedValue() }
  }

  private func open(_ name: String?, _ file: UnsafeMutableRawPointer, _ flags: CInt) -> CInt {
    let file = file.bindMemory(to: OpenFile.self, capacity: 1)
    file.pointee = OpenFile()
    if flags & SQLITE_OPEN_MAIN_DB != 0 {
      // One connection, one database: an attached file would be stored in plain text or twice in the same image.
      guard name == Self.databaseName, !isOpen else { return SQLITE_CANTOPEN }
      isOpen = true
      file.pointee.hold(self, methods: MainFile.methods)
    } else if flags & SQLITE_OPEN_WAL != 0 {
      return SQLITE_CANTOPEN
    } else {
      file.pointee.hold(PageMemory(), methods: ScratchFile.methods)
    }
    return SQLITE_OK
  }
}

/// SQLite's file structure with our object behind it.
struct OpenFile {
  private var base = sqlite3_file()
  private var object: UnsafeMutableRawPointer?

  /// Keeps `object` alive until `letGo`.
  mutating func hold(_ object: AnyObject, methods: UnsafePointer<sqlite3_io_methods>) {
    base.pMethods = methods
    self.object = Unmanaged.passRetained(object).toOpaque()
  }

  static func object<Object: AnyObject>(
    _ file: UnsafeMutablePointer<sqlite3_file>?, as type: Object.Type
  ) -> Object? {
    guard let file, let object = open(file).pointee.object else { return nil }
    return Unmanaged<Object>.fromOpaque(object).takeUnretainedValue()
  }

  static func letGo(_ file: UnsafeMutablePointer<sqlite3_file>?) {
    guard let file, let object = open(file).pointee.object else { return }
    open(file).pointee.object = nil
    Unmanaged<AnyObject>.fromOpaque(object).release()
  }

  private static func open(_ file: UnsafeMutablePointer<sqlite3_file>) -> UnsafeMutablePointer<OpenFile> {
    UnsafeMutableRawPointer(file).assumingMemoryBound(to: OpenFile.self)
  }
}
