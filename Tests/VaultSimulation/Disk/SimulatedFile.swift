import Glibc
import Vault

/// An open file of a simulated disk.
final class SimulatedFile: File, @unchecked Sendable {
  // Sendable by hand: the inode is only touched inside the disk's lock.
  private let disk: SimulatedDisk
  private let inode: SimulatedDisk.Inode
  private var hasFailedSync = false

  init(disk: SimulatedDisk, inode: SimulatedDisk.Inode) {
    self.disk = disk
    self.inode = inode
  }

  func status() throws(FileError) -> FileStatus {
    try disk.perform(.status) { (_) throws(FileError) in
      FileStatus(size: UInt64(inode.current.count), inode: inode.number, modified: 0)
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64) throws(FileError) -> Int {
    try disk.perform(.read) { (_) throws(FileError) in
      guard offset < inode.current.count else { return 0 }
      let count = min(inode.current.count - Int(offset), buffer.count)
      inode.current.withUnsafeBytes {
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[Int(offset)..<Int(offset) + count]))
      }
      return count
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: UInt64) throws(FileError) {
    let whole = [UInt8](bytes)
    do {
      try disk.perform(.write) { (state) throws(FileError) in
        state.watch.noteWrite(whole, at: Int(offset), in: inode, afterFailedSync: hasFailedSync)
        issue(.write(at: Int(offset), whole))
      }
    } catch {
      disk.state.withLock { state in
        guard let fault = state.fault, fault.isShort, !state.hasCrashed,
          fault.hits(.write, number: state.calls.count)
        else { return }
        issue(.write(at: Int(offset), Array(whole.prefix(whole.count / 2))))
      }
      throw error
    }
  }

  func truncate(to size: UInt64) throws(FileError) {
    try disk.perform(.truncate) { (_) throws(FileError) in issue(.truncate(Int(size))) }
  }

  func sync() throws(FileError) {
    do {
      try disk.perform(.sync) { (state) throws(FileError) in
        guard state.crashAt != state.events else { return }
        for change in inode.pending where !inode.lost.isEmpty { change.apply(to: &inode.durable) }
        if inode.lost.isEmpty { inode.durable = inode.current }
        inode.pending = []
      }
    } catch {
      guard !disk.hasCrashed else { throw error }
      // As Linux does it: what was on its way counts as written, and the next sync will not try again.
      hasFailedSync = true
      inode.lost += inode.pending
      inode.pending = []
      throw error
    }
  }

  private func issue(_ change: SimulatedDisk.Change) {
    change.apply(to: &inode.current)
    inode.pending.append(change)
  }
}

extension SimulatedDisk.Change {
  func apply(to bytes: inout [UInt8]) {
    switch self {
    case .write(let offset, let new):
      let end = offset + new.count
      if end > bytes.count { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
      bytes.withUnsafeMutableBytes { bytes in
        new.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: bytes[offset..<end]).copyMemory(from: $0) }
      }
    case .truncate(let size):
      if size < bytes.count { bytes.removeLast(bytes.count - size) }
      if size > bytes.count { bytes += [UInt8](repeating: 0, count: size - bytes.count) }
    }
  }
}
