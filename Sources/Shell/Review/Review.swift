import ArgumentParser

/// `review`: looking back. Each way of looking is a command of its own; without one it lists entries.
struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Look back: entries, one entry, a search, the week, charts, what helps.",
    subcommands: [
      ReviewEntries.self, ReviewWeek.self, ReviewChart.self, ReviewCalendar.self, ReviewHelps.self,
      ReviewBeside.self, ReviewThoughts.self, ReviewHistory.self, ReviewDeleted.self,
    ],
    defaultSubcommand: ReviewEntries.self, aliases: ["history"])
}
