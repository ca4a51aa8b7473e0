import Forms
import Glibc
import Journal
import Terminal
import Vault

/// The part of the emergency plan that the person lets stand outside the journal, for `crisis` before unlock.
/// Off unless it was asked for, in so many words; rewritten with each change of the plan; taken away at any time.
package struct PocketCopy {
  let session: Session
  /// The questions that are in the copy, one on each line; absent while there is none.
  private static let key = "pocket-copy"
  /// Set once the person has said no, so that it is not offered at every save.
  private static let declinedKey = "pocket-copy-declined"
  /// Out unless chosen: signs, the surroundings (step 6), reasons for living.
  private static let leftOut: Set<String> = ["signs", "safer-who", "safer-by", "together", "reasons"]

  package init(session: Session) { self.session = session }

  /// Whether the file is there; said without the journal.
  package static func isThere(_ world: World) -> Bool {
    world.environment.knowsHome && PlainFile.exists(PublicCard.path(inHome: world.environment.home))
  }

  /// After the plan was saved: brings a copy up to date, or offers one, once.
  func afterSaving(_ plan: Entry) throws(Departure) {
    if let chosen = try chosen() {
      try write(plan, chosen)
      return session.show(.quiet("The pocket copy is up to date as well. `settings pocket` changes it."))
    }
    guard session.console.isInteractive, try memory(Self.declinedKey) == nil else { return }
    session.show(
      .blank,
      .text("A part of this plan can stand in `crisis` before the passphrase, so that it is there in a bad hour."),
      .text("Anyone who uses this computer could then read that part."))
    guard try session.choose(["Not now", "Tell me more"], standard: 0) == 1 else { return try decline() }
    try offer(plan)
  }

  /// Asks the question that comes first, shows the exact text, and writes it after a yes.
  package func offer(_ plan: Entry) throws(Departure) {
    session.show(.text("Could anyone who uses this computer make you less safe?"))
    if try session.choose(["No", "Yes, or I am not sure"]) == 1 {
      session.show(
        .text("Then paper is the better place: a card in your wallet or shoe. `plan print` makes one."),
        .text("No copy is made on this computer."))
      return try decline()
    }
    let form = try PlanDesk(session: session).form(of: plan)
    var out = Self.leftOut
    while true {
      let text = try text(plan, form, out)
      guard !text.isEmpty else {
        return session.show(.text("The steps that go into a copy are still empty. You can come back to this."))
      }
      session.show(.blank, .text("This is exactly what would stand there:"), .quote(text))
      let more = PlanPage(plan, form: form).sections.filter { out.contains($0.question) }
      let labels = ["Do not make it", "Make it"] + more.map { "Add: \($0.heading)" }
      switch try session.choose(labels, standard: 0) {
      case 0: return try decline()
      case 1:
        let chosen = PlanPage(plan, form: form, without: out).sections.map(\.question)
        try write(plan, chosen)
        try remember(Self.key, chosen.joined(separator: "\n"))
        return session.show(.text("It is there now. `settings pocket off` takes it away again."))
      case let choice: out.remove(more[choice - 2].question)
      }
    }
  }

  /// `settings pocket`: shows it, changes it, or takes it away.
  package func manage() throws(Departure) {
    guard let plan = try PlanDesk(session: session).newest(.emergency) else {
      return session.show(.text("There is no emergency plan yet. `plan` writes one."))
    }
    guard try chosen() != nil else { return try offer(plan) }
    switch try session.choose(["Leave it as it is", "Change what is in it", "Take it away"], standard: 0) {
    case 1: try offer(plan)
    case 2: try remove()
    default: return
    }
  }

  /// Takes the file away, and forgets what was chosen.
  package func remove() throws(Departure) {
    if session.isUnlocked || session.world.folder.hasVault {
      try remember(Self.key, "")
      try remember(Self.declinedKey, "yes")
    }
    let path = PublicCard.path(inHome: session.world.environment.home)
    guard unlink(path) == 0 || errno == ENOENT else {
      throw .failed(.cannotWrite(what: "the pocket copy", errno: errno))
    }
    session.show(.text("The pocket copy is gone from this computer. Backups of your folder may still hold it."))
  }

  private func write(_ plan: Entry, _ questions: [String]) throws(Departure) {
    let form = try PlanDesk(session: session).form(of: plan)
    let out = Set(form.questions.map(\.id)).subtracting(questions)
    let path = PublicCard.path(inHome: session.world.environment.home)
    try PlainFile.replace(path, with: Array(try text(plan, form, out).utf8), what: "the pocket copy")
  }

  private func text(_ plan: Entry, _ form: Form, _ out: Set<String>) throws(Departure) -> String {
    let sections = PlanPage(plan, form: form, without: out).sections
    let text = sections.map { ([$0.heading] + $0.lines.map { "- \($0)" }).joined(separator: "\n") }
      .joined(separator: "\n")
    guard text.utf8.count <= PublicCard.limit else {
      throw .failed(
        Failure(
          "That is too long for a pocket copy.", safe: "Your plan is saved.", next: "Choose fewer steps.", code: 65))
    }
    return text
  }

  private func chosen() throws(Departure) -> [String]? {
    let kept = try memory(Self.key).map { $0.split(separator: "\n").map(String.init) }
    return kept?.isEmpty == true ? nil : kept
  }

  private func decline() throws(Departure) {
    try remember(Self.declinedKey, "yes")
    session.show(.quiet("All right. `settings pocket` is there if you change your mind."))
  }

  private func memory(_ key: String) throws(Departure) -> String? {
    try session.inJournal { (store) throws(VaultError) in try store.memory(key) }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func remember(_ key: String, _ value: String) throws(Departure) {
    try session.inJournal { (store) throws(VaultError) in try store.remember(key, Array(value.utf8)) }
  }
}
