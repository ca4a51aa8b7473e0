import Glibc
import VaultSimulation

#if HANDRAIL_MUTATIONS
  import Vault
#endif

/// Runs what was asked for, and prints what came of it.
struct Proof {
  let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  /// The exit code: 0 when nothing was wrong.
  func run() -> Int32 {
    do {
      if settings.showsMutations { return try Mutants(settings).run() }
      var campaign = Campaign()
      campaign.seed = settings.number("SEED", or: campaign.seed)
      campaign.images = settings.number("IMAGES", or: campaign.images)
      campaign.jobs = settings.number("JOBS", or: campaign.jobs)
      if let name = settings.text("MUTATION") {
        guard mutate(name, &campaign) else {
          say("There is no mutation of this name: \(name)")
          return 64
        }
        campaign.images = 1
        campaign.isQuick = true
        campaign.stopsAtFirst = true
      }
      if let line = settings.text("ONLY") { return try only(line, campaign.meddling) }
      return try prove(campaign)
    } catch {
      say("The proof itself failed: \(error)")
      return 70
    }
  }

  /// Builds the mistake in; `none` is the vault as it is.
  private func mutate(_ name: String, _ campaign: inout Campaign) -> Bool {
    if let meddling = Meddling(rawValue: name) {
      campaign.meddling = meddling
      return true
    }
    #if HANDRAIL_MUTATIONS
      Mutation.active = Mutation(rawValue: name)
      return Mutation.active != nil
    #else
      return false
    #endif
  }

  private func only(_ line: String, _ meddling: Meddling) throws -> Int32 {
    guard let trial = Trial(line) else {
      say("This line tells of nothing that can be tried: \(line)")
      return 64
    }
    let problems = try trial.problems(meddling: meddling)
    say(problems.isEmpty ? "All is well: \(trial)" : "Wrong: \(trial)")
    for problem in problems { say("  \(problem)") }
    return problems.isEmpty ? 0 : 1
  }

  private func prove(_ campaign: Campaign) throws -> Int32 {
    say("Seed \(campaign.seed), at least \(campaign.images) images, \(campaign.jobs) at a time.")
    let start = Self.now
    var told = start
    let tally = try campaign.run { tally in
      guard Self.now - told >= 10 else { return }
      told = Self.now
      say("  \(told - start) s: \(tally.images) images, \(tally.trials) trials, \(tally.wrong.count) wrong")
    }
    say(Table.text(tally))
    say("\(tally.images) images, \(tally.trials) trials, \(tally.wrong.count) wrong states, \(Self.now - start) s.")
    for wrong in tally.wrong.prefix(20) {
      say("Wrong: \(wrong.trial)")
      for problem in wrong.problems { say("  \(problem)") }
      say("  Again: make prove ONLY='\(wrong.trial)'")
    }
    return tally.wrong.isEmpty ? 0 : 1
  }

  private static var now: Int { time(nil) }
}
