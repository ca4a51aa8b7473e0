import Terminal
import Testing

@testable import Conversation

@Suite struct CrisisScreenTests {
  private func screen(region: String?, content: String = contentFolder, setting: String? = nil) throws -> Sitting {
    let sitting = try Sitting(content: content, journal: false)
    if let setting { _ = sitting.session.world.settings.set("region", setting) }
    CrisisScreen(session: sitting.session).show(region: region)
    return sitting
  }

  @Test(arguments: CrisisCard.all)
  func `Each region's emergency number comes first, and all its lines follow`(card: CrisisCard) throws {
    let sitting = try screen(region: card.region)
    let text = sitting.transcript
    #expect(text.split(separator: "\n").first?.contains("In danger now? Call \(card.emergency).") == true)
    for line in card.lines { #expect(unwrapped(text).contains("\(line.how.sentence) (\(line.name)).")) }
    let sheet = try #require(content.crisis(region: card.region))
    for line in sheet.lines {
      #expect(unwrapped(text).contains(line.name))
      // By phone where there is one; other ways where there is none.
      let dialled = line.ways.filter { $0.channel == .call || $0.channel == .text }
      for way in dialled.isEmpty ? line.ways : dialled { #expect(unwrapped(text).contains(way.to)) }
    }
    #expect(text.split(separator: "\n").last?.contains("In danger now? Call \(card.emergency).") == true)
    #expect(text.contains(CrisisCard.verified))
    #expect(sitting.console.recording.prompts == [])
    #expect(sitting.console.recording.results == text)
  }

  @Test(arguments: ["US", "GB", "DE", "EU", "ZZ", "XX"])
  func `Without any content the numbers are there all the same`(region: String) throws {
    let text = try screen(region: region, content: "/nonexistent").transcript
    let emergency = CrisisCard.card(for: region)?.emergency ?? "911"
    #expect(text.contains(emergency))
    #expect(text.hasPrefix("In danger now?") || text.contains("In danger now?"))
    if let line = CrisisCard.card(for: region)?.lines.first { #expect(unwrapped(text).contains(line.how.sentence)) }
    #expect(text.contains("Someone to be with you helps."))
  }

  @Test func `An unknown region shows the numbers of many countries`() throws {
    let text = unwrapped(try screen(region: "XX").transcript)
    for number in ["112", "911", "999", "000", "111", "988", "116 123", "findahelpline.com"] {
      #expect(text.contains(number))
    }
  }

  @Test func `A country of the Union has 112 and the Union's lines`() throws {
    let text = unwrapped(try screen(region: "AT").transcript)
    #expect(text.contains("In danger now? Call 112."))
    #expect(text.contains("findahelpline.com"))
  }

  @Test func `The region asked for comes before the setting, and that before the locale`() throws {
    #expect(try screen(region: "US", setting: "GB").transcript.contains("Call 911"))
    #expect(try screen(region: nil, setting: "GB").transcript.contains("Call 999"))
    #expect(try screen(region: nil).transcript.contains("Call 112 or 999"))
  }

  @Test func `It makes no file and opens no journal`() throws {
    let sitting = try screen(region: "US")
    #expect(try names(in: sitting.folder.path) == [])
    #expect(!sitting.session.isUnlocked)
  }

  @Test func `It says that nobody is watching`() throws {
    #expect(unwrapped(try screen(region: "US").transcript).contains("Handrail cannot call anyone, and nobody sees"))
  }
}

/// Wrapped lines as one.
func unwrapped(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
