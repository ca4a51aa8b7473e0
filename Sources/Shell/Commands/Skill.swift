import ArgumentParser
import Commands
import Conversation

/// `skill`: DBT skills: three that may fit now, one by name, or all of them.
struct SkillCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "skill", abstract: "DBT skills: suggest one for now, practise one, or `skill list`.",
    aliases: ["skills"])

  @Argument(help: "A skill, such as `stop`, or `list`.") var skill: String?
  @Flag(help: "Read the skill's page first.") var page = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let guide = SkillGuide(session: session)
    switch skill {
    case nil: try guide.suggest()
    case "list": try guide.list()
    case let id?: if page { try guide.read(id) } else { try guide.practise(id) }
    }
  }
}
