import Testing
import Vault
import VaultSimulation

/// A crash at every event of a session: what was acknowledged is there afterwards, or one change more. `make prove` runs
/// the same with many seeds, and crashes again while the vault is opened after a crash.
@Suite struct CrashTests {
  @Test(arguments: Story.all)
  func `A crash at any event keeps what was acknowledged`(_ story: Story) throws {
    let telling = try Telling(story, seed: 0)
    #expect(telling.problems == [])
    #expect(telling.events > 3)
    for event in stride(from: 1, through: telling.events, by: story.isLarge ? 3 : 1) {
      let tally = Part.crash(telling, event: event, isDeep: event % 25 == 5 && !story.isLarge).run()
      #expect(tally.images >= CrashOutcome.allCases.count)
      for wrong in tally.wrong { Issue.record("\(wrong.trial): \(wrong.problems)") }
    }
  }

  @Test(arguments: Meddling.allCases.filter { $0 != .none })
  func `The harness notices a disk that is not used as it must be`(_ meddling: Meddling) throws {
    var campaign = Campaign()
    (campaign.meddling, campaign.isQuick, campaign.stopsAtFirst, campaign.images) = (meddling, true, true, 1)
    campaign.stories = ["saving", "compaction", "a passphrase change"]
    #expect(try !campaign.run().wrong.isEmpty)
  }

  @Test func `A line tells of exactly one trial`() throws {
    let trials: [Trial] = [
      .crash(
        story: "saving", [.init(event: 12, outcome: .torn512), .init(event: 3, outcome: .nothing)], seed: 7),
      .fault(story: "a passphrase change", Fault(call: 14, code: 28, isShort: true), seed: 1),
      .fault(story: "saving", Fault(call: 3, code: 5, persists: true), seed: 1),
      .damage(Damage(kind: .mendedFlip, number: 33)),
      .underneath(.otherFile, .changePassphrase),
    ]
    for trial in trials { #expect(Trial(trial.description) == trial) }
    for line in ["", "saving", "saving, event 1 torn512", "nothing, event 1 torn512, seed 1", "saving, seed 1"] {
      #expect(Trial(line) == nil, "\(line)")
    }
    #expect(try Trial("saving, event 12 torn512, event 3 nothing, seed 7")?.problems() == [])
  }

  @Test func `The same seed leads to the same disk`() throws {
    func image(_ seed: UInt64) throws -> [String: [UInt8]]? {
      try Telling(#require(Story.named("saving")), seed: seed).crashed(at: 9)?.image(.garbage).files
    }
    #expect(try image(5) == image(5))
    #expect(try image(5) != image(6))
  }
}
