import Vault

/// A way to break the promises that the vault makes to the disk, to see that the simulation notices.
package enum Meddling: String, CaseIterable, Sendable {
  case none
  /// `sync` on files does nothing.
  case skippedSync = "skipped sync"
  /// `sync` on the folder does nothing.
  case skippedFolderSync = "skipped folder sync"
  /// A file is synced only when the next call on it comes: the save is acknowledged before.
  case lateSync = "acknowledged before the sync"
  /// A new file is synced only after it got its name.
  case renameFirst = "rename before the sync of the new file"
  /// What a failed write left is not cut off.
  case skippedTruncation = "no truncation after a failed append"

  package func over(_ disk: SimulatedDisk) -> any FileSystem {
    self == .none ? disk : MeddlingDisk(disk, self)
  }
}

/// A simulated disk behind a layer that leaves out or moves some calls.
private final class MeddlingDisk: FileSystem {
  private let disk: SimulatedDisk
  private let meddling: Meddling
  // One thread at a time, as the disk itself.
  private nonisolated(unsafe) var waiting: [any File] = []

  init(_ disk: SimulatedDisk, _ meddling: Meddling) {
    self.disk = disk
    self.meddling = meddling
  }

  func makeFolder() {}

  func open(_ name: String, _ access: FileAccess) throws(FileError) -> any File {
    MeddlingFile(try disk.open(name, access), meddling) { [self] file in waiting.append(file) }
  }

  func status(of name: String) throws(FileError) -> FileStatus? { try disk.status(of: name) }
  func names() throws(FileError) -> [String] { try disk.names() }
  func link(_ name: String, to newName: String) throws(FileError) { try disk.link(name, to: newName) }
  func remove(_ name: String) throws(FileError) { try disk.remove(name) }
  func lock(_ name: String) throws(FileError) -> LockOutcome { disk.lock(name) }

  func rename(_ name: String, to newName: String) throws(FileError) {
    try disk.rename(name, to: newName)
    while let file = waiting.popLast() { try file.sync() }
  }

  func sync() throws(FileError) {
    if meddling != .skippedFolderSync { try disk.sync() }
  }
}

private final class MeddlingFile: File {
  private let file: any File
  private let meddling: Meddling
  private let wait: @Sendable (any File) -> Void
  private nonisolated(unsafe) var owesSync = false
  private nonisolated(unsafe) var hasFailedWrite = false

  init(_ file: any File, _ meddling: Meddling, wait: @escaping @Sendable (any File) -> Void) {
    self.file = file
    self.meddling = meddling
    self.wait = wait
  }

  func status() throws(FileError) -> FileStatus { try file.status() }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64) throws(FileError) -> Int {
    try file.read(into: buffer, at: offset)
  }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: UInt64) throws(FileError) {
    if owesSync { try file.sync() }
    owesSync = false
    do {
      try file.write(bytes, at: offset)
    } catch {
      hasFailedWrite = true
      throw error
    }
  }

  func truncate(to size: UInt64) throws(FileError) {
    if meddling != .skippedTruncation || !hasFailedWrite { try file.truncate(to: size) }
  }

  func sync() throws(FileError) {
    switch meddling {
    case .skippedSync: break
    case .lateSync: owesSync = true
    case .renameFirst: wait(file)
    default: try file.sync()
    }
  }
}
