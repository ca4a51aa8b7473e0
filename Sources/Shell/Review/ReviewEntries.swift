import ArgumentParser
import Commands
import Conversation
import Exchange
import Forms
import Journal
import Terminal
import Vault

/// `review entries`, or just `review`: what is in the journal: a list, one entry, a search.
struct ReviewEntries: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "entries", abstract: "Entries by form and day, one entry, or a search.")

  @Argument(help: "A form, such as `mood`, or the four letters that name an entry.")
  var what: String?
  @Flag(help: "Search for words; outside the shell Handrail asks for them.")
  var search = false
  @Argument(parsing: .remaining, help: "Inside the shell: the words to search for.")
  var words: [String] = []
  @OptionGroup var about: DayOption
  @Option(help: ArgumentHelp("From this day on.", valueName: "day")) var from: String?
  @Option(help: ArgumentHelp("Up to this day.", valueName: "day")) var to: String?
  @Option(help: "At most this many.") var most: Int?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    if !words.isEmpty && !search { throw ValidationError("`review` takes one form or entry; --search takes words.") }
  }

  mutating func run(in session: Session) throws(Departure) {
    if search {
      if let what { words.insert(what, at: 0) }
      what = nil
    }
    try PrivateWords.refuse(words, in: session, instead: "handrail review --search")
    let days = try days(in: session)
    if search {
      guard let typed = try PrivateWords.gather(words, asked: true, prompt: "Search for: ", in: session) else { return }
      return try SearchResults(session: session).run(typed, days: days, most: most, asJSON: global.json)
    }
    var filter = EntryFilter(days: days, limit: most)
    if let what {
      if let entry = try EntryName.find(what, in: session, orForm: true) { return try show(entry, in: session) }
      filter.form = what
    }
    let (asked, listed) = (filter, filter)
    let entries = try session.inJournal { (store) throws(VaultError) in try store.entries(asked) }
    if global.json { return try EntryList(session: session).write(entries) }
    try EntryList(session: session).show(entries, filter: listed)
  }

  private func show(_ entry: Entry, in session: Session) throws(Departure) {
    if global.json { return try EntryList(session: session).write([entry]) }
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
    let origin = try session.inJournal { (store) throws(VaultError) in try store.origin(of: entry.id) }
    let today = session.world.clock.now().day
    session.console.show(
      EntryText.blocks(for: entry, form: form, today: today, origin: origin)
        + (try LinkedEntries(session: session).blocks(for: entry)),
      to: .result)
    if session.isShell {
      let history = entry.revision > 1 ? ", or review history \(entry.id.short)" : ""
      session.show(.quiet(Rich("edit \(entry.id.short), delete \(entry.id.short)\(history)")))
    }
  }

  private func days(in session: Session) throws(Departure) -> ClosedRange<Day>? {
    let today = session.world.clock.now().day
    func read(_ text: String) throws(Departure) -> Day {
      guard let day = Day(words: text, today: today, toward: .past) else { throw .failed(.notADay) }
      return day
    }
    if about.text != nil {
      let day = try about.day(in: session)
      return day...day
    }
    guard from != nil || to != nil else { return nil }
    let first = try from.map(read) ?? Day(daysSince1970: -700_000)
    let last = try to.map(read) ?? today
    guard first <= last else {
      throw .failed(Failure("The first day comes after the last one.", next: "Swap --from and --to.", code: 64))
    }
    return first...last
  }
}
