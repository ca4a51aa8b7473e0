/// What can go wrong in cryptographic work that is not a plain programming mistake.
package enum CryptoError: Error, Equatable {
  /// libsodium could not start on this machine.
  case unavailable
  /// There is not enough memory for the key derivation or for a locked buffer.
  case outOfMemory
  /// The bytes of a passphrase are not UTF-8.
  case notUTF8
}
