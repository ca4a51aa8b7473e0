/// Why a vault cannot be used, in words that a sentence for the person can be made of.
package enum VaultError: Error, Equatable {
  /// The passphrase does not open this vault.
  case wrongPassphrase
  /// The recovery words do not open this vault.
  case wrongRecoveryWords
  /// The vault was made without recovery words.
  case noRecoveryWords
  /// The passphrase is not UTF-8 text.
  case passphraseNotText
  /// There is no vault in the folder.
  case noVault
  /// The file is something else.
  case notAVault
  /// A later version of the program wrote it; `minReader` is the least format version that can read it.
  case newerVault(minReader: Int)
  /// The data changed its shape in a later version of the program.
  case newerSchema
  /// What is in it is of another kind than what was to be opened.
  case otherKind(VaultKind)
  /// The first 4096 bytes are damaged, and no good copy of them is left.
  case headerDamaged
  /// Record `record` (from 0), at byte `offset`, is damaged. What stands before it can be salvaged.
  case damaged(record: UInt64, offset: UInt64)
  /// The key settings in the file are outside what is safe.
  case badKDFSettings
  /// Another program holds the vault open.
  case openElsewhere(processID: Int32?)
  /// There is a file of that name already.
  case alreadyExists(name: String)
  /// There is no vault, but a file of an interrupted change is left, from which it can be restored.
  case leftover(name: String)
  /// The file or folder cannot be made.
  case cannotCreate(name: String, errno: Int32)
  /// There is no such file.
  case noSuchFile(name: String)
  /// The file named `vault` is a link to another place, which a save would replace.
  case linked
  /// The user who runs the program may not read the vault.
  case notPermitted
  /// The vault is another user's, and writing it would take it away from them.
  case belongsToAnother
  /// The vault or its folder can only be read.
  case readOnly
  /// The disk is full; what was saved before is safe.
  case diskFull
  /// The disk reported an error; what was saved before is safe.
  case inputOutput(errno: Int32)
  /// Another program changed the file while it was open here.
  case changedUnderneath
  /// An earlier save failed in a way that only opening the vault again clears.
  case reopenNeeded
  /// A change was ended without being saved, or a change is still going on.
  case unsavedChange
  /// SQLite on this machine does not behave as the vault needs it.
  case selfCheckFailed
  /// The key derivation or the database needs more memory than there is.
  case outOfMemory
  /// The cryptographic library does not start on this machine.
  case cryptoUnavailable
  /// There is no such entry or draft in the journal.
  case noSuchEntry
  /// An entry or draft does not read as one.
  case unreadableEntry
  /// SQLite reported this result code.
  case database(code: Int32)
}

extension VaultError {
  /// Whether a change was refused that may work later, or in another place.
  package var isRefusedSave: Bool {
    switch self {
    case .changedUnderneath, .diskFull, .inputOutput, .readOnly, .reopenNeeded: true
    default: false
    }
  }

  /// The exit code of a command that ends with this error.
  package var exitCode: Int32 {
    switch self {
    case .database(let code) where [11, 26].contains(code & 0xFF): 65  // SQLITE_CORRUPT, SQLITE_NOTADB
    case .badKDFSettings, .damaged, .unreadableEntry, .headerDamaged, .linked, .notAVault, .otherKind: 65
    case .leftover, .noSuchEntry, .noSuchFile, .noVault: 66
    case .cryptoUnavailable, .newerSchema, .newerVault, .selfCheckFailed: 69
    case .alreadyExists, .cannotCreate, .readOnly: 73
    case .changedUnderneath, .database, .diskFull, .inputOutput, .reopenNeeded: 74
    case .openElsewhere: 75
    case .belongsToAnother, .noRecoveryWords, .notPermitted, .passphraseNotText, .wrongPassphrase, .wrongRecoveryWords:
      77
    case .outOfMemory, .unsavedChange: 1
    }
  }
}
