import Crypto
import Vault

/// A small vault with all that can be done to its bytes, and its relatives to take records from.
package struct DamagedVaults: Sendable {
  package let bytes: [UInt8]
  let records: [Range<Int>]
  /// The state when only the first so many records are there.
  let states: [[String]]
  let fork: [[UInt8]]
  let forkStates: [[String]]
  let strangers: [[UInt8]]
  let splices: [[[UInt8]]]

  package init() throws {
    let disk = SimulatedDisk()
    let folder = VaultFolder(files: disk, context: .simulated(seed: 31))
    let (vault, _) = try OpenVault.create(in: folder, passphrase: secret("first"), kdf: quickKDF, recovery: true)
    try vault.write("zero")
    let earlier = disk.content("vault") ?? []
    try vault.compact()
    let base = disk.content("vault") ?? []
    try vault.add("one")
    try vault.add("two")
    vault.close()
    bytes = disk.content("vault") ?? []
    records = SealedFile(bytes)?.records ?? []
    states = [[], ["zero"], ["zero", "one"], ["zero", "one", "two"], ["zero", "one", "two"]]

    let forked = SimulatedDisk(vault: base)
    let other = try VaultFolder(files: forked, context: .simulated(seed: 32)).opened()
    try other.add("left")
    try other.add("right")
    try other.add("further")
    other.close()
    fork = Self.pieces(forked.content("vault") ?? [])
    let all = ["zero", "left", "right", "further"]
    forkStates = (0...4).map { Array(all[..<$0]) } + [all]
    let foreign = try Story.prepared(["zero", "one"], seed: 33).content("vault") ?? []
    strangers = Array(fork[1...]) + Self.pieces(earlier) + Self.pieces(foreign)
    splices = Self.splices(of: Self.pieces(bytes), strangers: strangers)
  }

  package func count(_ kind: Damage.Kind) -> Int {
    switch kind {
    case .flip: bytes.count * 8
    case .mendedFlip, .forgedFlip: 4096 * 8
    case .cut: bytes.count
    case .splice: splices.count
    case .crafted: Crafted.all.count
    }
  }

  private static func pieces(_ bytes: [UInt8]) -> [[UInt8]] {
    (SealedFile(bytes)?.records ?? []).map { Array(bytes[$0]) }
  }

  private static func splices(of own: [[UInt8]], strangers: [[UInt8]]) -> [[[UInt8]]] {
    var all: [[[UInt8]]] = []
    for index in own.indices {
      var shorter = own
      shorter.remove(at: index)
      all.append(shorter)
      for place in 0...own.count {
        var doubled = own
        doubled.insert(own[index], at: place)
        all.append(doubled)
      }
      for other in own.indices where other > index {
        var exchanged = own
        exchanged.swapAt(index, other)
        all.append(exchanged)
      }
      for stranger in strangers {
        var replaced = own
        replaced[index] = stranger
        all.append(replaced)
        all.append(Array(own[...index]) + [stranger])
        all.append(Array(own[...index]) + strangers)
        all.append(own[..<index] + [stranger] + own[index...])
      }
    }
    return all
  }

  /// The bytes that a damage leaves, and what opening them must lead to.
  func damaged(_ damage: Damage) -> (bytes: [UInt8], expected: Expected) {
    var changed = bytes
    switch damage.kind {
    case .flip:
      changed[damage.number / 8] ^= 1 << UInt8(damage.number % 8)
      return (changed, expected(at: damage.number / 8))
    case .mendedFlip:
      changed[damage.number / 8] ^= 1 << UInt8(damage.number % 8)
      return (changed, .opens(states[states.count - 1], torn: 0))
    case .forgedFlip:
      changed[damage.number / 8] ^= 1 << UInt8(damage.number % 8)
      let check = (try? BLAKE2b.hash(Array(changed[..<4032]))) ?? []
      if damage.number / 8 < 4032 { changed.replaceSubrange(4032..<4064, with: check) }
      return (changed, .refused(.any))
    case .cut:
      return (Array(bytes[..<damage.number]), expected(cutTo: damage.number))
    case .splice:
      let pieces = splices[damage.number]
      return (bytes[..<4096] + Array(pieces.joined()), expected(pieces))
    case .crafted:
      let crafted = Crafted.all[damage.number]
      let key = (try? secret("first")).map { Credential.passphrase($0) }
      let more = key.flatMap { SealedFile(bytes)?.appending(type: crafted.type, plain: crafted.plain, key: $0) }
      return (
        more ?? [],
        crafted.isAllowed
          ? .opens(states[states.count - 1], torn: 0)
          : .refused(.damaged(record: records.count, offset: bytes.count))
      )
    }
  }

  private func expected(at offset: Int) -> Expected {
    if offset < 8 { return .refused(.notAVault) }
    if offset < 4096 { return .refused(.headerDamaged) }
    let record = records.firstIndex { $0.contains(offset) } ?? 0
    guard record == records.count - 1 else {
      return .refused(.damaged(record: record, offset: records[record].lowerBound))
    }
    return .opens(states[record], torn: records[record].count)
  }

  private func expected(cutTo length: Int) -> Expected {
    if length < 8 { return .refused(.notAVault) }
    if length < 4096 { return .refused(.headerDamaged) }
    let whole = records.count { $0.upperBound <= length }
    guard whole > 0 else { return .refused(.damaged(record: 0, offset: 4096)) }
    return .opens(states[whole], torn: length - records[whole - 1].upperBound)
  }

  /// As far as the records are this vault's own or the fork's, in order, they count; one that does not fit is a cut-off
  /// save at the very end only.
  private func expected(_ pieces: [[UInt8]]) -> Expected {
    let own = records.map { Array(bytes[$0]) }
    func common(_ other: [[UInt8]]) -> Int { zip(pieces, other).prefix { $0 == $1 }.count }
    let (mine, theirs) = (common(own), common(fork))
    let fitting = max(mine, theirs)
    let end = 4096 + pieces[..<fitting].joined().count
    let left = pieces.count - fitting
    if fitting == 0 || left > 1 { return .refused(.damaged(record: fitting, offset: end)) }
    return .opens(mine >= theirs ? states[mine] : forkStates[theirs], torn: left == 1 ? pieces[fitting].count : 0)
  }
}
