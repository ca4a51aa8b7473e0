import Forms
import Journal
import Library

/// What a sitting knows of the offers it made, so that none is made twice. In memory only, and gone with the lock.
struct WorryMemory: Equatable {
  private var isDeclined = false
  private var offered: [ULID: WorryWords.Strength] = [:]

  /// Once for an entry, and once more if a goodbye or a plan comes after; after a no only those count. In a plan people
  /// write down their own warning signs, so that heavy words are part of it.
  func mayOffer(_ strength: WorryWords.Strength, for entry: ULID, kind: Form.Kind) -> Bool {
    if strength == .worry, isDeclined || kind == .plan { return false }
    guard let earlier = offered[entry] else { return true }
    return strength > earlier
  }

  mutating func note(_ strength: WorryWords.Strength, for entry: ULID) { offered[entry] = strength }
  mutating func decline() { isDeclined = true }
}
