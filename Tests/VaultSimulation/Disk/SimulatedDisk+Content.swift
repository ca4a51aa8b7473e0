/// Looking at a disk and changing it from outside, past the session that uses it.
extension SimulatedDisk {
  /// A disk with one file named `vault`.
  package convenience init(vault bytes: [UInt8]) {
    self.init()
    put(bytes, "vault")
  }

  /// The names and bytes of all files. Not a call of the session: it never fails and is not counted.
  package var files: [String: [UInt8]] { state.withLock { $0.names.mapValues(\.current) } }

  /// The bytes of a file; nil when there is none.
  package func content(_ name: String) -> [UInt8]? { state.withLock { $0.names[name]?.current } }

  /// Puts a file that is on the disk at once, as another program would.
  package func put(_ bytes: [UInt8], _ name: String) {
    state.withLock { state in
      let inode = Inode(number: state.nextInode, madeAs: name)
      state.nextInode += 1
      inode.current = bytes
      inode.durable = bytes
      state.names[name] = inode
      state.durableNames[name] = inode
    }
  }

  /// Changes the bytes of a file where it stands, as another program would.
  package func change(_ name: String, _ body: (inout [UInt8]) -> Void) {
    state.withLock { state in
      guard let inode = state.names[name] else { return }
      body(&inode.current)
      inode.durable = inode.current
      inode.pending = []
    }
  }

  /// Gives a file a second name that is on the disk at once.
  func name(_ name: String, also other: String) {
    state.withLock { state in
      state.names[other] = state.names[name]
      state.durableNames[other] = state.names[name]
    }
  }

  /// Takes a name away, as another program would.
  package func take(_ name: String) {
    state.withLock { state in
      state.names[name] = nil
      state.durableNames[name] = nil
    }
  }

  /// Lets all calls work again.
  package func mend() { state.withLock { $0.fault = nil } }
}

/// A disk at rest, as a value that several threads can start from.
struct DiskAtRest: Sendable {
  /// Files with more than one name are there once.
  private let files: [(names: [String], bytes: [UInt8])]
  private let watch: Watch

  init(_ disk: SimulatedDisk) {
    (files, watch) = disk.state.withLock { state in
      let names = Dictionary(grouping: state.names.keys) { state.names[$0]?.number ?? 0 }
      let files = names.sorted { $0.key < $1.key }.map { number, names in
        (names.sorted(), names.first.flatMap { state.names[$0]?.current } ?? [])
      }
      return (files, state.watch)
    }
  }

  func disk(crashAt: Int? = nil, fault: Fault? = nil) -> SimulatedDisk {
    let disk = SimulatedDisk(crashAt: crashAt, fault: fault)
    for (names, bytes) in files {
      disk.put(bytes, names[0])
      for name in names.dropFirst() { disk.name(names[0], also: name) }
    }
    disk.state.withLock { $0.watch = watch }
    return disk
  }
}
