import Glibc

/// The home folder in which a vault and its side files live.
package struct VaultFolder: Sendable {
  package let files: any FileSystem
  package let context: VaultContext

  /// The folder at `path`; it need not exist yet.
  package init(path: String) { self.init(files: POSIXFileSystem(path: path), context: .live) }

  package init(files: any FileSystem, context: VaultContext) {
    self.files = files
    self.context = context
  }

  /// Whether there is a vault, be it damaged.
  package var hasVault: Bool { (try? files.exists(VaultNames.vault)) ?? false }

  /// Takes the lock, or tells who has it. Nil when the folder can only be read.
  func lock() throws(VaultError) -> (any FolderLock)? {
    switch try inVault({ () throws(FileError) in try files.lock(VaultNames.lock) }) {
    case .held(let lock): return lock
    case .heldElsewhere(let processID): throw .openElsewhere(processID: processID)
    case .readOnly: return nil
    }
  }

  /// Takes the lock for a change.
  func lockForWriting() throws(VaultError) -> any FolderLock {
    guard let lock = try lock() else { throw .readOnly }
    return lock
  }

  /// Fails unless there is a vault; tells of files that an interrupted change left in its place.
  package func requireVault() throws(VaultError) {
    try inVault { () throws(FileError) in
      guard try !files.exists(VaultNames.vault) else { return Result<Void, VaultError>.success(()) }
      for name in [VaultNames.previous, VaultNames.unfinished] where try files.exists(name) {
        return .failure(.leftover(name: name))
      }
      return .failure(.noVault)
    }.get()
  }

  /// Makes the folder.
  func make() throws(VaultError) {
    do {
      try files.makeFolder()
    } catch {
      if error.code == EROFS { throw .readOnly }
      throw .cannotCreate(name: "", errno: error.code)
    }
  }
}
