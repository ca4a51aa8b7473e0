import Exchange
import Journal
import Terminal
import Vault

/// The summary of what goes, as text to paste.
struct ShareSummary {
  let session: Session

  func text(_ gathered: Gathered, _ choices: ShareChoices) throws(Departure) -> String {
    ReportText(gathered.report, withheld: Self.withheld(gathered, choices), reading: try reading(choices)).render()
  }

  /// The same as one page for the browser.
  func page(_ gathered: Gathered, _ choices: ShareChoices) throws(Departure) -> String {
    let page = ReportPage(
      gathered.report, withheld: Self.withheld(gathered, choices), reading: try reading(choices))
    do { return try page.html() } catch { throw .failed(.unexpected) }
  }

  /// Kinds of which nothing goes, and that words stay.
  static func withheld(_ gathered: Gathered, _ choices: ShareChoices) -> [String] {
    let none = gathered.withheld.map { $0.title.lowercased() }
    let isWordless = gathered.entries.contains { $0.detail == .numbers && !$0.redacted.isEmpty }
    return none + (isWordless ? ["words of one's own"] : []) + (gathered.held > 0 ? ["single entries"] : [])
  }

  /// What the programme said about who reads files, and how often: in its pack, or as the person wrote it down.
  func reading(_ choices: ShareChoices) throws(Departure) -> String? {
    let recipient = try choices.recipient.flatMap { (name) throws(Departure) in
      try RecipientDesk(session: session).list().current(named: name)
    }
    if let programme = try KeptProgrammes(session: session).programme(of: recipient) { return programme.reading }
    let entry = try session.inJournal { (store) throws(VaultError) in
      try store.entries(EntryFilter(form: "programme", limit: 1)).first
    }
    return entry?.words("reads").map { "The programme says: \($0)" }
  }
}
