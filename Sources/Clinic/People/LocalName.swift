import Conversation
import Exchange
import Forms
import Terminal
import Vault

/// The name that a participant has here, and nowhere else. No two people here have the same.
struct LocalName {
  let session: Session

  /// Nil where it stays as it was: an empty line, or the end of a script.
  func choose(_ typed: String?, suggestion: String, besides n: Int64?) throws(Departure) -> String? {
    if let typed {
      if let problem = try problem(typed.trimmed, besides: n) { throw Self.refused(problem) }
      return typed.trimmed
    }
    session.show(.quiet("It stays in this caseload. Initials or a number will do."))
    while true {
      let line: String
      do { line = try session.ask(Prompt("Name here: ", prefill: suggestion)).trimmed } catch {
        guard error == .endOfInput, !session.console.isInteractive else { throw error }
        return nil
      }
      if line.isEmpty { return nil }
      guard let problem = try problem(line, besides: n) else { return line }
      guard session.console.isInteractive else { throw Self.refused(problem) }
      session.show(.quiet(Rich(problem)))
    }
  }

  /// Whoever is called that already.
  func owner(_ name: String, besides n: Int64? = nil) throws(Departure) -> Participant? {
    let all = try session.inCaseload { (store) throws(VaultError) in try store.participants() }
    return all.first { $0.n != n && $0.name.lowercased() == name.lowercased() }
  }

  func problem(_ name: String, besides n: Int64?) throws(Departure) -> String? {
    guard Self.allows(name) else {
      return "A name is one line of at most \(KeyCard.nameLimit) letters, and no number alone."
    }
    return try owner(name, besides: n).map { "#\($0.n) is called that already. Choose a name that tells them apart." }
  }

  /// A number alone would be taken for one of the roster.
  static func allows(_ name: String) -> Bool {
    let bare = name.hasPrefix("#") ? String(name.dropFirst()) : name
    return !bare.isEmpty && KeyCard.allows(name: name) && Int64(bare) == nil
  }

  static func refused(_ problem: String) -> Departure {
    .failed(Failure(problem, safe: "Nothing was changed.", code: 65))
  }
}
