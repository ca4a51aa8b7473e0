import Glibc

// Times the vault beside plain SQLite on the same disk; prints JSON. README.md tells what the lines are for.
let usage = """
  usage: VaultBench commits FOLDER ROUNDS    answers stored one by one, in a vault and in plain SQLite
         VaultBench side vault|plain FOLDER ROWS    does what standard input says, one word a line
         VaultBench make FOLDER ROWS COUNT    a vault with so many rows, written in one piece
         VaultBench open|compact FOLDER    once, besides the key
         VaultBench journal FOLDER DAYS    a journal with three entries and about 17 numbers a day
         VaultBench key    the derivation of a key
  """

func complain(_ words: String) {
  let line = Array((words + "\n").utf8)
  _ = write(STDERR_FILENO, line, line.count)
}

do {
  let arguments = Array(CommandLine.arguments.dropFirst())
  switch (arguments.first, arguments.count) {
  case ("commits", 3):
    let (vault, plain) = try AnswerCommits(folder: arguments[1]).run(rounds: Int(arguments[2]) ?? 1)
    print("{\"vault\": \(vault.json), \"plain\": \(plain.json)}")
  case ("side", 4):
    let rows = try Rows(file: arguments[3])
    let side: any Side =
      arguments[1] == "vault" ? try VaultSide(folder: arguments[2]) : try PlainSide(folder: arguments[2])
    var work = Work(side: side, rows: rows)
    try work.obey()
  case ("make", 4):
    try Upkeep(folder: arguments[1]).make(rows: try Rows(file: arguments[2]), count: Int(arguments[3]) ?? 1)
  case ("journal", 3): try NumbersJournal(folder: arguments[1]).make(days: Int(arguments[2]) ?? 1)
  case ("open", 2): print(try Upkeep(folder: arguments[1]).opening())
  case ("compact", 2): print(try Upkeep(folder: arguments[1]).compaction())
  case ("key", 1): print(try KeyDerivation.timing(rounds: 3).json)
  default:
    complain(usage)
    exit(64)
  }
} catch {
  complain("\(error)")
  exit(1)
}
