import Forms
import JSON
import Journal

/// What came back of one thing that was given. Not known is never told as not done.
package struct AssignmentOutcome: Equatable, Sendable {
  package enum State: Equatable, Sendable {
    case done, part
    /// As the person said it.
    case notYet
    /// It is on their list, and nothing more was told.
    case taken
    /// Answered or noted so many times; the last one's words.
    case answered(times: Int, words: String?)
    /// Its part of the journal is not shared.
    case notShared
    case nothingYet
  }

  package var state: State
  /// The day it was told of, or the last one.
  package var day: Day?

  package init(_ state: State, on day: Day? = nil) {
    self.state = state
    self.day = day
  }

  /// `entries` of the person, as their logs tell them, the oldest first; `detail` as the newest log says it; `since`: the day it
  /// was given.
  package static func of(
    _ item: Assignment.Item, entries: [Answered], since: Day, detail: (ShareCategory) -> ShareDetail
  ) -> AssignmentOutcome {
    let linked = entries.filter { $0.entry.links.contains(.assigned(item.id)) }
    switch item.work {
    case .homework:
      let homework = linked.last { $0.entry.form.id == "homework" }
      // How it went may have come in another file than the homework itself.
      let told = entries.last { one in
        one.entry.form.id == "homework-done"
          && (linked.contains(one) || one.entry.links.contains { $0.entry == homework?.entry.id })
      }
      switch told?.chosen("went")?.code {
      case "done": return .init(.done, on: told?.entry.day)
      case "part": return .init(.part, on: told?.entry.day)
      case "not-yet": return .init(.notYet, on: told?.entry.day)
      default: if let last = homework ?? told { return .init(.taken, on: last.entry.day) }
      }
    case .target:
      let id = DiaryTargets.id(of: item.id)
      let noted = entries.filter { one in one.entry.answers.keys.contains { $0.hasSuffix(id) } }
      if let last = noted.last { return .init(.answered(times: noted.count, words: nil), on: last.entry.day) }
    case .questionnaire(let json, _):
      let names = [json["title"]?.string, json["name"]?.string].compactMap { $0.map(HarmlessText.line) }
      let answered = entries.filter { one in
        linked.contains(one) || one.entry.day >= since && one.form.kind == .measure && names.contains(one.form.title)
      }
      guard let last = answered.last else { break }
      let score = last.form.scores(of: last.entry.answers).first { $0.missing == 0 }
      return .init(
        .answered(times: answered.count, words: score.map { "\($0.label) \(Form.plain($0.value))" }), on: last.entry.day
      )
    case .module(let id, _):
      let marks = entries.filter { one in
        one.entry.form.id == "module-mark" && (linked.contains(one) || one.entry.answers["module"] == .text(id))
      }
      if let last = marks.last {
        return .init(.answered(times: marks.count, words: last.chosen("mark")?.label), on: last.entry.day)
      }
    }
    return .init(detail(item.category) == .none ? .notShared : .nothingYet)
  }

  /// A few words for a list.
  package var words: String {
    let on = day.map { " on \($0.iso)" } ?? ""
    switch state {
    case .done: return "done, told\(on)"
    case .part: return "a part of it, told\(on)"
    case .notYet: return "not yet, they said\(on)"
    case .taken: return "taken up\(on), nothing told since"
    case .answered(let times, let words):
      let often = times == 1 ? "once" : "\(times) times, last"
      return "came back \(often)\(on)" + (words.map { ": \($0)" } ?? "")
    case .notShared: return "not shared"
    case .nothingYet: return "nothing came back yet"
    }
  }
}
