import Forms
import Library
import Testing

@testable import Conversation

@Suite struct CrisisCardTests {
  /// One way to reach a line, as the card says it: `call or text 988`, `text HOME to 741741`.
  struct CardWay: Equatable {
    var channels: [String]
    var number: String
    var word: String?
  }

  /// Reads `call 13 11 14, or text 0477 13 11 14`.
  private func ways(_ how: String) -> [CardWay] {
    how.replacing(", or ", with: "|").split(separator: "|").map { part in
      var words = part.split(separator: " ").map(String.init)
      let isNumber = { (word: String) in word.allSatisfy { $0.isNumber || $0 == "-" } }
      let number = words.suffix(from: words.firstIndex(where: isNumber) ?? words.endIndex).joined(separator: " ")
      words.removeAll(where: isNumber)
      let capitals = words.first { $0.allSatisfy(\.isUppercase) }
      return CardWay(channels: words.filter { ["call", "text"].contains($0) }, number: number, word: capitals)
    }
  }

  @Test(arguments: CrisisCard.all.map(\.region))
  func `Each compiled number is one of the content's, reached the same way`(region: String) throws {
    let card = try #require(CrisisCard.card(for: region))
    let sheet = try #require(content.crisis(region: region))
    #expect(card.emergency == sheet.emergency.number)
    #expect(card.place == sheet.name)
    for line in card.lines + [card.violence, card.poison].compactMap({ $0 }) + card.violenceByPart {
      let ways = ways(line.how)
      #expect(!ways.isEmpty)
      for way in ways {
        #expect(!way.channels.isEmpty && !way.number.isEmpty, "\(line.how)")
        for channel in way.channels {
          let meant = sheet.lines.flatMap { line in line.ways.map { (line, $0) } }
            .filter { $0.1.channel.rawValue == channel && $0.1.to == way.number }
          #expect(!meant.isEmpty, "\(region): \(channel) \(way.number)")
          if let word = way.word {
            #expect(meant.contains { $0.1.note?.contains("word \(word)") == true }, "\(region): \(word)")
          }
          #expect(meant.contains { ($0.0.verifiedOn?.iso ?? "") >= CrisisCard.verified }, "\(region): \(way.number)")
        }
      }
    }
    #expect((sheet.emergency.verifiedOn?.iso ?? "") >= CrisisCard.verified)
  }

  @Test func `The first line of a card takes calls or texts at any hour`() throws {
    for card in CrisisCard.all {
      let how = try #require(card.lines.first).how
      let first = try #require(ways(how).first)
      let sheet = try #require(content.crisis(region: card.region))
      let line = try #require(
        sheet.lines.first { line in
          line.ways.contains { $0.to == first.number && first.channels.contains($0.channel.rawValue) }
        })
      #expect(line.hours == "24 hours, every day")
    }
  }

  @Test func `Every country with its own sheet has a card, and the other way round`() {
    let sheets = Set(content.regions().map { $0.code.uppercased() })
    #expect(sheets == Set(CrisisCard.all.map(\.region)).union(["EU", "ZZ"]))
  }

  @Test func `The countries of the Union share 112`() throws {
    let sheet = try #require(content.crisis(region: "EU"))
    for region in CrisisCard.union { #expect(CrisisCard.card(for: region)?.emergency == sheet.emergency.number) }
    #expect(CrisisCard.union.count == 27)
    #expect(!CrisisCard.union.contains("GB") && !CrisisCard.union.contains("IE"))
  }

  @Test func `A country without a card has none, rather than another's`() {
    for region in ["XX", "", "us", "ZZ", "USA"] { #expect(CrisisCard.card(for: region) == nil) }
  }

  @Test func `The day of the check is a day that has come`() throws {
    let day = try #require(Day(iso: CrisisCard.verified))
    #expect(day.year >= 2026)
  }
}
