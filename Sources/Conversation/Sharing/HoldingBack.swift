import Forms
import Journal
import Terminal

/// Shows the entries that would go as a list, and lets the person pick those that stay here.
struct HoldingBack {
  let session: Session

  private static let help: Block =
    .quiet(
      "Numbers of what stays here from now on, such as 2 5 or 3-6. The same number again lets it go. Enter is done.")

  /// Which of `entries` stay. Each pick is kept at once: a window that closes does not let anything go.
  func pick(_ entries: [Answered]) throws(Departure) {
    let kept = HeldBack(session: session)
    var held = try kept.entries()
    let lines = entries.map(line)
    try Reading(session: session).page(
      [.title("What would go")]
        + lines.enumerated().map { place, line in
          .choice(key: String(place + 1), label: Rich(line), note: mark(held.contains(entries[place].entry.id)))
        })
    session.show(Self.help)
    while true {
      let typed = Words.bare(try session.ask(Prompt("Stays here: ")) { [Self.help] })
      switch typed {
      case "", "back", "done": return
      case "pause", "menu": throw .paused
      case "quit", "q": throw .quit
      default: break
      }
      guard let places = Self.places(typed, most: entries.count) else {
        guard session.console.isInteractive else {
          throw .failed(
            Failure(
              "Numbers from 1 to \(entries.count) were expected, and something else came.",
              safe: "Nothing was shared.", code: 65))
        }
        session.show(Self.help)
        continue
      }
      for place in places { held.formSymmetricDifference([entries[place].entry.id]) }
      try kept.keep(held)
      session.console.show(
        places.map { place in
          let stays = held.contains(entries[place].entry.id)
          return .text(Rich("\(place + 1) \(stays ? "stays here" : "goes"): \(lines[place])"))
        }, to: .result)
    }
  }

  private func mark(_ isHeld: Bool) -> String? { isHeld ? "stays here" : nil }

  /// `Mood, Wednesday, evening: could not sleep`
  private func line(_ one: Answered) -> String {
    let today = session.world.clock.now().day
    let when = Dates.words(one.entry.day, today: today) + (one.entry.part.map { ", \($0.rawValue)" } ?? "")
    let own = one.form.allQuestions.lazy
      .compactMap { one.entry.answers[$0.id]?.ownWords(to: $0).oneLine }.first { !$0.isEmpty }
    let words = own ?? EntryText.line(for: one.entry, form: one.form)
    return "\(one.form.title), \(when): \(words.count > 40 ? words.prefix(37) + "…" : words)"
  }

  /// `2 5` and `3-6` as places from 0, each once; nil where anything else stands in it.
  static func places(_ typed: String, most: Int) -> [Int]? {
    var places: [Int] = []
    for word in typed.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1], low >= 1, low <= high,
        high <= most
      else { return nil }
      for number in low...high where !places.contains(number - 1) { places.append(number - 1) }
    }
    return places.isEmpty ? nil : places
  }
}
