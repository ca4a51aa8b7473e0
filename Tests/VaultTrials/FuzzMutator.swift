/// Makes inputs out of others, repeatably: for a short trial without a fuzzing engine.
package struct FuzzMutator {
  private var random: TrialRandom
  private let corpus: [[UInt8]]
  private static let words: [[UInt8]] = [
    Array("HANDRAIL".utf8), Array("HRC1".utf8), Array("SQLite format 3\0".utf8), [0, 0, 0, 0], [255, 255, 255, 255],
    [0, 0, 16, 0], [1, 0, 16, 0], [127], [128], [0, 16], [2, 0, 0, 0, 0, 0, 0, 0], Array("{\"a\":[1e9]}".utf8),
  ]

  package init(seed: UInt64, corpus: [[UInt8]]) {
    random = TrialRandom(seed: seed)
    self.corpus = corpus.isEmpty ? [[0]] : corpus
  }

  package mutating func next() -> [UInt8] {
    var input = random.pick(corpus)
    for _ in 0...random.below(6) { change(&input) }
    return Array(input.prefix(1 << 16))
  }

  private mutating func change(_ input: inout [UInt8]) {
    let place = random.below(input.count + 1)
    switch random.below(7) {
    case 0 where place < input.count: input[place] ^= 1 << UInt8(random.below(8))
    case 1 where place < input.count: input[place] = UInt8(random.below(256))
    case 2: input.insert(contentsOf: random.bytes(1 + random.below(16)), at: place)
    case 3: input.removeSubrange(place..<min(input.count, place + 1 + random.below(16)))
    case 4: input.insert(contentsOf: random.pick(Self.words), at: place)
    case 5:
      let other = random.pick(corpus)
      input = Array(input[..<place]) + other.suffix(random.below(other.count + 1))
    default:
      let word = random.pick(Self.words)
      for (index, byte) in word.enumerated() where place + index < input.count { input[place + index] = byte }
    }
  }
}
