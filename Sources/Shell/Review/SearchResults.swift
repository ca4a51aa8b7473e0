import Conversation
import Forms
import Journal
import Terminal
import Vault

/// A search over all entries: the best match first, with the words around it.
struct SearchResults {
  let session: Session
  /// More than this makes a list that nobody reads.
  private static let most = 30

  /// `days` and `most` come from options; what is typed counts before them.
  func run(
    _ typed: String, days: ClosedRange<Day>? = nil, most: Int? = nil, asJSON: Bool = false
  ) throws(Departure) {
    let asked = SearchWords(typed, today: session.world.clock.now().day)
    if let bad = asked.badDay {
      throw .failed(
        Failure(
          "`day:\(bad)` is not a day Handrail can read.",
          next: "Try day:2026, day:2026-11, day:2026-11-20, day:mon or day:yesterday.", code: 64))
    }
    var filter = EntryFilter(
      days: asked.days ?? days, words: asked.words, tags: asked.tags, formsNamed: asked.form, limit: most)
    let hasWords = asked.words.contains { $0.isLetter || $0.isNumber }
    if !hasWords, asked.form != nil || asked.days != nil || !asked.tags.isEmpty { return try list(filter, asJSON) }
    if !asJSON, most == nil { filter.limit = Self.most }
    let wanted = filter
    let found = try session.inJournal { (store) throws(VaultError) in try store.search(wanted) }
    if asJSON { return try EntryList(session: session).write(found.map(\.entry)) }
    guard !found.isEmpty else { return try nothing(asked, hasWords: hasWords) }
    let total = try session.inJournal { (store) throws(VaultError) in try store.searchCount(wanted) }
    try show(found, total: total)
  }

  /// Filters without words: a list by day, as without a search.
  private func list(_ filter: EntryFilter, _ asJSON: Bool) throws(Departure) {
    var filter = filter
    filter.words = nil
    let wanted = filter
    let entries = try session.inJournal { (store) throws(VaultError) in try store.entries(wanted) }
    let list = EntryList(session: session)
    try asJSON ? list.write(entries) : list.show(entries, filter: wanted)
  }

  private func nothing(_ asked: SearchWords, hasWords: Bool) throws(Departure) {
    var said = "Nothing found."
    if !hasWords {
      said += " There is no word in that to look for."
    } else {
      said += " Every word must stand in an entry, or begin a word in it."
    }
    if let form = asked.form {
      let known = try session.inJournal { (store) throws(VaultError) in try store.formsInUse() }
      if !known.contains(where: { $0.hasPrefix(form) }) { said += " Nothing was filled in on a form named \(form)." }
    }
    session.console.show([.text(Rich(said))], to: .result)
  }

  private func show(_ found: [Found], total: Int) throws(Departure) {
    let today = session.world.clock.now().day
    var titles: [String: String] = [:]
    var blocks: [Block] = []
    for one in found {
      let wording = one.entry.form.wording
      let title: String
      if let known = titles[wording] {
        title = known
      } else {
        title = try session.inJournal { (store) throws(VaultError) in try store.form(of: one.entry) }.title
        titles[wording] = title
      }
      let lead = [Rich.Span(title, .strong), Rich.Span(", \(Dates.words(one.entry.day, today: today)): ")]
      blocks.append(.pair(one.entry.id.short, Rich(lead + Self.spans(one.snippet))))
    }
    blocks.append(.quiet(Rich(Self.foot(shown: found.count, total: total))))
    try Reading(session: session).page(blocks)
  }

  /// The lines that hold a match. It stands in brackets: bold alone is not seen everywhere.
  private static func spans(_ snippet: [Found.Piece]) -> [Rich.Span] {
    var lines: [[Found.Piece]] = [[]]
    for piece in snippet {
      let parts = piece.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for (index, part) in parts.enumerated() {
        if index > 0 { lines.append([]) }
        var cut = piece
        cut.text = String(part)
        lines[lines.count - 1].append(cut)
      }
    }
    let told = lines.filter { line in line.contains(where: \.isMatch) }.map { line in
      line.map { $0.isMatch ? Rich.Span("[\($0.text)]", .strong) : Rich.Span($0.text) }
    }
    return Array(told.joined(separator: [Rich.Span(" / ")]))
  }

  private static func foot(shown: Int, total: Int) -> String {
    if total == 1 { return "1 entry. `review` and its four letters show it." }
    let most = JournalStore.mostRanked
    let order =
      (total > most ? "Of the newest \(most) the best match stands first." : "The best match stands first.")
      + " `review` and four letters show one."
    if total == shown { return "\(total) entries. \(order)" }
    return
      "\(shown) of \(total) entries. \(order) More words find fewer, and so do form:mood, day:2026-11 and tag:work."
  }
}
