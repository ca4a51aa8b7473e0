/// What a crash leaves of everything that was on its way and not synced.
package enum CrashOutcome: String, CaseIterable, Sendable {
  case nothing
  case everything
  /// Each sector of 512 bytes arrives or not.
  case torn512
  case torn4096
  /// Sectors that did not arrive hold rubbish.
  case garbage
  /// Whole changes arrive or not, whatever their order was; so do changes of names.
  case reordered
}

extension SimulatedDisk {
  /// The disk after the machine has started again.
  package func afterCrash(_ outcome: CrashOutcome, seed: UInt64) -> SimulatedDisk {
    var random = SplitMix(state: seed)
    let restarted = SimulatedDisk()
    let (names, watch) = state.withLock { (Self.names(of: $0, outcome, &random), $0.watch) }
    // What was written before the crash counts against the rules after it too.
    restarted.state.withLock { $0.watch = watch }
    var moved: [UInt64: Inode] = [:]
    for (name, inode) in names.sorted(by: { $0.key < $1.key }) {
      let copy = moved[inode.number] ?? Inode(number: inode.number, madeAs: inode.madeAs)
      if moved[inode.number] == nil {
        copy.current = Self.content(of: inode, outcome, &random)
        copy.durable = copy.current
        moved[inode.number] = copy
      }
      restarted.state.withLock {
        $0.names[name] = copy
        $0.durableNames[name] = copy
        $0.nextInode = max($0.nextInode, inode.number + 1)
      }
    }
    return restarted
  }

  /// The same disk with nothing on its way, and no session on it: a start for another simulation.
  package func copy(crashAt: Int? = nil, fault: Fault? = nil) -> SimulatedDisk {
    let copy = afterCrash(.everything, seed: 0)
    copy.state.withLock {
      $0.crashAt = crashAt
      $0.fault = fault
    }
    return copy
  }

  private static func names(
    of state: State, _ outcome: CrashOutcome, _ random: inout SplitMix
  ) -> [String: Inode] {
    var names = state.durableNames
    var changes = merged(state.pendingNames)
    switch outcome {
    case .nothing: changes = []
    case .everything: break
    case .torn512, .torn4096, .garbage:
      changes = Array(changes.prefix(Int.random(in: 0...changes.count, using: &random)))
    case .reordered: changes = changes.filter { _ in Bool.random(using: &random) }
    }
    for change in changes.joined() {
      switch change {
      case .set(let name, let inode): names[name] = inode
      case .remove(let name): names[name] = nil
      }
    }
    return names
  }

  /// The changes of names, with the two halves of a rename together.
  private static func merged(_ changes: [NameChange]) -> [[NameChange]] {
    var merged: [[NameChange]] = []
    for change in changes {
      if case .remove = change, case .set? = merged.last?.last, merged.last?.count == 1 {
        merged[merged.count - 1].append(change)
      } else {
        merged.append([change])
      }
    }
    return merged
  }

  private static func content(of inode: Inode, _ outcome: CrashOutcome, _ random: inout SplitMix) -> [UInt8] {
    var bytes = inode.durable
    for change in inode.lost + inode.pending {
      switch (outcome, change) {
      case (.nothing, _): continue
      case (.everything, _): change.apply(to: &bytes)
      case (.reordered, _), (_, .truncate):
        if Bool.random(using: &random) { change.apply(to: &bytes) }
      case (.torn512, .write(let offset, let new)): tear(new, offset, 512, false, into: &bytes, &random)
      case (.torn4096, .write(let offset, let new)): tear(new, offset, 4096, false, into: &bytes, &random)
      case (.garbage, .write(let offset, let new)): tear(new, offset, 512, true, into: &bytes, &random)
      }
    }
    return bytes
  }

  private static func tear(
    _ new: [UInt8], _ offset: Int, _ sector: Int, _ leavesRubbish: Bool, into bytes: inout [UInt8],
    _ random: inout SplitMix
  ) {
    for start in stride(from: 0, to: new.count, by: sector) {
      var piece = Array(new[start..<min(start + sector, new.count)])
      if Bool.random(using: &random) {
        guard leavesRubbish else { continue }
        piece = [UInt8](repeating: UInt8.random(in: 1...255, using: &random), count: piece.count)
      }
      Change.write(at: offset + start, piece).apply(to: &bytes)
    }
  }
}
