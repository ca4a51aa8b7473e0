import Crypto
import GRDB
import Glibc

extension VaultError {
  /// What a failed file operation means for the vault.
  init(_ error: FileError) {
    switch error.code {
    case ENOSPC, EDQUOT, EFBIG: self = .diskFull
    case EROFS, EACCES, EPERM: self = .readOnly
    default: self = .inputOutput(errno: error.code)
    }
  }

  init(_ error: CryptoError) {
    switch error {
    case .unavailable: self = .cryptoUnavailable
    case .outOfMemory: self = .outOfMemory
    case .notUTF8: self = .passphraseNotText
    }
  }

  /// What an error from inside a database closure means; errors of the vault itself pass through.
  init(database error: any Error) {
    if let error = error as? VaultError {
      self = error
    } else if let error = error as? DatabaseError, error.resultCode == .SQLITE_READONLY {
      self = .readOnly
    } else if let error = error as? DatabaseError {
      self = .database(code: error.extendedResultCode.rawValue)
    } else {
      self = .unsavedChange
    }
  }
}

/// Runs file work and tells its errors in the vault's words.
func inVault<Result>(_ work: () throws(FileError) -> Result) throws(VaultError) -> Result {
  do { return try work() } catch { throw VaultError(error) }
}

/// Runs cryptographic work and tells its errors in the vault's words.
func inVault<Result>(_ work: () throws(CryptoError) -> Result) throws(VaultError) -> Result {
  do { return try work() } catch { throw VaultError(error) }
}
