/// Rules that hold for every write of every session, whatever becomes of it: bytes that were synced are not written over,
/// no nonce seals two things, nothing is written into a file after its sync failed, and the copy of the header does not
/// run ahead of its vault.
struct Watch {
  private(set) var violations: [String] = []
  private var sealed: [[UInt8]: [UInt8]] = [:]

  mutating func noteWrite(_ bytes: [UInt8], at offset: Int, in inode: SimulatedDisk.Inode, afterFailedSync: Bool) {
    if afterFailedSync { violations.append("a file was written to after its sync had failed") }
    // Destroying a vault is the one case that writes over what is there, with zeros.
    if offset < inode.durable.count, bytes.contains(where: { $0 != 0 }) {
      violations.append("bytes that were synced were written over at \(offset)")
    }
    // What is set aside of a cut-off save is a copy, as torn as the crash left it.
    if inode.madeAs.hasPrefix("vault.torn-") { return }
    if bytes.starts(with: Array("HRC1".utf8)), bytes.count >= 56 {
      note(nonce: Array(bytes[16..<40]), of: Array(bytes.suffix(16)))
    } else if bytes.starts(with: Array("HANDRAIL".utf8)), bytes.count >= 256 {
      note(nonce: Array(bytes[80..<104]), of: Array(bytes[104..<152]))
      note(nonce: Array(bytes[184..<208]), of: Array(bytes[208..<256]))
    }
  }

  private mutating func note(nonce: [UInt8], of tag: [UInt8]) {
    guard nonce.contains(where: { $0 != 0 }) || tag.contains(where: { $0 != 0 }) else { return }
    if let earlier = sealed[nonce], earlier != tag { violations.append("a nonce was used twice") }
    sealed[nonce] = tag
  }

  mutating func noteRename(to name: String, in names: [String: SimulatedDisk.Inode]) {
    guard name == "vault.header", let copy = names[name]?.current, let vault = names["vault"]?.current,
      copy.count >= 48, vault.count >= 48
    else { return }
    if copy[32..<48] != vault[32..<48] { violations.append("the copy of the header belongs to another file") }
  }
}
