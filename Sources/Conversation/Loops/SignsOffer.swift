import Forms
import Journal
import Terminal
import Vault

/// After two days of much energy and little sleep: the person's own signs and a call to the prescriber, offered once and
/// calmly. The journal keeps the day of the last offer, and nothing else of it.
struct SignsOffer {
  let session: Session
  static let question =
    "Two days with much energy, a fast pace and little sleep. "
    + "Some people look at their own signs then, or call their prescriber. Enter carries on."
  private static let key = "signs-offer"

  func consider(_ entry: Entry) throws(Departure) {
    let today = session.world.clock.now().day
    guard session.console.isInteractive, ["mood", "sleep-diary"].contains(entry.form.id),
      entry.day >= today.adding(days: -1)
    else { return }
    let last = try session.inJournal { (store) throws(VaultError) in try store.memory(Self.key) }
      .flatMap { Day(iso: String(decoding: $0, as: UTF8.self)) }
    let from = min(last ?? entry.day, entry.day).adding(days: -1)
    let days = from...max(today, entry.day)
    let noted = try noted(days)
    guard FastDays(noted).asksForOffer(about: entry.day, after: last) else { return }
    session.rememberIfPossible(Self.key, Array(entry.day.iso.utf8))
    session.show(.blank, .text(Rich(Self.question)))
    switch try session.choose(["Not now", "My own signs", "Calling my prescriber"], standard: 0) {
    case 1: try showSigns()
    case 2: try showNumbers()
    default: return
    }
  }

  private func noted(_ days: ClosedRange<Day>) throws(Departure) -> [Day: FastDays.Noted] {
    try session.inJournal { (store) throws(VaultError) in
      var noted: [Day: FastDays.Noted] = [:]
      func take(
        _ form: String, _ variable: String, _ place: WritableKeyPath<FastDays.Noted, Double?>
      ) throws(VaultError) {
        for number in try store.numbers(form: form, variable: variable, days: days) {
          let known = noted[number.source.day]?[keyPath: place] ?? 0
          noted[number.source.day, default: .init()][keyPath: place] = max(known, number.value)
        }
      }
      try take("mood", "energy", \.energy)
      try take("mood", "speed", \.pace)
      try take("mood", "sleep", \.sleep)
      try take("sleep-diary", "slept", \.sleep)
      return noted
    }
  }

  private func showSigns() throws(Departure) {
    let desk = PlanDesk(session: session)
    if let plan = try desk.newest(.relapse) {
      SignsCheck(session: session).showSigns(of: plan)
    } else if let plan = try desk.newest(.emergency), case .items(let signs)? = plan.answers["signs"] {
      session.show(.pair("My signs", Rich(signs.joined(separator: "; "))))
    } else {
      session.show(.text("Your own signs are not written down yet. `plan relapse` does that, on a calm day."))
    }
    session.show(.quiet("`plan signs` notes today's colour. Your prescriber is glad of an early call."))
  }

  /// Who prescribes, from the person's own list, and the numbers of the programme.
  private func showNumbers() throws(Departure) {
    let medicines = try RecordDesk(session: session, kind: .medicines).open()
    var seen: Set<String> = []
    let prescribers = medicines.compactMap { $0.words("prescriber") }.filter { seen.insert($0).inserted }
    var blocks: [Block] = prescribers.map { .pair("Prescriber", Rich($0)) }
    if let programme = session.world.settings.programme {
      if let day = programme.day { blocks.append(.pair("Programme, by day", Rich(day))) }
      if let night = programme.night { blocks.append(.pair("Programme, after hours", Rich(night))) }
    }
    if blocks.isEmpty {
      blocks.append(.text("No number is written down here. The label of a medicine has it, or your programme."))
    }
    let words = "You could say: \"I slept little for two nights and have a lot of energy. What do you advise?\""
    session.console.show(blocks + [.text(Rich(words))])
  }
}
