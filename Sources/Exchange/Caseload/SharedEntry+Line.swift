import Forms
import Journal

extension SharedEntry {
  /// An entry as it came in a log; nil where its name cannot be one. Names take the place of ids. `offset`: what a time of
  /// a day gets, in seconds east of UTC, where the line does not say when it was written.
  package init?(line: LogLine, form: Form, offset: Int = 0) {
    guard let id = ULID(line.name) else { return nil }
    let noon = Int64(line.day.daysSince1970 * 86_400 + 43_200 - offset) * 1000
    let entry = Entry(
      id: id, revision: line.revision, status: line.isWithdrawn ? .withdrawn : .final,
      form: FormStamp(id: line.form, version: line.version, wording: "\(line.form) \(line.version)"), day: line.day,
      part: line.part, recorded: line.recorded ?? Moment(milliseconds: noon, offset: offset, zone: "UTC"),
      answers: line.answers,
      links: line.links.compactMap { link in ULID(link.entry).map { Link(name: link.name, entry: $0) } })
    self.init(
      cut: entry, form: form, detail: line.detail, redacted: line.redacted, showsTime: line.recorded != nil)
  }
}
