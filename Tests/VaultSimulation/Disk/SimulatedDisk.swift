import Glibc
import Vault

/// A folder on a disk that forgets what was not synced: it can crash at any event, or fail any call.
package final class SimulatedDisk: FileSystem, @unchecked Sendable {
  // Sendable by hand: the vault uses its files from one thread at a time.

  /// What a file looks like now, what of it is safe, and what is on its way.
  final class Inode {
    let number: UInt64
    /// Its first name.
    let madeAs: String
    var current: [UInt8] = []
    var durable: [UInt8] = []
    var pending: [Change] = []
    /// What was on its way when a sync failed: no later sync brings it to the disk.
    var lost: [Change] = []

    init(number: UInt64, madeAs: String) {
      self.number = number
      self.madeAs = madeAs
    }
  }

  enum Change {
    case write(at: Int, [UInt8])
    case truncate(Int)
  }

  enum NameChange {
    case set(String, Inode)
    case remove(String)
  }

  package struct State {
    var names: [String: Inode] = [:]
    var durableNames: [String: Inode] = [:]
    var pendingNames: [NameChange] = []
    var nextInode: UInt64 = 1
    /// Every call so far, in order.
    package var calls: [DiskCall] = []
    package var events = 0
    package var crashAt: Int?
    package var fault: Fault?
    /// The call that failed first.
    package var faulted: DiskCall?
    var hasCrashed = false
    var isLocked = false
    package var hasLinks = true
    package var isReadOnly = false
    var watch = Watch()
  }

  package let state = Guarded()

  /// Hands out the state for a change.
  package final class Guarded {
    private var value = State()

    package func withLock<Result, Failure: Error>(
      _ body: (inout State) throws(Failure) -> Result
    ) throws(Failure) -> Result { try body(&value) }
  }

  package init(crashAt: Int? = nil, fault: Fault? = nil) {
    state.withLock {
      $0.crashAt = crashAt
      $0.fault = fault
    }
  }

  package var events: Int { state.withLock { $0.events } }
  package var calls: [DiskCall] { state.withLock { $0.calls } }
  package var hasCrashed: Bool { state.withLock { $0.hasCrashed } }
  /// What was written against the rules that hold for every write.
  package var violations: [String] { state.withLock { $0.watch.violations } }

  /// Runs one call: fails it when it is its turn, and after a crash fails everything. `issue` is done even when the crash
  /// comes: it is then on its way, and may or may not arrive.
  func perform<Result>(
    _ call: DiskCall, _ issue: (inout State) throws(FileError) -> Result
  ) throws(FileError) -> Result {
    let outcome: Swift.Result<Result, FileError> = state.withLock { state in
      guard !state.hasCrashed else { return .failure(FileError(code: EIO)) }
      state.calls.append(call)
      if call.isEvent { state.events += 1 }
      if let fault = state.fault, fault.hits(call, number: state.calls.count) {
        if state.faulted == nil { state.faulted = call }
        return .failure(FileError(code: fault.code))
      }
      let crashes = call.isEvent && state.crashAt == state.events
      let result = Swift.Result { () throws(FileError) in try issue(&state) }
      guard crashes else { return result }
      state.hasCrashed = true
      return .failure(FileError(code: EIO))
    }
    return try outcome.get()
  }

  package func makeFolder() {}

  package func open(_ name: String, _ access: FileAccess) throws(FileError) -> any File {
    let isCreation = if case .create = access { true } else { false }
    let inode = try perform(isCreation ? .create : .open) { (state) throws(FileError) in
      if state.isReadOnly, access != .read { throw FileError(code: EROFS) }
      guard isCreation else {
        guard let inode = state.names[name] else { throw FileError(code: ENOENT) }
        return inode
      }
      guard state.names[name] == nil else { throw FileError(code: EEXIST) }
      let inode = Inode(number: state.nextInode, madeAs: name)
      state.nextInode += 1
      state.names[name] = inode
      state.pendingNames.append(.set(name, inode))
      return inode
    }
    return SimulatedFile(disk: self, inode: inode)
  }

  package func status(of name: String) throws(FileError) -> FileStatus? {
    try perform(.status) { (state) throws(FileError) in
      state.names[name].map { FileStatus(size: UInt64($0.current.count), inode: $0.number, modified: 0) }
    }
  }

  package func names() throws(FileError) -> [String] {
    try perform(.names) { (state) throws(FileError) in state.names.keys.sorted() }
  }

  package func rename(_ name: String, to newName: String) throws(FileError) {
    try perform(.rename) { (state) throws(FileError) in
      guard let inode = state.names.removeValue(forKey: name) else { throw FileError(code: ENOENT) }
      state.names[newName] = inode
      state.watch.noteRename(to: newName, in: state.names)
      // One change that arrives as a whole: `merged` puts the two together.
      state.pendingNames += [.set(newName, inode), .remove(name)]
    }
  }

  package func link(_ name: String, to newName: String) throws(FileError) {
    try perform(.link) { (state) throws(FileError) in
      guard state.hasLinks else { throw FileError(code: EPERM) }
      guard let inode = state.names[name] else { throw FileError(code: ENOENT) }
      guard state.names[newName] == nil else { throw FileError(code: EEXIST) }
      state.names[newName] = inode
      state.pendingNames.append(.set(newName, inode))
    }
  }

  package func remove(_ name: String) throws(FileError) {
    try perform(.remove) { (state) throws(FileError) in
      guard state.names.removeValue(forKey: name) != nil else { throw FileError(code: ENOENT) }
      state.pendingNames.append(.remove(name))
    }
  }

  package func sync() throws(FileError) {
    try perform(.folderSync) { (state) throws(FileError) in
      guard state.crashAt != state.events else { return }
      state.durableNames = state.names
      state.pendingNames = []
    }
  }

  package func lock(_ name: String) -> LockOutcome {
    let (isLocked, isReadOnly) = state.withLock { state in
      defer { state.isLocked = true }
      return (state.isLocked, state.isReadOnly)
    }
    if isReadOnly { return .readOnly }
    return isLocked ? .heldElsewhere(processID: 42) : .held(SimulatedLock(disk: self))
  }
}

extension Fault {
  func hits(_ call: DiskCall, number: Int) -> Bool {
    if number == self.call { return true }
    guard persists, number > self.call else { return false }
    // A full disk refuses what needs room; a broken one refuses everything.
    return code == ENOSPC ? [.create, .write, .link].contains(call) : true
  }
}

private final class SimulatedLock: FolderLock {
  private let disk: SimulatedDisk

  init(disk: SimulatedDisk) { self.disk = disk }

  deinit { disk.state.withLock { $0.isLocked = false } }
}
