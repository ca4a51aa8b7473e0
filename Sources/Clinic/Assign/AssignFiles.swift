import Conversation
import Exchange
import Forms
import Journal
import Library
import Terminal

/// Things to give that come from files, so that no private word stands on another shell's command line.
struct AssignFiles {
  let session: Session
  private static let limit = 256 << 10

  /// A file of homework: its first paragraph is what to do, the rest is why. `-` is standard input.
  func homework(_ path: String, often: String?, due: String?) throws(Departure) -> Assignment.Work {
    let text = try text(path)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { String($0).trimmed }
    let kept = lines.drop { $0.isEmpty }
    let what = kept.prefix { !$0.isEmpty }.joined(separator: "\n")
    let why = kept.dropFirst(kept.prefix { !$0.isEmpty }.count).joined(separator: "\n").trimmed
    guard !what.isEmpty else { throw Self.bad("The file with the homework is empty.") }
    guard what.utf8.count <= 4_000, why.utf8.count <= 4_000 else {
      throw Self.bad("That homework is too long to be read.")
    }
    if let often, !Assignment.often.contains(often) {
      throw Self.bad("--often is once, few, daily or when-needed.", code: 64)
    }
    var homework = Assignment.Homework(what: what, why: why.isEmpty ? nil : why, often: often)
    if let due {
      do throws(ReadProblem) { homework.due = try Self.day(due, today: session.world.clock.now().day) } catch {
        throw Self.bad(error.words, code: 64)
      }
    }
    return .homework(homework)
  }

  /// A line a target: `urge: drinking`, `emotion: shame`, `behaviour: left the house`.
  func targets(_ path: String) throws(Departure) -> [Assignment.Work] {
    var works: [Assignment.Work] = []
    for line in try text(path).split(whereSeparator: \.isNewline).map({ String($0).trimmed }) where !line.isEmpty {
      works.append(.target(try Self.target(line)))
    }
    guard !works.isEmpty else { throw Self.bad("The file with targets is empty.") }
    return works
  }

  static func target(_ line: String) throws(Departure) -> Assignment.Target {
    let parts = line.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    guard parts.count == 2, let kind = DiaryTargets.Kind(rawValue: parts[0].lowercased()), !parts[1].isEmpty,
      parts[1].utf8.count <= 200
    else { throw bad("A target is a line such as `urge: drinking`; its kind is urge, emotion or behaviour.") }
    return Assignment.Target(name: parts[1], kind: kind)
  }

  func questionnaire(_ path: String, everyDays: Int?) throws(Departure) -> Assignment.Work {
    .questionnaire(try ProgrammeQuestionnaires.read(path, in: session).json, everyDays: everyDays)
  }

  func module(_ path: String) throws(Departure) -> Assignment.Work {
    let text = try text(path)
    do throws(LibraryError) {
      return .module(id: try session.world.library.checked(module: text).module.id, text: text)
    } catch {
      throw Self.bad("That page cannot be used. \(error.message)")
    }
  }

  static func day(_ text: String, today: Day) throws(ReadProblem) -> Day {
    guard let day = Day(words: text, today: today, toward: .future) else {
      throw ReadProblem(
        words: "That is not a day Handrail can read. Try fri, tomorrow, in 7 days or \(today.adding(days: 7).iso).")
    }
    guard day >= today else { throw ReadProblem(words: "That day is past. A day from today on, please.") }
    return day
  }

  private func text(_ path: String) throws(Departure) -> String {
    if path == "-" { return try input() }
    let bytes = try GivenFile.read(TypedPath(path, in: session).path, limit: Self.limit)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Self.bad("That file is not plain text.") }
    return text
  }

  /// Standard input to its end.
  private func input() throws(Departure) -> String {
    guard !session.isShell, !session.console.isInteractive else {
      throw Self.bad("A file is needed here, or a pipe.", code: 64)
    }
    var lines: [String] = []
    while true {
      do throws(Departure) { lines.append(try session.ask(Prompt(""), atMenu: true)) } catch {
        guard error == .endOfInput else { throw error }
        return lines.joined(separator: "\n")
      }
    }
  }

  static func bad(_ words: String, code: Int32 = 65) -> Departure {
    .failed(Failure(words, safe: "Nothing was written.", code: code))
  }
}
