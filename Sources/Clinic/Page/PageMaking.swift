import Exchange
import Forms
import Journal
import Vault

/// Makes the page of what was gathered. Reads and writes nothing.
struct PageMaking {
  let person: Participant
  let span: PageSpan
  let entries: [PageContent.Kept]
  /// Of the newest log.
  let head: KeptHead
  let now: Moment
  /// When each row first came here, in milliseconds.
  var arrived: [Int64: Int64] = [:]
  var seen: [SeenNote] = []
  var given: [GivenItem] = []
  /// The newest first.
  var logs: [KeptLog] = []

  init(person: Participant, span: PageSpan, entries: [PageContent.Kept], head: KeptHead, now: Moment) {
    self.person = person
    self.span = span
    self.entries = entries
    self.head = head
    self.now = now
  }

  private var last: Day { head.range.upperBound }
  private var isMissing: Bool { now.day.daysSince1970 - last.daysSince1970 > RosterRow.patience }

  func content() -> PageContent {
    let standing = entries.filter { !$0.line.isDisputed }.map(\.answered)
    let disputed = entries.filter(\.line.isDisputed).map(\.answered)
    let looked = min(span.days.lowerBound, span.days.upperBound.adding(days: 1 - Report.least))
    let withheld = ReadFirst.Subject.withheld(head.detail)
    var report = Report(
      standing.filter { span.days.contains($0.entry.day) }, days: span.days,
      earlier: standing.filter { $0.entry.day < span.days.lowerBound },
      disputed: disputed.filter { $0.entry.day >= looked }, note: notes, withheld: withheld)
    // Numbers look back two weeks even where nothing earlier is there.
    report.span = looked...span.days.upperBound
    let flags = report.readFirst.map { flag($0, looked: looked) }
    report.readFirst = flags.map { ReadFirst(subject: $0.subject, state: $0.state) }
    return PageContent(
      person: person, span: span, report: report, flags: flags, withheld: head.withheld.map { $0.title.lowercased() },
      reading: nil, frame: frame(flags, report), entries: entries, filesEnd: last, made: head.created.day)
  }

  /// With the days of what was reported earlier and never seen, and without a no where files are missing.
  private func flag(_ one: ReadFirst, looked: Day) -> PageContent.Flag {
    let notes = seen.filter { $0.subject == one.subject.rawValue }
    let after = notes.last?.at ?? .min
    let reports = entries.filter { ReadFirst.isReported(one.subject, in: $0.answered) == true }
    let new = reports.filter { arrived[$0.line.n].map { $0 > after } ?? false }
    var days = Set(new.map(\.line.day))
    if case .reported(let shown) = one.state { days.formUnion(shown) }
    let state: ReadFirst.State =
      !days.isEmpty ? .reported(days.sorted()) : isMissing ? .noFile(since: last) : one.state
    return PageContent.Flag(subject: one.subject, state: state, notes: notes, isUnseen: !new.isEmpty)
  }

  /// What they want to say, out of the newest file that holds a note and any other of these days, with its date.
  private var notes: String? {
    let said = logs.filter { $0.days.upperBound >= span.days.lowerBound }.compactMap { KeptHead($0.head) }
      .filter { $0.note?.trimmed.isEmpty == false }.prefix(2)
    let texts = said.map { "\($0.created.day.iso): \($0.note ?? "")" }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  private func frame(_ flags: [PageContent.Flag], _ report: Report) -> ReportFrame {
    var lead = [span.reason + " The newest file was made on \(head.created.day.iso)."]
    let gap = now.day.daysSince1970 - last.daysSince1970
    if gap > 0 {
      lead[0] += gap == 1 ? " Of the day since nothing is known." : " Of the \(gap) days since nothing is known."
    }
    if let words = uncovered { lead.append(words) }
    return ReportFrame(
      title:
        "\(HarmlessText.line(person.name)) (#\(person.n)), \(span.days.lowerBound.iso) to \(last.iso), patient-reported",
      lead: lead, notes: Dictionary(uniqueKeysWithValues: flags.map { ($0.subject, words($0)) }),
      given: GivenLines(now: now, given: given, entries: entries.map(\.answered), head: head).lines, notice: head.notice
    )
  }

  /// Days of the page that no file is about.
  private var uncovered: String? {
    let first = span.days.lowerBound.daysSince1970
    let open = (first...span.days.upperBound.daysSince1970).map { Day(daysSince1970: $0) }.filter { day in
      !logs.contains { $0.days.contains(day) }
    }
    guard let from = open.first, let to = open.last else { return nil }
    let days = open.count == 1 ? "1 day" : "\(open.count) days"
    return "No file is about \(days) of these, between \(from.iso) and \(to.iso)."
  }

  /// What stands below a flag: what was done, and whether it was seen.
  private func words(_ flag: PageContent.Flag) -> [String] {
    let notes = flag.notes.suffix(2).map { "seen \(now.day(of: $0.at).iso) by \($0.by): \(HarmlessText.line($0.what))" }
    guard flag.isUnseen else { return notes }
    return notes + [notes.isEmpty ? "NOT YET SEEN" : "A REPORT CAME AFTER THAT: NOT YET SEEN"]
  }
}
