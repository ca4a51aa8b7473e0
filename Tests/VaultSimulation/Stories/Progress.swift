import Crypto
import GRDB
import Vault

/// How far a story has come: what has been acknowledged, what is on its way, and what must hold from then on.
package final class Progress {
  package internal(set) var acknowledged: [String]?
  package internal(set) var attempted: [String]?
  /// Any of these may open the vault now; those that came later stand behind.
  var keys: [Credential]
  /// Were in use before a change of keys: where they do not open the vault, they must open no file at all.
  var former: [Credential] = []
  /// Data keys of former generations: they must open nothing any more.
  var deadDataKeys: [SecretBytes] = []
  /// Must open nothing any more.
  var dead: [Credential] = []
  /// Must open the vault.
  var words: RecoveryWords?
  /// Words that no record of any file may hold any more.
  var erased: [String] = []
  /// Words that no record of the vault itself may hold any more; an older file may.
  var dropped: [String] = []
  /// Files that, where they are, must be whole vaults with this state; and those that must be there.
  var copies: [String: [String]] = [:]
  var neededCopies: Set<String> = []
  /// Files that must keep these bytes.
  var untouched: [String: [UInt8]] = [:]
  /// The vault is broken from the start: opening it must say so.
  var damage: VaultError?
  /// The vault is being destroyed, and has been.
  var mayBeGone = false
  var isGone = false
  /// What went wrong in the telling.
  package internal(set) var problems: [String] = []
  /// Shapes the lengths of notes; 0 leaves them short.
  let seed: UInt64
  let disk: SimulatedDisk
  private let content: Story.Content
  /// The states that the same story led to when nothing failed; filled while it is told for the first time.
  package private(set) var script: [[String]]
  private let isFirst: Bool
  private var place = 0

  package init(_ story: Story, on disk: SimulatedDisk, seed: UInt64, script: [[String]]? = nil) throws {
    self.script = script ?? []
    isFirst = script == nil
    acknowledged = story.before
    content = story.content
    keys = [.passphrase(try secret("first"))]
    self.disk = disk
    self.seed = seed
  }

  /// The same on the disk that a crash left, for a session after it.
  init(continuing other: Progress, on disk: SimulatedDisk) throws {
    (acknowledged, attempted, keys, former) = (other.acknowledged, other.attempted, other.keys, other.former)
    (deadDataKeys, dead, words, erased) = (other.deadDataKeys, other.dead, other.words, other.erased)
    (dropped, copies, neededCopies, untouched) = (other.dropped, other.copies, other.neededCopies, other.untouched)
    (damage, mayBeGone, isGone, problems) = (other.damage, other.mayBeGone, other.isGone, other.problems)
    (seed, script, isFirst, content) = (other.seed, other.script, false, other.content)
    self.disk = disk
  }

  /// The note of this name, which begins with it: longer or shorter with the seed.
  func note(_ name: String) -> String {
    guard seed > 0 else { return name }
    var random = SplitMix(state: SplitMix.mix(seed, UInt64(name.utf8.reduce(0) { $0 &* 31 &+ Int($1) })))
    let length = Bool.random(using: &random) ? Int.random(in: 0..<200, using: &random) : Int(random.next() % 14_000)
    return name + " " + String(repeating: "abcdefgh", count: length / 8)
  }

  /// A change of the whole: while it is going on either state may be found, afterwards only the new one.
  func step(_ state: [String], _ work: () throws -> Void) throws {
    attempted = state
    try work()
    acknowledged = state
  }

  /// A change that must fail with one of these errors, and change nothing.
  func refused(_ errors: [VaultError], _ work: () throws -> Void) throws {
    do {
      try work()
      problems.append("what should be refused was done")
    } catch {
      guard let error = error as? VaultError, errors.contains(error) else { throw error }
    }
  }

  /// One commit. When it fails, though the disk is still there, the session must go on as if it had not been tried: the
  /// state is the one before, and the same commit works, except after a failed sync, when none may.
  func save(_ state: [String], in vault: OpenVault, _ work: () throws -> Void) throws {
    attempted = state
    let before = disk.calls.count
    do {
      try work()
    } catch {
      guard !disk.hasCrashed, let fault = disk.state.withLock({ $0.fault }), fault.call > before else { throw error }
      let found = try content.read(vault)
      if found != acknowledged ?? [] { problems.append("after an error the session holds \(shown(found))") }
      guard !fault.persists else { throw error }
      attempted = nil
      let failed = disk.state.withLock { $0.faulted }
      do {
        try work()
      } catch {
        let call = failed?.rawValue ?? "a call"
        if failed != .sync { problems.append("after an error in \(call) no save works: \(error)") }
        throw error
      }
      if failed == .sync { problems.append("a save after a failed sync was acknowledged") }
    }
    acknowledged = state
  }

  /// An erase of `words` was acknowledged: no older file and no cut-off save may be left.
  func erases(_ words: String) {
    erased.append(words)
    let older = disk.files.keys.filter { $0 == "vault.bak" || $0.hasPrefix("vault.torn-") }.sorted()
    if !older.isEmpty { problems.append("an erase left \(older)") }
  }

  /// One commit whose outcome is taken from the telling in which nothing failed.
  func change(in vault: OpenVault, _ work: () throws -> Void) throws {
    defer { place += 1 }
    if place < script.count { return try save(script[place], in: vault, work) }
    guard isFirst else { return problems.append("the story took another way") }
    try work()
    let state = try content.read(vault)
    script.append(state)
    acknowledged = state
  }

  func save(_ note: String, in vault: OpenVault) throws {
    try save((acknowledged ?? []) + [note], in: vault) { try content.write(vault, note) }
  }
}

/// A state in few words: the beginnings of its lines.
func shown(_ state: [String]?) -> String {
  guard let state else { return "nothing" }
  return "[" + state.map { String($0.prefix(24)) }.joined(separator: ", ") + "]"
}
