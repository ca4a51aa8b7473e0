import Foundation
import Library
import Testing

@testable import Conversation

/// The list against 300 sentences that were written for it. What is measured stands in the page on hazards, by kind.
@Suite struct WorryWordsTests {
  /// How many sentences of a kind speak of it and how many do not, and how many of each bring an offer.
  struct Count: Equatable {
    var heavy = 0
    var found = 0
    var other = 0
    var falseOffers = 0
  }

  struct Sentence {
    var expected: String
    var kind: String
    var text: String
  }

  static let sentences: [Sentence] = {
    let path = project + "/Tests/ConversationTests/Fixtures/worry-sentences.tsv"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let parts = line.split(separator: "\t", maxSplits: 2).map(String.init)
      return Sentence(expected: parts[0], kind: parts[1], text: parts[2])
    }
  }()

  private static let measured: [String: Count] = [
    "plain": Count(heavy: 14, found: 13, other: 0, falseOffers: 0),
    "varied": Count(heavy: 72, found: 63, other: 48, falseOffers: 1),
    "question": Count(heavy: 4, found: 4, other: 0, falseOffers: 0),
    "urge": Count(heavy: 4, found: 4, other: 0, falseOffers: 0),
    "long": Count(heavy: 7, found: 6, other: 6, falseOffers: 1),
    "misspelt": Count(heavy: 12, found: 12, other: 5, falseOffers: 0),
    "curly": Count(heavy: 7, found: 7, other: 5, falseOffers: 0),
    "emoji": Count(heavy: 5, found: 5, other: 5, falseOffers: 0),
    "negation": Count(heavy: 7, found: 7, other: 9, falseOffers: 0),
    "past": Count(heavy: 6, found: 6, other: 8, falseOffers: 1),
    "other-person": Count(heavy: 8, found: 8, other: 11, falseOffers: 0),
    "quote": Count(heavy: 3, found: 3, other: 6, falseOffers: 0),
    "idiom": Count(heavy: 2, found: 2, other: 10, falseOffers: 0),
    "ordinary": Count(heavy: 0, found: 0, other: 9, falseOffers: 0),
    "hard": Count(heavy: 17, found: 1, other: 10, falseOffers: 7),
  ]

  private func counts() throws -> [String: Count] {
    let words = try #require(worryWords)
    var counts: [String: Count] = [:]
    for sentence in Self.sentences {
      let isFound = words.strength(of: sentence.text) != nil
      if sentence.expected == "none" {
        counts[sentence.kind, default: Count()].other += 1
        if isFound { counts[sentence.kind, default: Count()].falseOffers += 1 }
      } else {
        counts[sentence.kind, default: Count()].heavy += 1
        if isFound { counts[sentence.kind, default: Count()].found += 1 }
      }
    }
    return counts
  }

  @Test func `Of 300 sentences as many are found, and as few wrongly, as the page on hazards says`() throws {
    let counts = try counts()
    #expect(Self.sentences.count == 300)
    #expect(Set(counts.keys) == Set(Self.measured.keys))
    for (kind, least) in Self.measured {
      let count = try #require(counts[kind])
      #expect((count.heavy, count.other) == (least.heavy, least.other), "\(kind)")
      #expect(count.found >= least.found, "\(kind)")
      #expect(count.falseOffers <= least.falseOffers, "\(kind)")
    }
    #expect(counts.values.reduce(0) { $0 + $1.found } >= 141)
    #expect(counts.values.reduce(0) { $0 + $1.falseOffers } <= 10)
  }

  @Test func `A plan, means at hand or a goodbye is told from the rest`() throws {
    let words = try #require(worryWords)
    let strong = Self.sentences.filter { $0.expected == "strong" }
    #expect(strong.count == 44)
    #expect(strong.count { words.strength(of: $0.text) == .strong } >= 36)
    #expect(Self.sentences.count { $0.expected == "none" && words.strength(of: $0.text) == .strong } <= 0)
  }

  /// The page gives the numbers that this test measures.
  @Test func `The page on hazards gives these numbers`() throws {
    let page = try String(
      contentsOfFile: project + "/Sources/handrail/Documentation.docc/Hazards.md", encoding: .utf8)
    for (kind, count) in try counts() {
      let row = "| \(kind) | \(count.found) of \(count.heavy) | \(count.falseOffers) of \(count.other) |"
      #expect(page.contains(row), "\(row)")
    }
  }
}
