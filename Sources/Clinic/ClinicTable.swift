import ArgumentParser
import Commands

/// The words of the programme's shell.
struct ClinicTable: CommandTable {
  static let configuration = CommandConfiguration(
    commandName: "clinic", abstract: "For a programme: take in what participants share, and read it.",
    discussion: "Nobody watches what participants write. In danger? `crisis` shows whom to call.",
    subcommands: [
      ClinicInit.self, ClinicKey.self, ClinicInvite.self, ClinicQuestionnaire.self, ClinicEnroll.self,
      ClinicRename.self,
      RosterCommand.self, PageCommand.self, SeenCommand.self, EntriesCommand.self,
      ClinicAssign.self, ClinicAssigned.self, ClinicSettings.self,
      Export.self, Audit.self, Discharge.self, Readmit.self, Erase.self, Merge.self, Keep.self,
      ClinicDemo.self,
      VaultCommand.self, Seal.self, Unseal.self, Crisis.self, ClinicMenu.self, ClinicHelp.self, Hide.self,
      LockCommand.self, UnlockCommand.self, Quit.self, Version.self, ImportLogs.self, Conflicts.self,
      Strangers.self,
    ])
}
