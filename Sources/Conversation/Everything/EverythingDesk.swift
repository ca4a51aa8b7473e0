import Crypto
import Exchange
import Journal
import Terminal
import Vault

/// `export everything`: all of a person's data in one readable file, or sealed.
package struct EverythingDesk {
  let session: Session

  package init(session: Session) { self.session = session }

  /// What the command line says.
  package struct Request {
    package var output: String
    package var to: [String] = []
    package var passphrase = false
    package var withKeys = false
    package var replacing = false
    package var yes = false
    /// The program and its version, for the file's first line.
    package var app: String

    package init(output: String, app: String) {
      self.output = output
      self.app = app
    }

    var isSealed: Bool { passphrase || !to.isEmpty }
  }

  package func export(_ request: Request) throws(Departure) {
    guard !request.passphrase || request.to.isEmpty else {
      throw .failed(
        Failure("A file is sealed for keys or with a passphrase, not both.", safe: Self.nothing, code: 64))
    }
    guard request.isSealed || request.yes || session.console.isInteractive else {
      throw .failed(
        Failure(
          "The file would hold all you wrote, readable for whoever gets it.", safe: Self.nothing,
          next: "Add --yes if that is right, or seal it with --passphrase or --to.", code: 64))
    }
    _ = try session.journal()
    let recipients = try recipients(request.to)
    // What stands in the way of the new file is told before anything is asked.
    let file = try inAge(request) { () throws(AgeError) in
      try NewFile(request.output, replacing: request.replacing)
    }
    let keys = WholeFile.ofThisPlace.union(request.withKeys ? [] : [WholeFile.ownKeys])
    let whole = try session.inJournal { (store) throws(VaultError) in try store.everything(leavingOut: keys) }
    guard try isWanted(whole, request) else {
      return session.console.show([.text(Rich("Left alone. \(Self.nothing)"))], to: .result)
    }
    let bytes = try bytes(of: whole, request)
    guard request.isSealed else {
      try inAge(request) { () throws(AgeError) in
        try file.write(bytes)
        try file.finish()
      }
      session.console.show(
        [
          .text(Rich("All of it is in \(request.output): \(UndoDesk.counted(whole.entries.count)).")),
          .quiet("Whoever gets the file can read it. On this computer only your user name can open it."),
        ], to: .result)
      return
    }
    let words = request.passphrase ? SealingWords.random() : nil
    let desk = SealDesk(session: session)
    if words != nil { session.show(.quiet("Sealing…")) }
    try inAge(request) { () throws(AgeError) in
      try AgeWriter(desk.lock(recipients, words)).seal(BytesInput(bytes), into: file)
      try file.finish()
    }
    if let words { return try desk.showOnce(words, in: request.output) }
    session.console.show(
      [.text(Rich("All of it is sealed in \(request.output): \(UndoDesk.counted(whole.entries.count))."))], to: .result)
  }

  private static let nothing = "Nothing was written."

  private func isWanted(_ whole: WholeJournal, _ request: Request) throws(Departure) -> Bool {
    guard !request.yes, session.console.isInteractive else { return true }
    session.show(.text("This goes into the file:"))
    session.console.show(WholeFile.contents(of: whole, today: session.world.clock.now().day))
    if request.withKeys {
      session.show(
        .alert("With your keys in it, whoever opens the file can sign in your name and open what is sent to you."))
    }
    guard !request.isSealed else { return try session.confirm("Write it?", standard: true) }
    session.show(
      .alert("The file is not encrypted: whoever gets it can read all you wrote, also what you deleted."),
      .quiet("With --passphrase or --to, only some can open it."))
    return try session.confirm("Write it, readable for anyone?")
  }

  private func bytes(of whole: WholeJournal, _ request: Request) throws(Departure) -> [UInt8] {
    let head = JournalFile.Head(created: session.world.clock.now(), app: request.app)
    do throws(JournalRefusal) {
      return try JournalFile.write(whole, head)
    } catch {
      throw .failed(Failure(whole: error))
    }
  }

  /// `age1…` keys, or names from the list of recipients.
  private func recipients(_ texts: [String]) throws(Departure) -> [AgeRecipient] {
    var recipients: [AgeRecipient] = []
    for text in texts {
      let named = text.hasPrefix("age1") ? nil : try RecipientDesk(session: session).list().current(named: text)
      if let named {
        recipients.append(named.keys.sealing)
      } else {
        recipients += try SealDesk(session: session).recipients([text])
      }
    }
    return recipients
  }

  private func inAge<T>(_ request: Request, _ work: () throws(AgeError) -> T) throws(Departure) -> T {
    do { return try work() } catch { throw Failure.departure(error, out: request.output) }
  }
}
