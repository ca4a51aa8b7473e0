import Conversation
import Terminal

/// What Tab offers at the menu: commands, then form and module ids, then days after `--day`.
enum ShellCompletion {
  static func candidates(_ typed: String, _ session: Session) -> [Completion] {
    let words = typed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let last = words.last ?? ""
    let all: [String]
    if words.count <= 1 {
      all = Handrail.configuration.subcommands.map { $0._commandName }
    } else if words.dropLast().last == "--day" {
      all = Completing.days
    } else {
      switch words[0] {
      case "practice", "practise", "exercise":
        all = session.world.library.forms().map(\.id).filter { !PracticeShelves.elsewhere.contains($0) }
      case "review", "history":
        let ways = Review.configuration.subcommands.map { $0._commandName }
        all = ways + session.world.library.forms().map(\.id) + ["diary-card"]
      case "measure", "measures", "questionnaire":
        let added = session.isUnlocked ? (try? MeasureList(session: session).all()) ?? [] : []
        all = ["list", "add", "results", "often", "remove"] + added.map(\.id)
      case "chart", "calendar": all = ["mood", "sleep", "energy", "anxiety", "urges", "--over", "--svg"]
      case "skill", "skills": all = ["list"] + session.world.library.skills().map(\.id)
      case "diary", "card": all = Diary.What.allCases.map(\.rawValue)
      case "learn", "read": all = ["search"] + session.world.library.modules().map(\.id)
      case "help": all = ["all"] + Handrail.configuration.subcommands.map { $0._commandName }
      case "settings": all = ["region", "language", "idle", "plain"]
      case "now": all = HardMoment.Need.allCases.map(\.rawValue)
      case "week": all = ["why", "--back"]
      case "helps": all = ["--details"]
      case "mood": all = ["--day", "--note"]
      default: all = []
      }
    }
    return all.filter { $0.hasPrefix(last) }.map { Completion($0) }
  }
}
