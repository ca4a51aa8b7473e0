import Conversation
import Crypto
import Exchange
import Journal
import Terminal
import Vault

/// Takes in one file: opens it in memory, looks who signed it and for whom, checks all of it, and keeps it whole or not at
/// all. Of a file by a stranger nothing but its first and its last line is looked at.
struct FileTaking {
  struct Wishes: Equatable {
    var new = false
    var unsealed = false
    var former = false
  }

  /// What became of a file.
  enum Outcome {
    case taken(Participant, TakenLog, [LineResult])
    /// The same log was taken before.
    case same(Participant)
    /// Passed over with `--new`.
    case skipped
    case refused(FileRefusal)
  }

  private enum Stop: Error { case refused(FileRefusal), left(Departure) }

  let session: Session
  let wishes: Wishes
  let keys: OwnKeys
  /// What opens files that are sealed with words.
  let passphrases: [SecretBytes]

  /// A sealed log is larger than the log by its header and 16 bytes in each 64 KiB.
  static let limit = LogLimits.file + (2 << 20)
  /// A clock may be wrong by this much.
  private static let slack: Int64 = 2 * 86_400_000
  /// 2020-01-01: nothing was made by Handrail before.
  private static let beginning: Int64 = 1_577_836_800_000

  func take(_ item: GivenLogs.Item) throws(Departure) -> Outcome {
    do throws(Stop) {
      return try takeIn(item)
    } catch {
      switch error {
      case .refused(let refusal): return .refused(refusal)
      case .left(let departure): throw departure
      }
    }
  }

  private func takeIn(_ item: GivenLogs.Item) throws(Stop) -> Outcome {
    let (log, sealed) = try read(item)
    guard let log else { return .skipped }
    let envelope = try Self.inLog { () throws(LogRefusal) in try LogEnvelope(log) }
    let signer = try signer(of: envelope)
    let found = try inStore { (store) throws(VaultError) in try store.participant(signing: signer.point) }
    guard let person = found else { throw .refused(try stranger(signer, envelope, item)) }
    if try inStore({ (store) throws(VaultError) in try store.hasTaken(digest: SHA256.hash(log)) }) {
      return .same(person)
    }
    try check(person, signer, envelope)
    let whole = try Self.inLog { () throws(LogRefusal) in try ReadLog(log) }
    guard let taken = TakenLog(whole, of: person.n, by: signer, digest: SHA256.hash(log), sealed: sealed) else {
      throw .refused(.log(.notALog))
    }
    do throws(Departure) {
      let doing = try PeopleDesk(session: session).doing()
      let results = try session.inCaseload { (store) throws(VaultError) in
        try store.take(taken, merge: LineMerge.standings, summary: ImportHooks.summary, doing)
      }
      return results.map { .taken(person, taken, $0) } ?? .same(person)
    } catch {
      throw .left(error)
    }
  }

  // MARK: What it is

  /// The log, nil where the file is passed over, and the digest of the file.
  private func read(_ item: GivenLogs.Item) throws(Stop) -> (log: [UInt8]?, digest: [UInt8]) {
    let bytes: [UInt8]
    do throws(HeldFileTrouble) {
      bytes = try HeldFile.read(item.path, limit: Self.limit, followsLink: item.followsLink)
    } catch {
      throw .refused(.file(error))
    }
    let digest = SHA256.hash(bytes)
    if wishes.new,
      try inStore({ (store) throws(VaultError) in try store.hasTaken(sealedDigest: digest) })
    {
      return (nil, digest)
    }
    return (try opened(bytes), digest)
  }

  private func opened(_ bytes: [UInt8]) throws(Stop) -> [UInt8] {
    guard SealedImport.isAhead(in: bytes) else {
      guard bytes.first == UInt8(ascii: "{") else { throw .refused(.log(bytes.isEmpty ? .empty : .notALog)) }
      guard wishes.unsealed else { throw .refused(.notSealed) }
      return bytes
    }
    let output = LimitedOutput(limit: LogLimits.file, expecting: bytes.count)
    do throws(AgeError) {
      let reader = try AgeReader(BytesInput(bytes))
      // The work of guessing is not begun for whoever sends a file, only when somebody here asked for it.
      if reader.needsPassphrase, passphrases.isEmpty { throw .needsPassphrase }
      try reader.open(with: [keys.identity], passphrases: passphrases, into: output)
    } catch {
      if output.isOver { throw .refused(.log(.tooLarge)) }
      throw .refused(error == .needsPassphrase ? .needsPassphrase : .sealed(error))
    }
    return output.bytes
  }

  /// Who signed it, once that is proven.
  private func signer(of envelope: LogEnvelope) throws(Stop) -> SSHPublicKey {
    let signer: SSHPublicKey
    do throws(SSHSignatureError) { signer = try envelope.signer() } catch { throw .refused(.signature(error)) }
    guard envelope.participant.signingKey == signer.text else { throw .refused(.otherSigner) }
    return signer
  }

  // MARK: Whose it is

  /// Notes path and fingerprint, and nothing else.
  private func stranger(
    _ signer: SSHPublicKey, _ envelope: LogEnvelope, _ item: GivenLogs.Item
  ) throws(Stop) -> FileRefusal {
    guard let sealing = try? AgeRecipient(parsing: envelope.participant.recipient) else {
      return .log(.field("participant", line: 1))
    }
    let words = PublicKeys(signing: signer, sealing: sealing).words
    let met = Stranger(
      path: item.path, signing: signer.point, words: words.joined(separator: " "),
      at: session.world.clock.now().milliseconds)
    let says = try inStore { (store) throws(VaultError) in
      try store.note(met)
      return try store.participant(logID: envelope.participant.id)
    }
    return .stranger(words: words, says: says?.name)
  }

  private func check(_ person: Participant, _ signer: SSHPublicKey, _ envelope: LogEnvelope) throws(Stop) {
    func refuse(_ refusal: FileRefusal) throws(Stop) { throw .refused(refusal) }
    guard (try? AgeRecipient(parsing: envelope.participant.recipient)) != nil else {
      return try refuse(.log(.field("participant", line: 1)))
    }
    guard let key = person.keys.first(where: { $0.signing == signer.point }) else { return try refuse(.otherSigner) }
    guard try isBound(key, of: person, to: envelope.participant.id) else { return try refuse(.otherID(person.name)) }
    guard person.status == .here else { return try refuse(.discharged(person.name)) }
    let own = keys.identity.recipient.text
    guard envelope.recipients.isEmpty || envelope.recipients.contains(own) else { return try refuse(.notForUs) }
    let made = envelope.created.milliseconds
    guard made <= session.world.clock.now().milliseconds + Self.slack else { return try refuse(.future) }
    guard made >= Self.beginning else { return try refuse(.past) }
    if !key.isCurrent, !wishes.former || made > (person.current?.at ?? 0) { try refuse(.formerKey(person.name)) }
  }

  /// The first log of a key binds it to the id in it, unless that is another person's.
  private func isBound(_ key: PersonKey, of person: Participant, to id: String) throws(Stop) -> Bool {
    if let bound = key.logID { return bound == id }
    let other = try inStore { (store) throws(VaultError) in try store.participant(logID: id) }
    return other == nil || other?.n == person.n
  }

  private func inStore<T>(_ work: (CaseloadStore) throws(VaultError) -> T) throws(Stop) -> T {
    do { return try session.inCaseload(work) } catch { throw .left(error) }
  }

  private static func inLog<T>(_ work: () throws(LogRefusal) -> T) throws(Stop) -> T {
    do { return try work() } catch { throw .refused(.log(error)) }
  }
}
