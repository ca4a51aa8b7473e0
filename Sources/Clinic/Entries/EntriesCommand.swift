import ArgumentParser
import Commands
import Conversation
import Exchange
import Forms
import JSON
import Journal
import Terminal
import Vault

/// `entries NAME`: the entries behind the numbers, as they came.
struct EntriesCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "entries", abstract: "The entries behind a page, in the words and numbers that were shared.",
    discussion: "Without a day, a form or a topic: those of the last 14 days that files are about.")

  @Argument(help: "A name or its beginning, or the roster's number.") var name: [String] = []
  @Option(help: "Of this form only, by its id, such as mood.") var form: String?
  @Option(help: ArgumentHelp("About this day only.", valueName: "day")) var day: String?
  @Option(help: ArgumentHelp("From this day on.", valueName: "day")) var since: String?
  @Option(help: ArgumentHelp("Behind this line of the page, such as \"mood\" or \"urges\".", valueName: "line"))
  var of: String?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let people = PeopleDesk(session: session)
    let person = try people.named(name, asking: "Whose entries? ")
    let day = try day.map { (text) throws(Departure) in try TypedDay.past(text, in: session) }
    let since = try since.map { (text) throws(Departure) in try TypedDay.past(text, in: session) }
    let (form, isOpen) = (form, since == nil && day == nil && form == nil && of == nil)
    let doing = try people.doing()
    let found = try session.inCaseload { (store) throws(VaultError) in
      try store.note(.viewed, of: person.n, "entries", doing)
      let last = try store.logs(of: person.n).first?.days.upperBound
      let first = since ?? (isOpen ? last?.adding(days: 1 - PageSpan.usual) : nil) ?? Day(daysSince1970: -700_000)
      let days = day.map { $0...$0 } ?? first...max(first, Day(daysSince1970: 2_900_000))
      return try store.lines(
        of: person.n, days: days, forms: form.map { [$0] }, states: [.shown, .disputed, .other, .withdrawn])
    }
    let screen = EntriesScreen(session: session)
    let lines = try of.map { (words) throws(Departure) in try screen.lines(found, of: words) } ?? found
    if global.json { return try session.write(try screen.json(lines)) }
    try screen.show(lines, of: person, about: of ?? form ?? "")
  }
}
