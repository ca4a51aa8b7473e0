import Conversation
import Exchange
import Terminal
import Vault

/// Asks for what the line did not say; a script is told instead.
struct ExportAsking {
  let session: Session

  func people(_ typed: [String], all: Bool) throws(Departure) -> [Participant] {
    let desk = PeopleDesk(session: session)
    var found: [Participant] = []
    for word in typed {
      let person = try desk.find(word)
      if !found.contains(person) { found.append(person) }
    }
    if !found.isEmpty { return found }
    let everyone = try session.inCaseload { (store) throws(VaultError) in try store.participants() }
    if all { return everyone }
    guard session.console.isInteractive else { throw missing("Whose data is it?", "Name somebody, or add --all.") }
    session.show(.text("Whose data goes?"), .quiet("A name or a number; Enter on an empty line is everyone."))
    let line = try session.ask(Prompt("Who: ")).trimmed
    return line.isEmpty ? everyone : [try desk.find(line)]
  }

  func format() throws(Departure) -> ExportRequest.Format {
    guard session.console.isInteractive else {
      throw missing("In which form?", "--format fhir, ndjson, csv or log.")
    }
    session.show(.text("In which form?"))
    let labels = [
      "FHIR bundles, for a record system", "FHIR lines (NDJSON), a file for each kind of resource",
      "A table (CSV), a row for each answer", "The log files, byte for byte as they came",
    ]
    return ExportRequest.Format.allCases[try session.choose(labels)]
  }

  func keys(_ typed: [String], unsealed: Bool) throws(Departure) -> [AgeRecipient] {
    if unsealed { return [] }
    if !typed.isEmpty { return try SealDesk(session: session).recipients(typed) }
    guard session.console.isInteractive else {
      throw missing("For whom is it?", "--to age1… seals it for a key. --unsealed leaves it open to all.")
    }
    session.show(.text("For whom is it?"))
    guard try session.choose(["Seal it for a key (age1…)", "Leave it open: whoever gets it can read it"]) == 0 else {
      return []
    }
    return try SealDesk(session: session).recipients([try session.ask(Prompt("Key: ")).trimmed])
  }

  func place(_ typed: String?, isSealed: Bool) throws(Departure) -> String {
    if let typed { return TypedPath(typed, in: session).path }
    guard session.console.isInteractive else { throw missing("Where should it go?", "--out NAME says so.") }
    let standard = "export-\(session.world.clock.now().day.iso)" + (isSealed ? ".tar.age" : "")
    session.show(
      .text(Rich("Where should the \(isSealed ? "file" : "folder") go? Enter makes \(standard) in this folder.")))
    let line = try session.ask(Prompt("Name: ")).trimmed
    return TypedPath(line.isEmpty ? standard : line, in: session).path
  }

  private func missing(_ what: String, _ next: String) -> Departure {
    .failed(Failure(what, safe: "Nothing was written.", next: next, code: 64))
  }
}
