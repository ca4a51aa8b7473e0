import Exchange
import Forms
import JSON
import Journal
import Vault

/// What was given to a person, each with what came back of it.
struct GivenLines {
  let now: Moment
  let given: [GivenItem]
  let entries: [Answered]
  let head: KeptHead

  /// The newest first.
  var lines: [String] { given.map { "\(now.day(of: $0.at).iso) \(title($0)): \(outcome($0))" } }

  private func title(_ item: GivenItem) -> String {
    let json = try? JSON(reading: Array(item.body.utf8), limits: JSONLimits(bytes: LogLimits.line))
    let words: String? =
      switch item.kind {
      case "homework": json?["what"]?.string
      case "target": json?["name"]?.string.map { "watch \"\($0)\"" }
      case "questionnaire": json?["questionnaire"]?["title"]?.string ?? json?["questionnaire"]?["name"]?.string
      case "module": (json?["module"]?["id"] ?? json?["id"])?.string.map { "page \"\($0)\"" }
      default: nil
      }
    return HarmlessText.line(words ?? item.kind)
  }

  /// What links back to the item tells; where its kind is not shared nobody can know.
  private func outcome(_ item: GivenItem) -> String {
    let linked = entries.filter { one in
      one.entry.links.contains { $0.name == "assigned" && $0.entry.text == item.item }
    }
    if let homework = linked.first(where: { $0.entry.form.id == "homework" }) { return told(homework) }
    if let one = linked.last(where: { $0.form.kind == .measure }) {
      let score = one.form.scores(of: one.entry.answers).first.map { ", \($0.label) \(Form.plain($0.value))" } ?? ""
      let times = linked.count == 1 ? "answered" : "answered \(linked.count) times, last"
      return "\(times) on \(one.entry.day.iso)\(score)"
    }
    if let last = linked.last {
      if let mark = last.chosen("mark") { return "\(mark.label) on \(last.entry.day.iso)" }
      return "noted on \(last.entry.day.iso)"
    }
    if head.detail(category(item.kind)) == .none { return "not shared" }
    return "nothing came back yet"
  }

  private func told(_ homework: Answered) -> String {
    let done = entries.last { one in
      one.entry.form.id == "homework-done" && one.entry.links.contains { $0.entry == homework.entry.id }
    }
    guard let done, let went = done.chosen("went") else { return "taken up, not told about yet" }
    return "\(went.label) on \(done.entry.day.iso)"
  }

  private func category(_ kind: String) -> ShareCategory {
    switch kind {
    case "target": .diary
    case "questionnaire": .measures
    case "module": .reading
    default: .homework
    }
  }
}
