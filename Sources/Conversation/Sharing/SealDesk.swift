import Crypto
import Exchange
import Terminal

/// `seal`: one file, sealed for keys or with seven words. No journal is needed.
package struct SealDesk {
  let session: Session

  package init(session: Session) { self.session = session }

  /// What the command line says.
  package struct Request {
    package var input: String
    package var output: String
    package var to: [String] = []
    package var passphrase = false
    package var armoured = false
    package var replacing = false

    package init(input: String, output: String) {
      self.input = input
      self.output = output
    }
  }

  package func seal(_ request: Request) throws(Departure) {
    guard request.passphrase != !request.to.isEmpty else {
      throw .failed(
        request.passphrase
          ? Failure("A file is sealed for keys or with a passphrase, not both.", safe: "Nothing was written.", code: 64)
          : Failure(
            "For whom is it?", safe: "Nothing was written.", next: "--to age1… names a key; --passphrase makes words.",
            code: 64))
    }
    let recipients = try recipients(request.to)
    let words = request.passphrase ? SealingWords.random() : nil
    let console = session.console
    do throws(AgeError) {
      let input = try FileInput(request.input) { console.stopRequested }
      let output = try NewFile(request.output, replacing: request.replacing)
      if words != nil || input.size ?? 0 > LongWork.size { session.show(.quiet("Sealing…")) }
      let writer = try AgeWriter(lock(recipients, words))
      try writer.seal(input, into: output, armoured: request.armoured)
      try output.finish()
    } catch {
      throw Failure.departure(error, in: request.input, out: request.output)
    }
    guard let words else {
      let count = recipients.count == 1 ? "1 key" : "\(recipients.count) keys"
      return console.show([.text(Rich("Sealed for \(count). It is in \(request.output)."))], to: .result)
    }
    try showOnce(words, in: request.output)
  }

  package func recipients(_ texts: [String]) throws(Departure) -> [AgeRecipient] {
    var recipients: [AgeRecipient] = []
    for text in texts {
      do {
        let recipient = try AgeRecipient(parsing: text)
        if !recipients.contains(recipient) { recipients.append(recipient) }
      } catch {
        throw .failed(Failure(error, at: "What stands after --to", code: 64))
      }
    }
    return recipients
  }

  func lock(_ recipients: [AgeRecipient], _ words: PassphraseSuggestion?) throws(AgeError) -> AgeLock {
    guard let words else { return .recipients(recipients) }
    do { return .passphrase(try words.passphrase()) } catch { throw .crypto(error) }
  }

  func showOnce(_ words: PassphraseSuggestion, in path: String) throws(Departure) {
    session.console.show(
      [.text(Rich("Sealed. It is in \(path). These words open it:")), .quote(words.text)], to: .result)
    session.show(.text("They are shown only now. Tell them by phone or face to face, not beside the file."))
    guard session.console.isInteractive else { return }
    _ = try session.ask(Prompt("Enter when you have written them down: "))
    session.console.clear()
    session.show(.quiet(Rich("The sealed file is in \(path).")))
  }
}

/// Work that may take more than a second.
enum LongWork {
  /// Bytes of a file.
  static let size = 64 << 20
}
