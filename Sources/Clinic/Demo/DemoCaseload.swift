import Conversation
import Exchange
import Journal
import Vault

/// Fills a new caseload with what made-up participants send, each from a journal of their own, taken in as anyone's.
struct DemoCaseload {
  struct Made {
    var people: Int
    var taken: Int
    /// Files that are left to take in, for practice.
    var left: Int
    var folder: String
  }

  let session: Session
  let seed: UInt64
  var people = DemoParticipant.all

  static let programme = "Harbour House (made up)"

  /// Of these the newest file is left to take in.
  private static let practice = [1, 7]

  func write() throws(Departure) -> Made {
    guard let record = DemoProgramme.record(Self.programme) else { throw .failed(.unexpected) }
    try ProgrammeShelf(session: session).keep(record)
    let keys = try KeyDesk(session: session).keys()
    let sender = DemoSender(session: session, programme: try KeyDesk(session: session).card())
    let taking = FileTaking(session: session, wishes: .init(), keys: keys, passphrases: [])
    let folder = session.world.environment.home + "/files"
    let progress = ImportProgress("Making people", console: session.console, count: people.count)
    let now = session.world.clock.now()
    var made = Made(people: 0, taken: 0, left: 0, folder: folder)
    for (place, one) in people.enumerated() {
      try progress.show(place)
      let sent = try sender.make(one, number: place + 1, seed: seed &* 100 &+ UInt64(place))
      let since = now.milliseconds - Int64(one.weeks) * 7 * 86_400_000
      let key = PersonKey(
        signing: sent.card.keys.signing.point, recipient: sent.card.keys.sealing.text, at: since, isCompared: true)
      try session.inCaseload { (store) throws(VaultError) in
        _ = try store.enroll(one.name, key: key, Doing(by: "demo", at: since))
      }
      made.people += 1
      for file in sent.files {
        let path = "\(folder)/\(file.name)"
        try PlainFile.replace(path, with: file.bytes, what: "a file of the demo")
        if Self.practice.contains(place + 1), file == sent.files.last {
          made.left += 1
          continue
        }
        guard case .taken = try taking.take(.init(shown: file.name, path: path, followsLink: false)) else {
          throw .failed(.unexpected)
        }
        made.taken += 1
      }
    }
    return made
  }
}
