import ArgumentParser
import Commands
import Conversation

/// `questionnaire`: what goes into each pack.
struct ClinicQuestionnaire: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questionnaire", abstract: "Questionnaires in the pack: add FILE, list, remove.",
    subcommands: [ClinicQuestionnaireAdd.self, ClinicQuestionnaireList.self, ClinicQuestionnaireRemove.self],
    defaultSubcommand: ClinicQuestionnaireList.self, aliases: ["questionnaires"])
}

struct ClinicQuestionnaireAdd: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Put a questionnaire into the pack, from a FHIR R4 file.")
  @Argument(help: "The file, in JSON.") var file: String
  @Flag(help: "Do not ask.") var yes = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try ProgrammeQuestionnaires(session: session).add(file, yes: yes)
  }
}

struct ClinicQuestionnaireList: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "What goes into the pack.")
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) { try ProgrammeQuestionnaires(session: session).list() }
}

struct ClinicQuestionnaireRemove: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take one out of the pack; whoever has it keeps it.")
  @Argument(help: "Its number in the list, or how its title begins.") var name: [String]
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try ProgrammeQuestionnaires(session: session).remove(name.joined(separator: " "))
  }
}
