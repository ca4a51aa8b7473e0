import Glibc
import VaultTrials

// SQLTrial STEPS [SEED [EVERY]]: random SQL in the vault and in plain SQLite, in rounds of 2,000 statements with seeds that
// count up. EVERY is after how many statements the vault is opened again; by turns after each and after eight.
let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
let steps = Int(arguments.first ?? 100_000)
let firstSeed = arguments.dropFirst().first ?? UInt64(time(nil))
let every = arguments.dropFirst(2).first.map { Int($0) }

var totals = SQLTrial.Report()
var seed = firstSeed
while totals.statements < steps {
  let often = every ?? (seed % 2 == 0 ? 1 : 8)
  let trial = try SQLTrial(seed: seed, reopenEvery: often, path: "/tmp/handrail-sql-\(getpid())-\(seed)")
  try trial.run(steps: min(2000, steps - totals.statements))
  totals.statements += trial.report.statements
  totals.errors += trial.report.errors
  totals.reopenings += trial.report.reopenings
  totals.rewrites += trial.report.rewrites
  totals.comparisons += trial.report.comparisons
  if let difference = trial.report.difference {
    print(difference)
    print("Again: make sql STEPS=2000 SEED=\(seed) EVERY=\(often)")
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
