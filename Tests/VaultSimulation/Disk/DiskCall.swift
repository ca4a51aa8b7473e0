/// The calls that a simulated disk knows. The first eight are events: what they change may be lost in a crash.
package enum DiskCall: String, CaseIterable, Sendable {
  case create, write, truncate, sync, rename, link, remove
  case folderSync = "folder sync"
  case open, read, status, names

  var isEvent: Bool {
    switch self {
    case .open, .read, .status, .names: false
    default: true
    }
  }

  /// Whether a full disk can refuse it.
  var needsRoom: Bool { [.create, .write, .truncate, .link, .rename, .sync, .folderSync].contains(self) }
}

/// A call (counted from 1) that fails.
package struct Fault: Hashable, Sendable {
  package var call: Int
  package var code: Int32
  /// Half of a write is done before it fails.
  package var isShort = false
  /// Every later call that this error fits fails too.
  package var persists = false

  package init(call: Int, code: Int32, isShort: Bool = false, persists: Bool = false) {
    self.call = call
    self.code = code
    self.isShort = isShort
    self.persists = persists
  }
}
