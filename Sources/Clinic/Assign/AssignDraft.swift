import Conversation
import Exchange
import JSON
import Journal
import Vault

/// What is being put together for one person: kept after each answer, until the file is written or it is set aside.
struct AssignDraft {
  let session: Session
  let person: Int64
  private(set) var items: [Assignment.Item] = []

  init(session: Session, person: Int64) {
    self.session = session
    self.person = person
  }

  var key: String { "assign-\(person)" }

  /// What was begun before, if anything.
  mutating func takeUp() throws(Departure) {
    let key = key
    let bytes = try session.inCaseload { (store) throws(VaultError) in try store.memory(key) }
    let json = bytes.flatMap { try? JSON(reading: $0, limits: JSONLimits(bytes: 16 << 20, string: 256 << 10)) }
    items = (json?.array ?? []).compactMap { Assignment.Item($0) }
  }

  mutating func add(_ work: Assignment.Work) throws(Departure) {
    items.append(Assignment.Item(id: session.world.newID(), work))
    try keep()
  }

  /// The last one, as it is now.
  mutating func change(_ work: Assignment.Work) throws(Departure) {
    guard let last = items.last else { return }
    items[items.count - 1] = Assignment.Item(id: last.id, work)
    try keep()
  }

  mutating func remove(at place: Int) throws(Departure) {
    items.remove(at: place)
    try keep()
  }

  mutating func clear() throws(Departure) {
    items = []
    let key = key
    try session.inCaseload { (store) throws(VaultError) in try store.forget(key) }
  }

  private func keep() throws(Departure) {
    guard let bytes = try? JSON.array(items.map(\.json)).canonical() else { throw .failed(.unexpected) }
    let key = key
    try session.inCaseload { (store) throws(VaultError) in try store.remember(key, bytes) }
  }
}
