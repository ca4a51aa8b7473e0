import Crypto
import Exchange
import Terminal

/// `accept`: what comes from the programme. Finds out what a file is, and takes it only after it was shown and checked.
package struct AcceptDesk {
  let session: Session
  let wishes: AcceptWishes
  static let nothing = "Nothing was changed."
  /// A sealed assignment with all it may hold is smaller.
  private static let limit = 4 << 20

  package init(session: Session, wishes: AcceptWishes) {
    self.session = session
    self.wishes = wishes
  }

  package func run(_ path: String) throws(Departure) {
    let bytes = try GivenFile.read(path, limit: Self.limit)
    do throws(Departure) {
      if ProgrammePack.isAhead(in: bytes) {
        try AcceptPack(session: session, wishes: wishes).run(bytes)
      } else if SealedImport.isAhead(in: bytes) {
        try AcceptAssignment(session: session, wishes: wishes).run(try opened(bytes))
      } else {
        throw .failed(AcceptedKind(of: bytes).failure)
      }
    } catch {
      guard error == .endOfInput, !session.console.isInteractive else { throw error }
      throw .failed(
        Failure(
          "Nothing was accepted: an answer was missing.", safe: Self.nothing,
          next: "Answer each question on a line, or give --yes when you know what is in the file.", code: 65))
    }
  }

  /// With the person's own key, in memory.
  private func opened(_ bytes: [UInt8]) throws(Departure) -> [UInt8] {
    let keys = try KeyDesk(session: session).keys()
    let output = BytesOutput()
    do throws(AgeError) {
      let reader = try AgeReader(BytesInput(bytes))
      guard !reader.needsPassphrase else {
        throw .needsPassphrase
      }
      try reader.open(with: [keys.identity], into: output)
    } catch {
      switch error {
      case .needsPassphrase:
        throw .failed(
          Failure(
            "That file is sealed with words. What your programme assigns is sealed for your key.", safe: Self.nothing,
            next: "`unseal --passphrase` opens it. A journal of yours comes in with `import`.", code: 65))
      case .notForTheseKeys:
        throw .failed(
          Failure(
            "That file is sealed for somebody else, and your key does not open it.", safe: Self.nothing,
            next: "Tell your programme. `key` shows the card that they seal for.", code: 77))
      default:
        guard case .failed(var failure) = Failure.departure(error) else { throw .interrupted }
        failure.safe = Self.nothing
        throw .failed(failure)
      }
    }
    return output.bytes
  }
}
