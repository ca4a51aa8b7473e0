import Conversation
import Exchange
import Forms
import Terminal
import Vault

/// Finds people by what is typed, and knows who sits here.
struct PeopleDesk {
  let session: Session
  static let byKey = "initials"

  /// Who looks and does, for the audit trail; a dash where nobody said.
  func doing() throws(Departure) -> Doing {
    let kept = try session.inCaseload { (store) throws(VaultError) in try store.memory(Self.byKey) }
    return Doing(
      by: kept.map { String(decoding: $0, as: UTF8.self) } ?? "-", at: session.world.clock.now().milliseconds)
  }

  func keep(initials: String) throws(Departure) {
    try session.inCaseload { (store) throws(VaultError) in try store.remember(Self.byKey, Array(initials.utf8)) }
  }

  /// The person of these words, or of the line that is asked for where there are none.
  func named(_ words: [String], asking prompt: String) throws(Departure) -> Participant {
    if !words.isEmpty { return try find(words.joined(separator: " ")) }
    guard session.isShell else {
      throw .failed(
        Failure("A name or a number is missing.", next: "`roster` shows who is here, with their numbers.", code: 64))
    }
    let line = try session.ask(Prompt(prompt)).trimmed
    guard !line.isEmpty else { throw .paused }
    return try find(line)
  }

  /// The same as `doing`; asks for initials where nobody said yet, and keeps them.
  func signed() throws(Departure) -> Doing {
    let doing = try doing()
    guard doing.by == "-" else { return doing }
    let typed = HarmlessText.line(try session.ask(Prompt("Your initials: ")))
    guard !typed.isEmpty else { return doing }
    try keep(initials: String(typed.prefix(12)))
    return try self.doing()
  }

  /// What the programme said about who reads files, how often, and what people do meanwhile.
  func reading() throws(Departure) -> String? { try ProgrammeShelf(session: session).record().reading }

  /// The person of a number, `#3` or `3`, or of a name or its beginning, without regard to capitals.
  func find(_ typed: String) throws(Departure) -> Participant {
    let all = try session.inCaseload { (store) throws(VaultError) in try store.participants() }
    let word = typed.lowercased()
    if let n = Int64(word.hasPrefix("#") ? String(word.dropFirst()) : word), let found = all.first(where: { $0.n == n })
    {
      return found
    }
    let same = all.filter { $0.name.lowercased() == word }
    if let only = same.first, same.count == 1 { return only }
    let named = all.filter { $0.name.lowercased().hasPrefix(word) }
    let present = named.filter { $0.status == .here }
    // Who left is found too, where nobody on the roster is called that.
    let begun = present.isEmpty ? named : present
    if let only = begun.first, same.isEmpty, begun.count == 1 { return only }
    let many = same.count > 1 || begun.count > 1
    throw .failed(
      Failure(
        many ? "More than one person here is called that." : "Nobody here is called that.",
        safe: "Nothing was changed.",
        next: many ? "Use the number: `roster` shows it." : "`roster` shows who is here.", code: many ? 64 : 66))
  }
}
