import Forms
import Journal
import Terminal
import Vault

/// `plan signs`: which colour is today, in a minute, beside the person's own signs. Kept as an entry.
package struct SignsCheck {
  let session: Session
  private static let form = "signs-check"
  private static let colours = ["green", "yellow", "red"]

  package init(session: Session) { self.session = session }

  package func run() throws(Departure) {
    let plan = try PlanDesk(session: session).newest(.relapse)
    if let plan {
      showSigns(of: plan)
    } else {
      session.show(
        .quiet("Your own signs are not written down yet. `plan relapse` does that; the check works without."))
    }
    let desk = FormDesk(session: session)
    var runner = FormRunner(session: session, form: try desk.form(Self.form), day: session.world.clock.now().day)
    let entry = try runner.run()
    try AfterEntry(session: session).say(entry, form: runner.form)
    guard let entry, case .text(let colour)? = entry.answers["colour"], colour != "green" else { return }
    if let plan { steps(for: colour, of: plan) }
    if colour == "red" {
      session.show(
        .alert("Red is a good day to tell someone. `crisis` shows whom to call, `plan` shows your own people."))
    }
  }

  /// The person's own signs, by colour.
  func showSigns(of plan: Entry) {
    for colour in Self.colours { show(colour, of: plan) }
  }

  private func show(_ colour: String, of plan: Entry) {
    guard case .items(let signs)? = plan.answers[colour], !signs.isEmpty else { return }
    session.console.show([.pair(colour.sentence, Rich(signs.joined(separator: "; ")))])
  }

  private func steps(for colour: String, of plan: Entry) {
    let lines: [String]
    switch plan.answers["\(colour)-do"] {
    case .items(let items)?: lines = items
    case .text(let text)?: lines = text.split(whereSeparator: \.isNewline).map(String.init)
    default: return
    }
    session.console.show([.text("What you wanted to do then:")] + lines.map { .bullet(Rich($0)) })
  }
}
