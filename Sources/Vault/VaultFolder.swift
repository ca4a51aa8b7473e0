import Glibc

/// The home folder in which a vault and its side files live.
package struct VaultFolder: Sendable {
  package let files: any FileSystem
  package let context: VaultContext

  /// The folder at `path`; it need not exist yet.
  package init(path: String) { self.init(files: POSIXFileSystem(path: path), context: .live) }

  /// A folder in memory, that is gone with the value: for what is made up and used once.
  package static func inMemory() -> VaultFolder { VaultFolder(files: MemoryFileSystem(), context: .live) }

  package init(files: any FileSystem, context: VaultContext) {
    self.files = files
    self.context = context
  }

  /// Whether there is a vault, be it damaged or closed to this user.
  package var hasVault: Bool {
    do { return try files.exists(VaultNames.vault) } catch { return [EACCES, EPERM].contains(error.code) }
  }

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

  /// Fails unless there is a vault of this user's; tells of files that an interrupted change left in its place.
  package func requireVault() throws(VaultError) {
    guard try !isFound() else { return }
    for name in [VaultNames.previous, VaultNames.unfinished] {
      guard try !inVault({ () throws(FileError) in try files.exists(name) }) else { throw .leftover(name: name) }
    }
    throw .noVault
  }

  /// Whether there is a vault that may be used. A link is refused: the next rewrite would replace it, and what it leads to
  /// would stay behind without a word.
  func isFound() throws(VaultError) -> Bool {
    let status: FileStatus?
    do {
      status = try files.status(of: VaultNames.vault)
    } catch {
      throw [EACCES, EPERM].contains(error.code) ? .notPermitted : VaultError(error)
    }
    guard let status else { return false }
    switch status.kind {
    case .regular: break
    case .link: throw .linked
    case .folder, .other: throw .notAVault
    }
    // The administrator may write any file, and a rewrite would leave it to them alone.
    guard !status.isAnothers || geteuid() != 0 else { throw .belongsToAnother }
    return true
  }

  /// Whether the file before the last compaction is there.
  package var hasEarlierFile: Bool { (try? files.exists(VaultNames.previous)) ?? false }

  /// The folder (`.`) and the files of the vault that other people of this computer may read or change.
  package var openToOthers: [String] {
    let names = (try? files.names()) ?? []
    let own = names.filter { $0 == VaultNames.vault || $0 == VaultNames.lock || VaultNames.isOlder($0) }
    return (["."] + own).filter { name in
      guard let status = (try? files.status(of: name)) ?? nil else { return false }
      return status.isOpenToOthers && !status.isAnothers
    }
  }

  /// Takes the rights of others away. False where the disk keeps no such rights.
  package func closeToOthers() -> Bool {
    for name in openToOthers { try? files.closeToOthers(name) }
    return openToOthers.isEmpty
  }

  /// When the session that holds the lock began, in seconds since 1970; nil when it is not known.
  package var heldSince: Int64? {
    let status = (try? files.status(of: VaultNames.lock)) ?? nil
    return status?.modified
  }

  /// Makes the folder for a new vault and takes its lock. An older or unfinished file may be all that is left of a journal:
  /// another one is never started over it.
  func claim() throws(VaultError) -> any FolderLock {
    try make()
    let lock = try lockForWriting()
    for name in [VaultNames.vault, VaultNames.previous, VaultNames.unfinished] {
      guard try !inVault({ () throws(FileError) in try files.exists(name) }) else { throw .alreadyExists(name: name) }
    }
    return lock
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
