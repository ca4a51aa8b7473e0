import Crypto
import Exchange
import Terminal

/// `unseal`: opens a sealed file with key files or a passphrase. No journal is needed.
package struct UnsealDesk {
  let session: Session

  package init(session: Session) { self.session = session }

  /// What the command line says.
  package struct Request {
    package var input: String
    package var output: String
    package var identities: [String] = []
    package var passphrase = false
    package var replacing = false

    package init(input: String, output: String) {
      self.input = input
      self.output = output
    }
  }

  package func unseal(_ request: Request) throws(Departure) {
    guard request.passphrase || !request.identities.isEmpty else {
      throw .failed(
        Failure(
          "What opens the file?", safe: "Nothing was written.",
          next: "--identity FILE names your key file; --passphrase asks for the words.", code: 64))
    }
    let identities = try identities(request.identities)
    let console = session.console
    let (input, reader) = try inAge(request) { () throws(AgeError) in
      let input = try FileInput(request.input) { console.stopRequested }
      return (input, try AgeReader(input))
    }
    // What stands in the way of the new file is told before anything is asked.
    let output = try inAge(request) { () throws(AgeError) in
      try NewFile(request.output, replacing: request.replacing)
    }
    let passphrases = request.passphrase && reader.needsPassphrase ? try passphrases() : []
    if !passphrases.isEmpty || input.size ?? 0 > LongWork.size { session.show(.quiet("Opening…")) }
    try inAge(request) { () throws(AgeError) in
      try reader.open(with: identities, passphrases: passphrases, into: output)
      try output.finish()
    }
    console.show([.text(Rich("Unsealed. It is in \(request.output)."))], to: .result)
    session.show(.quiet("The new file is not sealed: whoever gets it can read it."))
  }

  func identities(_ paths: [String]) throws(Departure) -> [AgeIdentity] {
    var identities: [AgeIdentity] = []
    for path in paths {
      guard case .success(let bytes) = PlainFile.read(path, limit: IdentityFile.limit) else {
        throw .failed(
          Failure(
            "The key file \(path) cannot be read.", safe: "Nothing was written.", next: "Check the path.", code: 66))
      }
      do { identities += try IdentityFile.parse(bytes) } catch { throw .failed(Failure(error, path: path)) }
      if PlainFile.isOpenToOthers(path) {
        session.show(
          .quiet(
            Rich("Other people on this computer can read your key file. `chmod 600 \(Quoted.path(path))` closes it.")))
      }
    }
    return identities
  }

  /// What was typed, as our own words are spelled where it is seven of them, and then as it is.
  /// `fromFile`: the passphrase file is for this file.
  package func passphrases(fromFile: Bool = true) throws(Departure) -> [SecretBytes] {
    let line = try secret(fromFile: fromFile)
    defer { line.wipe() }
    do throws(CryptoError) {
      let typed = try line.withBytes { (bytes) throws(CryptoError) in try SecretBytes(copying: bytes) }
      guard let spelled = try SealingWords.spelled(typed), !spelled.equals(typed) else { return [typed] }
      return [spelled, typed]
    } catch {
      throw .failed(Failure(error))
    }
  }

  private func secret(fromFile: Bool) throws(Departure) -> SecretLine {
    if fromFile, let file = session.world.environment.passphraseFile { return try PassphraseFile.read(file) }
    while true {
      let line = try session.askSecret("Passphrase of the file: ")
      guard ReservedWords.isOpener(line) else { return line }
      CrisisScreen(session: session).show()
    }
  }

  private func inAge<T>(_ request: Request, _ work: () throws(AgeError) -> T) throws(Departure) -> T {
    do { return try work() } catch { throw Failure.departure(error, in: request.input, out: request.output) }
  }
}
