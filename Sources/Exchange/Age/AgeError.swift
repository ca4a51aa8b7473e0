import Crypto

/// Why a file cannot be sealed, or is not opened. Nothing of it was given out beyond the pieces that are proven.
package enum AgeError: Error, Equatable {
  /// A line of the header (from 1) is not as the format has it.
  case header(HeaderFault, line: Int)
  /// Not an age file at all.
  case notAge
  /// An age file of another version.
  case version(String)
  /// A stanza for this kind of key is malformed.
  case stanza(StanzaFault)
  /// A passphrase stands beside other keys, so that the file proves nothing about who made it.
  case passphraseNotAlone
  /// Opening would cost more work than is allowed: the logarithm that the file asks for.
  case tooMuchWork(Int)
  /// The file is for a passphrase, and none was given.
  case needsPassphrase
  /// The file is for keys, and none was given.
  case needsKey
  case wrongPassphrase
  /// The file is for other keys.
  case notForTheseKeys
  /// The header was changed after it was made.
  case headerChanged
  case payload(PayloadFault)
  /// The armour's line (from 1) is not as the format has it.
  case armour(ArmourFault, line: Int)
  /// A recipient's key with which everyone could open the file.
  case weakRecipient
  case file(FileTrouble)
  case crypto(CryptoError)

  package enum HeaderFault: Sendable {
    case versionLine, start, arguments, body, mac, noStanza, tooLong
    /// The file ends inside the header.
    case cut
  }

  package enum StanzaFault: Sendable { case arguments, share, salt, workFactor, body, lowOrder }

  package enum PayloadFault: Equatable, Sendable {
    case noNonce
    /// The file ends before its last piece.
    case cut
    /// The piece with this number (from 0) was changed.
    case changed(Int)
    /// Bytes follow the last piece.
    case trailing
    /// The last piece holds nothing, and is not the only one.
    case emptyLast
  }

  package enum ArmourFault: Sendable { case label, line, letters, end, trailing, cut }
}

/// Runs cryptographic work whose failures become errors of age.
func inAge<Result>(_ work: () throws(CryptoError) -> Result) throws(AgeError) -> Result {
  do { return try work() } catch { throw .crypto(error) }
}
