import Testing
import VaultTrials

/// Random SQL in the vault and in plain SQLite: `make sql` runs hundreds of thousands of statements.
@Suite struct SQLTests {
  @Test(arguments: [1, 8])
  func `The vault does what plain SQLite does`(reopenEvery: Int) throws {
    let scratch = try Scratch()
    let seed = Seed.value
    let trial = try SQLTrial(seed: seed, reopenEvery: reopenEvery, path: scratch.path + "/plain")
    try trial.run(steps: 600)
    #expect(trial.report.difference == nil, "Again: make sql STEPS=600 SEED=\(seed) EVERY=\(reopenEvery)")
    #expect(trial.report.statements >= 600 && trial.report.errors < 400 && trial.report.reopenings > 5)
  }

  @Test func `A row that is only on one side is found`() throws {
    let scratch = try Scratch()
    let trial = try SQLTrial(seed: 5, reopenEvery: 4, path: scratch.path + "/plain")
    try trial.run(steps: 100)
    #expect(trial.report.difference == nil)
    try trial.disturb()
    try trial.run(steps: 400)
    #expect(trial.report.difference != nil)
  }
}
