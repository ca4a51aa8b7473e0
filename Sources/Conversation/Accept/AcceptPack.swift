import Exchange
import Forms
import JSON
import Journal
import Terminal
import Vault

/// Takes a programme's pack: shows it, has the eight words compared once, and adds all of it after a yes.
struct AcceptPack {
  let session: Session
  let wishes: AcceptWishes
  private static let form = "programme"

  func run(_ file: [UInt8]) throws(Departure) {
    let pack = try Self.read(file)
    _ = try session.journal()
    guard try pack.keys != KeyDesk(session: session).keys().publicKeys else {
      throw .failed(Failure("That pack is signed with your own keys.", safe: AcceptDesk.nothing, code: 65))
    }
    let desk = RecipientDesk(session: session)
    var list = try desk.list()
    let kept = KeptProgrammes(session: session)
    let earlier = try kept.all().last { $0.pack.keys == pack.keys }
    let standing = list.standing(of: pack.keys, name: pack.name)
    if let earlier, earlier.file == file, isCurrent(standing) {
      return session.console.show(
        [.text(Rich("You have this pack of \(pack.name) already. \(AcceptDesk.nothing)"))], to: .result)
    }
    var blocks = PackText(pack: pack).blocks
    if let earlier { blocks += [.blank] + PackText(pack: pack).changes(from: earlier.pack) }
    try Reading(session: session).page(blocks)
    if let earlier, pack.isOlder(than: earlier.pack), try !wantsOlder(pack, earlier.pack) { return stayed() }
    guard let recipient = try recipient(pack, standing, list) else { return stayed() }
    let isWanted = wishes.yes ? true : try session.confirm("Add all of this to your journal?")
    guard isWanted else { return stayed() }

    var accepting = Accepting(session: session, wishes: wishes, source: pack.name)
    list.add(recipient)
    accepting.set(RecipientDesk.key, list.bytes)
    if !recipient.isCompared {
      accepting.say("The eight words were not compared. `share recipients` shows them; compare them when you can.")
    }
    let isOpen = try addProgramme(pack, to: &accepting)
    let sessions = try addSessions(pack, earlier, to: &accepting)
    for one in earlier?.pack.questionnaires ?? [] where !pack.questionnaires.contains(where: one.isSame(as:)) {
      try accepting.remove(one)
    }
    for one in pack.questionnaires where !(earlier?.pack.questionnaires.contains(one) ?? false) {
      try accepting.add(one, every: nil)
    }
    accepting.set(
      KeptProgrammes.key, try kept.value(adding: KeptProgramme(pack: pack, file: file, sessions: sessions)))
    accepting.say(
      isOpen
        ? "Its numbers stand in `crisis`, also before the passphrase. `settings programme` changes that."
        : "Its numbers are in your journal only, and not in `crisis` before the passphrase.")
    try accepting.keep()
    try ProgrammeDesk(session: session).publish(saying: false)
  }

  static func read(_ file: [UInt8]) throws(Departure) -> ProgrammePack {
    do throws(ProgrammePackError) { return try ProgrammePack(reading: file) } catch {
      throw .failed(Failure(pack: error))
    }
  }

  /// A pack of before may hold a number that nobody answers any more.
  private func wantsOlder(_ pack: ProgrammePack, _ earlier: ProgrammePack) throws(Departure) -> Bool {
    let today = session.world.clock.now().day
    let days = [pack, earlier].map { $0.made.map { Dates.words($0, today: today) } ?? "a day it does not say" }
    let happened = "This pack is older than the one you have: it is from \(days[0]), yours from \(days[1])."
    guard !wishes.yes else {
      throw .failed(
        Failure(
          happened, safe: AcceptDesk.nothing,
          next: "Ask for the newest one. To go back to the older one, run `accept` without --yes.", code: 65))
    }
    session.show(
      .blank, .alert(Rich(happened)),
      .text("A number in it may not work any more. Ask your programme which one is right."))
    return try session.choose(["Keep the one I have", "They told me. Take the older one"]) == 1
  }

  private func isCurrent(_ standing: RecipientList.Standing) -> Bool {
    switch standing {
    case .same, .otherName: true
    case .new, .otherKeys: false
    }
  }

  private func stayed() {
    session.console.show([.text(Rich("Not added. \(AcceptDesk.nothing)"))], to: .result)
  }

  /// The programme as somebody files are sealed for; nil where the person leaves it.
  private func recipient(
    _ pack: ProgrammePack, _ standing: RecipientList.Standing, _ list: RecipientList
  ) throws(Departure) -> Recipient? {
    var adding = AddingCard(session: session, isCompared: wishes.isCompared, asksName: false)
    adding.isPart = true
    var name = pack.name
    var isCompared = wishes.isCompared
    switch standing {
    case .same(let here), .otherName(let here):
      // The keys are known: the name that the person sees stays.
      name = here.name
      isCompared = isCompared || here.isCompared
    case .otherKeys(let here) where wishes.yes:
      throw .failed(
        Failure(
          "These are not the keys that \(here.name) had before.", safe: AcceptDesk.nothing,
          next: "Ask them. If they have new keys, run `accept` without --yes and compare the eight words.", code: 77))
    case .new, .otherKeys:
      guard try adding.mayAdd(pack.card, as: name, to: list) else { return nil }
    }
    if !isCompared, !wishes.yes {
      session.show(.blank, .text("Its eight words:"), session.numbered(pack.keys.words))
      guard let compared = try adding.compare(name) else { return nil }
      isCompared = compared
    }
    return Recipient(name: name, keys: pack.keys, added: session.world.clock.now(), isCompared: isCompared)
  }

  /// Its name and numbers, in the plan that `settings programme` changes. True where they stand in `crisis`.
  private func addProgramme(_ pack: ProgrammePack, to accepting: inout Accepting) throws(Departure) -> Bool {
    let form = try FormDesk(session: session).form(Self.form)
    let here = try session.inJournal { (store) throws(VaultError) in
      try store.entries(EntryFilter(form: Self.form, limit: 1)).first
    }
    var answers: [String: Answer] = ["name": .text(pack.name)]
    answers["day-phone"] = pack.byDay.map { .text($0) }
    answers["hours"] = pack.hours.map { .text($0) }
    answers["after-hours-phone"] = pack.afterHours.map { .text($0) }
    if !pack.steps.isEmpty { answers["emergency-steps"] = .items(pack.steps) }
    answers["reads"] = .text("\(pack.whoReads.asPart). \(pack.howOften.asPart). Meanwhile: \(pack.meanwhile.asPart).")
    let wasOpen = here.map { $0.answers["show-in-crisis"] == .yesNo(true) }
    let isOpen = try asksOpen(wasOpen)
    answers["show-in-crisis"] = .yesNo(isOpen)
    if var here {
      here.form = Wordings.stamp(of: form)
      here.answers = answers
      accepting.revise(here, form: form)
    } else {
      accepting.add(answers, form: form)
    }
    return isOpen
  }

  private func asksOpen(_ wasOpen: Bool?) throws(Departure) -> Bool {
    if wishes.isHidden { return false }
    if wishes.yes { return wasOpen ?? true }
    session.show(
      .blank,
      .text(
        "The name, hours, numbers and emergency steps can stand in `crisis`, which opens without a passphrase. Then you have them in one word."
      ),
      .text(
        "But anyone at this computer could see them, and see that you go to a programme. If somebody here might make you less safe, say no."
      ))
    return try session.confirm("May they stand there?", standard: wasOpen ?? true)
  }
}

extension JSON {
  /// Another version of the same questionnaire, or itself.
  fileprivate func isSame(as other: JSON) -> Bool { self == other || self["url"] != nil && self["url"] == other["url"] }
}
