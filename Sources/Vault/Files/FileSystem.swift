/// A file operation that failed, with the system's error number.
package struct FileError: Error, Equatable {
  package let code: Int32

  package init(code: Int32) { self.code = code }
}

/// How a file is opened.
package enum FileAccess: Sendable {
  case read
  case readWrite
  /// A new file for its owner only; fails when there is one.
  case create
}

/// What is known of a file without opening it.
package struct FileStatus: Equatable, Sendable {
  package enum Kind: Sendable { case regular, folder, link, other }

  package var size: UInt64
  package var inode: UInt64
  /// The disk it is on: files of two disks may have the same inode.
  package var device: UInt64 = 0
  /// Seconds since 1970.
  package var modified: Int64
  package var kind = Kind.regular
  /// Other people of this computer may read or change it, as its mode says.
  package var isOpenToOthers = false
  /// It belongs to another user than the one who runs the program.
  package var isAnothers = false

  package init(size: UInt64, inode: UInt64, modified: Int64) {
    self.size = size
    self.inode = inode
    self.modified = modified
  }

  /// What stays the same while it is the same file.
  var identity: FileIdentity { FileIdentity(device: device, inode: inode) }
}

/// Tells one file from another that has its name.
struct FileIdentity: Equatable, Sendable {
  var device: UInt64
  var inode: UInt64
}

/// An open file. Closed when it is let go.
package protocol File: AnyObject, Sendable {
  func status() throws(FileError) -> FileStatus
  /// Fills `buffer` from `offset` on; returns fewer bytes only at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64) throws(FileError) -> Int
  /// Writes all of `bytes`, or fails with some of them written.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: UInt64) throws(FileError)
  func truncate(to size: UInt64) throws(FileError)
  /// Returns when content and size have reached the disk.
  func sync() throws(FileError)
}

/// The outcome of asking for the lock of a folder.
package enum LockOutcome: Sendable {
  /// Held until the value is let go.
  case held(any FolderLock)
  /// Somebody else holds it; the process id is known if the holder could write it down.
  case heldElsewhere(processID: Int32?)
  /// The folder can only be read, so there is nothing to protect.
  case readOnly
}

/// A lock that is given back when the value is let go.
package protocol FolderLock: AnyObject, Sendable {}

/// One folder of files, as the vault sees it: the real one, or a simulated one that can crash and fail.
package protocol FileSystem: AnyObject, Sendable {
  /// Makes the folder where it is missing, for its owner only.
  func makeFolder() throws(FileError)
  /// Links are not followed: a vault that is a link would be replaced, and what it leads to left behind.
  func open(_ name: String, _ access: FileAccess) throws(FileError) -> any File
  /// Nil when there is no such file. `.` is the folder itself.
  func status(of name: String) throws(FileError) -> FileStatus?
  func names() throws(FileError) -> [String]
  func rename(_ name: String, to newName: String) throws(FileError)
  /// A second name for the same file.
  func link(_ name: String, to newName: String) throws(FileError)
  func remove(_ name: String) throws(FileError)
  /// Takes every right from others; `.` is the folder itself.
  func closeToOthers(_ name: String) throws(FileError)
  /// Returns when the names in the folder have reached the disk.
  func sync() throws(FileError)
  func lock(_ name: String) throws(FileError) -> LockOutcome
}

extension FileSystem {
  /// A simulated folder has no others.
  package func closeToOthers(_ name: String) throws(FileError) {}
}
