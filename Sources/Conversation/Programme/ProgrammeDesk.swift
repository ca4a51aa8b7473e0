import Forms
import Journal
import Terminal
import Vault

/// The programme's name, numbers and emergency steps: asked for once, kept in the journal, and shown in `crisis` only after a yes.
package struct ProgrammeDesk {
  let session: Session
  private static let form = "programme"
  private static let askedKey = "programme-asked"

  package init(session: Session) { self.session = session }

  /// Asks about the programme the first time one of its lists is opened.
  package func askOnce() throws(Departure) {
    guard session.console.isInteractive else { return }
    let asked = try session.inJournal { (store) throws(VaultError) in try store.memory(Self.askedKey) }
    guard asked == nil, try newest() == nil else { return }
    session.show(
      .text("Shall Handrail keep your programme's name and numbers, so that they are there when you need them?"),
      .quiet("If your programme gave you a file, `accept FILE` does it in one go."))
    let answer = try session.choose(["Not now", "Yes, a few questions"], standard: 0)
    try session.inJournal { (store) throws(VaultError) in try store.remember(Self.askedKey, Array("yes".utf8)) }
    if answer == 1 { try edit() } else { session.show(.quiet("`settings programme` asks any time.")) }
  }

  /// Asks, or changes what is there; then what may be public follows the person's answer.
  package func edit() throws(Departure) {
    let desk = FormDesk(session: session)
    let form = try desk.form(Self.form)
    if let entry = try newest() {
      var runner = FormRunner(session: session, form: form, editing: entry)
      try AfterEntry(session: session).say(try runner.run(), form: form, edited: true)
    } else {
      try desk.fill(form, day: session.world.clock.now().day)
    }
    try publish()
  }

  private func newest() throws(Departure) -> Entry? {
    try session.inJournal { (store) throws(VaultError) in
      try store.entries(EntryFilter(form: Self.form, limit: 1)).first
    }
  }

  /// Brings the public part in line with the newest entry: there after a yes, and else gone. `isTakenBack`: also where no
  /// entry is left.
  func publish(saying: Bool = true, isTakenBack: Bool = false) throws(Departure) {
    let entry = try newest()
    guard entry != nil || isTakenBack else { return }
    var settings = session.world.settings
    settings.programme = entry.flatMap { $0.answers["show-in-crisis"] == .yesNo(true) ? PublicProgramme($0) : nil }
    guard settings != session.world.settings else { return }
    try settings.write(inHome: session.world.environment.home)
    session.world.settings = settings
    guard saying else { return }
    session.show(
      .quiet(
        settings.programme == nil
          ? "Your programme's numbers no longer stand in `crisis` before the passphrase."
          : "Your programme's numbers now stand in `crisis`, also before the passphrase."))
  }
}

extension PublicProgramme {
  init(_ entry: Entry) {
    self.init()
    name = entry.words("name") ?? "My programme"
    day = entry.words("day-phone")
    night = entry.words("after-hours-phone")
    hours = entry.words("hours")
    if case .items(let steps)? = entry.answers["emergency-steps"] { self.steps = steps.prefix(12).map(\.oneLine) }
  }
}
