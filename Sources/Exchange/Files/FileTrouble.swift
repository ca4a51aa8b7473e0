/// What a file outside the journal can refuse, with the system's error number where it gave one.
package enum FileTrouble: Error, Equatable {
  /// There is no file of that name to read.
  case missing
  /// A folder was given to read.
  case isFolder
  /// There is a file of that name, and nobody said that it may be replaced.
  case exists
  /// A folder, a link, a device or a pipe stands where the new file would go.
  case notAFile
  /// The folder that the new file goes into is not there.
  case noFolder
  case cannotRead(Int32)
  case cannotCreate(Int32)
  case cannotWrite(Int32)
  /// Somebody asked the program to stop.
  case stopped
}
