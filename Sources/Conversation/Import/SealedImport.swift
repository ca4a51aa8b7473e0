import Exchange

/// Opens a sealed file that is to be brought in: in memory, so that it never lies open on the disk.
package struct SealedImport {
  let session: Session

  package static func isAhead(in bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(64), as: UTF8.self)
    return start.hasPrefix("age-encryption.org/") || start.hasPrefix("-----BEGIN AGE ")
  }

  func opened(_ bytes: [UInt8], with paths: [String], from path: String) throws(Departure) -> [UInt8] {
    let desk = UnsealDesk(session: session)
    let identities = try desk.identities(paths)
    let (reader, output) = (try inAge(path) { () throws(AgeError) in try AgeReader(BytesInput(bytes)) }, BytesOutput())
    // A passphrase file is for the journal.
    let passphrases = reader.needsPassphrase ? try desk.passphrases(fromFile: false) : []
    if !passphrases.isEmpty { session.show(.quiet("Opening…")) }
    try inAge(path) { () throws(AgeError) in
      try reader.open(with: identities, passphrases: passphrases, into: output)
    }
    return output.bytes
  }

  private func inAge<T>(_ path: String, _ work: () throws(AgeError) -> T) throws(Departure) -> T {
    do { return try work() } catch { throw Failure.departure(error, in: path) }
  }
}
