import Journal
import Terminal
import Vault

/// One sitting: the world, and the journal while it is open. Shells and one-shot commands share it.
package final class Session {
  package let world: World
  package private(set) var vault: OpenVault?
  private var isHiding = false
  /// Set from the reply that the person has gone away until the screen is locked.
  private var isAway = false
  /// The folder that the sitting went on in, when saves were refused in its own.
  package private(set) var movedTo: String?
  /// Something is not stored yet: only the open journal and the screen hold it, so a lock must not close the journal.
  var holdsUnsaved = false
  /// Inside the program's own shell, where private words may stand on a command line.
  package var isShell = false
  package let side: Side
  /// In the family's shell: no journal is ever looked at, and nothing is said about one.
  package var isFamily: Bool { side == .family }
  /// Which offers of the plan were made in this sitting.
  var worry = WorryMemory()
  /// Entries and drafts in which an answer about self-harm was followed by the question of safety in this sitting.
  var safetyAsked: Set<ULID> = []

  package init(_ world: World, side: Side = .person) {
    self.world = world
    self.side = side
  }

  package var console: any Console { world.console }
  package var isUnlocked: Bool { vault != nil }

  package func show(_ blocks: Block...) { console.show(blocks) }

  func hold(_ vault: OpenVault) {
    self.vault = vault
    layModules()
  }

  /// Lays the programme's modules over the library. They are in memory while the journal is open, and nowhere else.
  func layModules() {
    guard side == .person, let vault else { return world.lay([:]) }
    world.lay(KeptModules.texts(in: JournalStore(vault)))
  }

  /// Closes the journal and wipes its keys. What was typed is already stored.
  package func lock() {
    vault?.close()
    vault = nil
    world.lay([:])
    worry = WorryMemory()
    safetyAsked = []
    console.forget()
    Hardening.wipeStack()
  }

  /// The open vault, asking for the passphrase when it is locked.
  package func open() throws(Departure) -> OpenVault {
    guard !isFamily else { throw .paused }
    if vault == nil {
      guard world.environment.knowsHome else { throw .failed(.noHome) }
      if side == .person, isShell && console.isInteractive && !world.folder.hasVault {
        show(.text("There is no journal here yet."))
        guard try confirm("Start one now?", standard: true) else { throw .paused }
        try NewJournal(session: self).begin()
      } else {
        try Unlock(session: self).run()
      }
    }
    guard let vault else { throw .paused }
    return vault
  }

  /// The open journal, asking for the passphrase when it is locked.
  package func journal() throws(Departure) -> JournalStore {
    guard side == .person else { throw .paused }
    return JournalStore(try open())
  }

  /// The open caseload of a programme, asking for the passphrase when it is locked.
  package func caseload() throws(Departure) -> CaseloadStore {
    guard side == .clinic else { throw .paused }
    return CaseloadStore(try open())
  }

  /// Runs one piece of work on the journal; errors come out as sentences.
  /// A save that the disk refuses is offered again, or in another place; then the same work is done anew.
  package func inJournal<T>(_ work: (JournalStore) throws(VaultError) -> T) throws(Departure) -> T {
    try retrying({ () throws(Departure) in try journal() }, work)
  }

  /// The same on a programme's caseload.
  package func inCaseload<T>(_ work: (CaseloadStore) throws(VaultError) -> T) throws(Departure) -> T {
    try retrying({ () throws(Departure) in try caseload() }, work)
  }

  /// The same on what every vault keeps, whichever side this is.
  package func inVault<T>(_ work: (any KeptValues) throws(VaultError) -> T) throws(Departure) -> T {
    try retrying(
      { () throws(Departure) -> any KeptValues in
        if side == .clinic { try caseload() } else { try journal() }
      }, work)
  }

  private func retrying<Store, T>(
    _ open: () throws(Departure) -> Store, _ work: (Store) throws(VaultError) -> T
  ) throws(Departure) -> T {
    var refused = RefusedSave(session: self)
    while true {
      let store = try open()
      do throws(VaultError) {
        let result = try work(store)
        refused.settle()
        return result
      } catch {
        try refused.handle(error)
      }
    }
  }

  /// Before leaving by choice: whether the disk still holds what was saved. If not, the open journal may be the only one.
  package func makeSureOfDisk() throws(Departure) {
    guard console.isInteractive else { return }
    var refused = RefusedSave(session: self, isLeaving: true)
    while let vault, !vault.isReadOnly {
      do throws(VaultError) {
        try vault.requireUnchanged()
        return refused.settle()
      } catch {
        try refused.handle(error)
      }
    }
  }

  /// Remembers what the program can do without, should the disk refuse it.
  func rememberIfPossible(_ key: String, _ value: [UInt8]) {
    guard let vault, !isFamily else { return }
    let store: any KeptValues = side == .clinic ? CaseloadStore(vault) : JournalStore(vault)
    try? store.remember(key, value)
  }

  /// One reply; the word `crisis` shows help and asks again, with the prompt as it was. `place` is shown after the help,
  /// so that the question is in sight again.
  /// `hide` counts as going away at once; where any words can be the answer it stands on the line afterwards, and Enter
  /// then gives it as one.
  /// `atMenu`: the line is a command, and `crisis` is one of them.
  package func reply(
    _ prompt: Prompt, free: Bool = false, atMenu: Bool = false, place: () -> [Block] = { [] }
  ) -> Reply {
    while true {
      let reply = console.ask(prompt)
      if case .line(let line) = reply, Words.bare(line) == "hide", console.isInteractive, prompt.prefill != "hide" {
        isHiding = true
        isAway = true
        console.clear()
        return .idle(draft: free ? "hide" : "")
      }
      if case .idle = reply { isAway = true }
      guard case .line(let line) = reply, !atMenu else { return reply }
      if let situation = CrisisSituation(line: line) {
        CrisisScreen(session: self).show(situation)
      } else if Words.bare(line) == Words.crisis {
        CrisisScreen(session: self).show()
      } else {
        return reply
      }
      let question = place()
      if !question.isEmpty { console.show([.blank, .quiet("Your answer is still here.")] + question) }
    }
  }

  /// One line outside a form. Idle locks, and asks again once the journal is open.
  package func ask(
    _ prompt: Prompt, atMenu: Bool = false, place: () -> [Block] = { [] }
  ) throws(Departure) -> String {
    var prompt = prompt
    while true {
      switch reply(prompt, atMenu: atMenu, place: place) {
      case .line(let line): return line
      case .interrupted: throw .interrupted
      case .endOfInput: throw .endOfInput
      case .hangUp: throw .hungUp
      case .idle(let draft):
        guard try lockWhileAway() else { continue }
        prompt.prefill = draft
        console.show(place())
      }
    }
  }

  /// `hide` while reading: clears and locks at once.
  package func hide() throws(Departure) {
    isHiding = true
    console.clear()
    if try lockForIdle() { return }
    isHiding = false
    // With nothing to lock, the first screen would come back at once and tell what this is.
    if isShell, isFamily || !world.folder.hasVault { _ = try ask(Prompt("> ")) }
  }

  /// The same where no prompt was open, as while reading.
  package func lockForIdle() throws(Departure) -> Bool {
    isAway = true
    return try lockWhileAway()
  }

  /// Idle: clears the screen, locks, and waits for the passphrase. False when there was nothing to lock.
  package func lockWhileAway() throws(Departure) -> Bool {
    let away = isAway
    isAway = false
    guard isUnlocked, away else { return false }
    let hiding = isHiding
    isHiding = false
    if holdsUnsaved { console.forget() } else { lock() }
    console.clear()
    if !hiding { show(.text("Locked, because nobody typed for a while. Everything you wrote is kept.")) }
    // A passphrase typed next must not stand on the screen: this prompt is masked, and after `hide` it names nothing.
    let prompt = hiding ? "> " : "Passphrase: "
    let unlock = Unlock(session: self)
    if holdsUnsaved { try unlock.prove(prompt: prompt) } else { try unlock.run(stayingUntilOpen: true, prompt: prompt) }
    return true
  }

  /// Goes on in `copy`, which holds all of the journal, in another folder. The one before is closed.
  func move(to copy: OpenVault, in path: String) {
    vault?.close()
    vault = copy
    movedTo = path
    world.moveHome(to: path)
    try? world.settings.write(inHome: path)
  }
}
