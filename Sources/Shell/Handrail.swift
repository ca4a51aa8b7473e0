import ArgumentParser
import Commands
import Conversation

/// The command table. Without a command, the shell starts.
package struct Handrail: SessionCommand, CommandTable {
  package static let version = Release.version
  package static let configuration = CommandConfiguration(
    commandName: "handrail",
    abstract: "Something to hold on to between sessions.",
    discussion: """
      In danger, or thinking of suicide? Run `handrail crisis`: it shows whom to call, and needs no passphrase.
      Without a command, the shell starts. What you write stays on this computer, encrypted.
      """,
    version: version,
    subcommands: [
      Crisis.self, Now.self, Today.self, Mood.self, Thought.self, Note.self, SkillCommand.self, Diary.self,
      Practice.self, MeasureCommand.self,
      Plan.self, Hope.self, HelpMe.self, Goals.self, Schedule.self, Homework.self, Group.self, Meds.self, People.self,
      TestDay.self, Lapse.self, Resume.self,
      Learn.self, Define.self, Family.self, Progress.self, Review.self, ReviewWeek.self, ReviewHelps.self,
      ReviewChart.self, ReviewCalendar.self, Search.self, Tag.self, Untag.self, AllTags.self, Share.self, Accept.self,
      KeyCommand.self, Seal.self, Unseal.self, Import.self, Export.self, Edit.self, Delete.self, Restore.self,
      Undo.self, Settings.self, Hide.self, LockCommand.self, UnlockCommand.self,
      Menu.self, Help.self, Quit.self, Version.self, Content.self, VaultCommand.self, ClinicWord.self, Demo.self,
    ])

  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) {}
}
