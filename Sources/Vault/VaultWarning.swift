/// What a person should hear after an unlock, though the vault is open and whole.
package enum VaultWarning: Equatable, Sendable {
  /// The last save was cut off; its `bytes` are kept in the file `setAside`. Nothing that was saved before is lost.
  case tornTail(bytes: UInt64, setAside: String?)
  /// The last session ended without closing, or the newest saves have been cut away.
  case notClosedCleanly
  /// The start of the file was damaged and has been restored from its copy.
  case headerRestored
  /// The copy of the file's start could not be brought up to date.
  case headerCopyFailed
  /// The system does not keep the open vault out of swap.
  case memoryNotLocked
  /// Other people of this computer may read or change the folder or files in it, as their modes say.
  case openToOthers
  /// The vault can be read but not changed.
  case readOnly
}
