import Testing
import VaultTrials

/// The corpus of each fuzzed reader, and a few thousand inputs made of it: `make fuzz` runs millions.
@Suite struct FuzzTests {
  @Test(arguments: FuzzTarget.allCases)
  func `Nothing that is kept in the corpus, or made of it, upsets what reads`(target: FuzzTarget) throws {
    let corpus = Corpus.of(target)
    #expect(!corpus.isEmpty)
    for input in corpus { #expect(target.run(input) == nil, "\(hex(input))") }
    let seed = Seed.value
    var mutator = FuzzMutator(seed: seed, corpus: corpus)
    for number in 0..<Self.inputs(target) {
      let input = mutator.next()
      let finding = target.run(input)
      #expect(finding == nil, "\(target.rawValue), seed \(seed), input \(number): \(hex(input))")
    }
  }

  private static func inputs(_ target: FuzzTarget) -> Int {
    switch target {
    case .header, .json, .age, .keys: 2000
    case .records, .plain: 400
    case .image: 60
    }
  }
}
