import Glibc

// Times single commits in the vault beside plain SQLite on the same disk, or the derivation of a key; prints JSON.
let usage = "usage: CommitBench commits FOLDER ROUNDS, or CommitBench key"

func complain(_ words: String) {
  let line = Array((words + "\n").utf8)
  _ = write(STDERR_FILENO, line, line.count)
}

do {
  let arguments = CommandLine.arguments.dropFirst()
  if arguments.count == 3, arguments.first == "commits", let rounds = Int(arguments[3]), rounds > 0 {
    let (vault, plain) = try AnswerCommits(folder: arguments[2]).run(rounds: rounds)
    print("{\"vault\": \(vault.json), \"plain\": \(plain.json)}")
  } else if Array(arguments) == ["key"] {
    print(try KeyDerivation.timing(rounds: 3).json)
  } else {
    complain(usage)
    exit(64)
  }
} catch {
  complain("\(error)")
  exit(1)
}
