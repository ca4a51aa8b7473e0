import Crypto
import JSON
import Journal

/// All recipients that were ever added, the oldest first. A name has one current key at most; earlier ones stay as former.
package struct RecipientList: Equatable, Sendable {
  package private(set) var all: [Recipient] = []

  package init() {}

  package var current: [Recipient] { all.filter { $0.status == .current } }

  /// How a card stands to what is here.
  package enum Standing: Equatable, Sendable {
    case new
    /// The same keys under the same name.
    case same(Recipient)
    /// The same keys, under another name.
    case otherName(Recipient)
    /// The name is here with other keys, now or earlier: the person must say that this is right.
    case otherKeys(Recipient)
  }

  package func standing(of keys: PublicKeys, name: String) -> Standing {
    if let here = current(named: name) { return here.keys == keys ? .same(here) : .otherKeys(here) }
    if let here = current.first(where: { $0.keys == keys }) { return .otherName(here) }
    let former = all.last { $0.status == .former && Self.fold($0.name) == Self.fold(name) }
    if let former, former.keys != keys { return .otherKeys(former) }
    return .new
  }

  /// Names are told apart without capitals.
  package func current(named name: String) -> Recipient? { current.first { Self.fold($0.name) == Self.fold(name) } }

  /// Adds, in place of whoever has that name or those keys now: they stay as former. The same one again is only compared.
  package mutating func add(_ recipient: Recipient) {
    if case .same(let here) = standing(of: recipient.keys, name: recipient.name),
      let index = all.firstIndex(of: here)
    {
      all[index].isCompared = here.isCompared || recipient.isCompared
      return
    }
    for index in all.indices
    where Self.fold(all[index].name) == Self.fold(recipient.name) || all[index].keys == recipient.keys {
      all[index].status = .former
    }
    all.append(recipient)
  }

  /// Nothing is sealed for it any more; it stays as former. False when there is no current one of that name.
  package mutating func remove(named name: String) -> Bool {
    let found = all.indices.filter { all[$0].status == .current && Self.fold(all[$0].name) == Self.fold(name) }
    for index in found { all[index].status = .former }
    return !found.isEmpty
  }

  private static func fold(_ name: String) -> String { name.lowercased() }
}

extension RecipientList {
  private static let version = 1
  private static let limits = JSONLimits(bytes: 1 << 20)

  /// As it is kept in the journal.
  package var bytes: [UInt8] {
    let json: JSON = ["version": .number(Double(Self.version)), "recipients": .array(all.map(\.json))]
    return (try? json.canonical()) ?? []
  }

  /// Nil when it is not what `bytes` gave.
  package init?(bytes: [UInt8]) {
    guard let json = try? JSON(reading: bytes, limits: Self.limits), json["version"]?.integer == Self.version,
      let items = json["recipients"]?.array
    else { return nil }
    let all = items.compactMap { Recipient($0) }
    guard all.count == items.count else { return nil }
    self.all = all
  }
}
