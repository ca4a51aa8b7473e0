import Glibc

func complain(_ words: String) {
  let line = Array((words + "\n").utf8)
  _ = write(STDERR_FILENO, line, line.count)
}

// Times single commits in the vault beside plain SQLite on the same disk, and the derivation of a key; prints JSON.
// usage: CommitBench FOLDER ROUNDS
let arguments = CommandLine.arguments
guard arguments.count == 3, let rounds = Int(arguments[2]), rounds > 0 else {
  complain("usage: CommitBench FOLDER ROUNDS")
  exit(64)
}
do {
  let answers = try AnswerCommits(folder: arguments[1]).run(rounds: rounds)
  let key = try KeyDerivation.milliseconds(rounds: max(5, rounds / 20))
  print(
    """
    {"vault": \(answers.vault.json), "plain": \(answers.plain.json), "key": \(key.json)}
    """)
} catch {
  complain("\(error)")
  exit(1)
}
