import Foundation
import VaultSimulation

#if HANDRAIL_MUTATIONS
  import Vault
#endif

/// Builds each mistake into the vault in turn, and sees that the harness turns red; a process each, for one may end it.
struct Mutants {
  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func run() throws -> Int32 {
    let sound = try outcome(of: Meddling.none.rawValue)
    say("| mutation | found after | by |\n| --- | --- | --- |")
    say("| \(Meddling.none.rawValue) | \(sound.isFound ? sound.line : "not, in \(sound.trials) trials") | |")
    var survivors = 0
    for name in names {
      let outcome = try outcome(of: name)
      if !outcome.isFound { survivors += 1 }
      say("| \(name) | \(outcome.isFound ? "\(outcome.trials)" : "NOT FOUND") | \(outcome.line) |")
    }
    say("\n\(names.count) mutations, \(survivors) not found.")
    return survivors == 0 && !sound.isFound ? 0 : 1
  }

  private var names: [String] {
    var names = Meddling.allCases.filter { $0 != .none }.map(\.rawValue)
    #if HANDRAIL_MUTATIONS
      names += Mutation.allCases.map(\.rawValue)
    #else
      say("This build holds no mutations of the vault itself: use `make mutations`.")
    #endif
    return names
  }

  private struct Outcome {
    var isFound: Bool
    var trials: String
    var line: String
  }

  private func outcome(of name: String) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["MUTATION=\(name)", "SEED=\(settings.number("SEED", or: 1))"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let lines = text.split(separator: "\n").map(String.init)
    let trials = lines.first { $0.contains(" trials, ") && $0.contains(" wrong states") }
    let count = trials?.split(separator: " ").dropFirst(2).first.map(String.init) ?? "?"
    if process.terminationReason == .uncaughtSignal {
      return Outcome(isFound: true, trials: "?", line: "the program ended itself")
    }
    let place = lines.firstIndex { $0.hasPrefix("Wrong: ") }
    let found = place.map { String(lines[$0].dropFirst(7)) + ": " + lines[$0 + 1].trimmingCharacters(in: .whitespaces) }
    return Outcome(
      isFound: process.terminationStatus == 1 && found != nil, trials: count,
      line: found.map { String($0) } ?? "status \(process.terminationStatus): \(lines.last ?? "")")
  }
}
