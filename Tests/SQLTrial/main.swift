import Glibc
import VaultTrials

// SQLTrial STEPS [SEED] [STEPS A ROUND]: random SQL in the vault and in plain SQLite, in rounds with seeds that count up.
let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
let steps = Int(arguments.first ?? 100_000)
let firstSeed = arguments.dropFirst().first ?? UInt64(time(nil))
let inRound = Int(arguments.dropFirst(2).first ?? 2000)

var totals = SQLTrial.Report()
var seed = firstSeed
while totals.statements < steps {
  // Every other round opens the vault again after each statement outside a transaction.
  let trial = try SQLTrial(
    seed: seed, reopenEvery: seed % 2 == 0 ? 1 : 8, path: "/tmp/handrail-sql-\(getpid())-\(seed)")
  try trial.run(steps: min(inRound, steps - totals.statements))
  totals.statements += trial.report.statements
  totals.errors += trial.report.errors
  totals.reopenings += trial.report.reopenings
  totals.rewrites += trial.report.rewrites
  totals.comparisons += trial.report.comparisons
  if let difference = trial.report.difference {
    print(difference)
    print("Again: make sql STEPS=\(inRound) SEED=\(seed)")
    exit(1)
  }
  seed += 1
}
print(
  """
  Random SQL, seeds \(firstSeed) to \(seed - 1): \(totals.statements) statements, of which \(totals.errors) failed on \
  both sides alike; the vault opened again \(totals.reopenings) times and written anew \(totals.rewrites) times; \
  \(totals.comparisons) comparisons of all content; differences 0
  """)
