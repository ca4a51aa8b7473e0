import Glibc

@testable import Vault

/// A folder on a disk that forgets what was not synced: it can crash at any event, or fail any call.
///
/// Events are writes, syncs, truncations, renames, links, removals and folder syncs, counted from 1.
final class SimulatedDisk: FileSystem, @unchecked Sendable {
  // Sendable by hand: the vault uses its files from one thread at a time.

  /// What a file looks like now, what of it is safe, and what is on its way.
  final class Inode {
    let number: UInt64
    var current: [UInt8] = []
    var durable: [UInt8] = []
    var pending: [Change] = []

    init(number: UInt64) { self.number = number }
  }

  enum Change {
    case write(at: Int, [UInt8])
    case truncate(Int)
  }

  enum NameChange {
    case set(String, Inode)
    case remove(String)
  }

  struct State {
    var names: [String: Inode] = [:]
    var durableNames: [String: Inode] = [:]
    var pendingNames: [NameChange] = []
    var nextInode: UInt64 = 1
    var events = 0
    var calls = 0
    /// Which calls were events.
    var eventCalls: Set<Int> = []
    var crashAt: Int?
    var fault: Fault?
    var hasCrashed = false
    var isLocked = false
    var hasLinks = true
    var isReadOnly = false
  }

  /// A call (counted from 1, reads included) that fails.
  struct Fault {
    var call: Int
    var code: Int32
    /// Half of a write is done before it fails.
    var isShort = false
  }

  let state = Guarded()

  /// Hands out the state for a change.
  final class Guarded {
    private var value = State()

    func withLock<Result, Failure: Error>(
      _ body: (inout State) throws(Failure) -> Result
    ) throws(Failure) -> Result { try body(&value) }
  }

  init(crashAt: Int? = nil, fault: Fault? = nil) {
    state.withLock {
      $0.crashAt = crashAt
      $0.fault = fault
    }
  }

  var events: Int { state.withLock { $0.events } }
  var calls: Int { state.withLock { $0.calls } }
  var hasCrashed: Bool { state.withLock { $0.hasCrashed } }

  /// Runs one call: fails it when it is its turn, counts it as an event if `isEvent`, and after a crash fails everything.
  /// `issue` is done even when the crash comes: it is then on its way, and may or may not arrive.
  func perform<Result>(
    isEvent: Bool, _ issue: (inout State) throws(FileError) -> Result
  ) throws(FileError) -> Result {
    let outcome: Swift.Result<Result, FileError> = state.withLock { state in
      guard !state.hasCrashed else { return .failure(FileError(code: EIO)) }
      state.calls += 1
      if isEvent {
        state.events += 1
        state.eventCalls.insert(state.calls)
      }
      if let fault = state.fault, fault.call == state.calls { return .failure(FileError(code: fault.code)) }
      let crashes = isEvent && state.crashAt == state.events
      let result = Swift.Result { () throws(FileError) in try issue(&state) }
      guard crashes else { return result }
      state.hasCrashed = true
      return .failure(FileError(code: EIO))
    }
    return try outcome.get()
  }

  func makeFolder() {}

  func open(_ name: String, _ access: FileAccess) throws(FileError) -> any File {
    let isCreation = if case .create = access { true } else { false }
    let inode = try perform(isEvent: isCreation) { (state) throws(FileError) in
      if state.isReadOnly, access != .read { throw FileError(code: EROFS) }
      guard isCreation else {
        guard let inode = state.names[name] else { throw FileError(code: ENOENT) }
        return inode
      }
      guard state.names[name] == nil else { throw FileError(code: EEXIST) }
      let inode = Inode(number: state.nextInode)
      state.nextInode += 1
      state.names[name] = inode
      state.pendingNames.append(.set(name, inode))
      return inode
    }
    return SimulatedFile(disk: self, inode: inode)
  }

  func status(of name: String) throws(FileError) -> FileStatus? {
    try perform(isEvent: false) { (state) throws(FileError) in
      state.names[name].map { FileStatus(size: UInt64($0.current.count), inode: $0.number, modified: 0) }
    }
  }

  func names() throws(FileError) -> [String] {
    try perform(isEvent: false) { (state) throws(FileError) in state.names.keys.sorted() }
  }

  func rename(_ name: String, to newName: String) throws(FileError) {
    try perform(isEvent: true) { (state) throws(FileError) in
      guard let inode = state.names.removeValue(forKey: name) else { throw FileError(code: ENOENT) }
      state.names[newName] = inode
      // One change that arrives as a whole: `merged` puts the two together.
      state.pendingNames += [.set(newName, inode), .remove(name)]
    }
  }

  func link(_ name: String, to newName: String) throws(FileError) {
    try perform(isEvent: true) { (state) throws(FileError) in
      guard state.hasLinks else { throw FileError(code: EPERM) }
      guard let inode = state.names[name] else { throw FileError(code: ENOENT) }
      guard state.names[newName] == nil else { throw FileError(code: EEXIST) }
      state.names[newName] = inode
      state.pendingNames.append(.set(newName, inode))
    }
  }

  func remove(_ name: String) throws(FileError) {
    try perform(isEvent: true) { (state) throws(FileError) in
      guard state.names.removeValue(forKey: name) != nil else { throw FileError(code: ENOENT) }
      state.pendingNames.append(.remove(name))
    }
  }

  func sync() throws(FileError) {
    try perform(isEvent: true) { (state) throws(FileError) in
      guard state.crashAt != state.events else { return }
      state.durableNames = state.names
      state.pendingNames = []
    }
  }

  func lock(_ name: String) -> LockOutcome {
    let (isLocked, isReadOnly) = state.withLock { state in
      defer { state.isLocked = true }
      return (state.isLocked, state.isReadOnly)
    }
    if isReadOnly { return .readOnly }
    return isLocked ? .heldElsewhere(processID: 42) : .held(SimulatedLock(disk: self))
  }
}

private final class SimulatedLock: FolderLock {
  private let disk: SimulatedDisk

  init(disk: SimulatedDisk) { self.disk = disk }

  deinit { disk.state.withLock { $0.isLocked = false } }
}
