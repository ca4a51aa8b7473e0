import Exchange
import Forms
import JSON
import Journal
import Terminal
import Vault

/// Takes work that the programme assigned: checks who signed it and for whom, shows each item, and adds it after a yes.
struct AcceptAssignment {
  let session: Session
  let wishes: AcceptWishes
  /// Assignments that were taken, by id, with the items that were.
  static let key = "assignments"

  private var text: AssignmentText {
    AssignmentText(today: session.world.clock.now().day, library: session.world.library)
  }

  func run(_ opened: [UInt8]) throws(Departure) {
    guard Assignment.isAhead(in: opened) else { throw .failed(AcceptedKind(of: opened).failure) }
    let read: ReadAssignment
    do throws(AssignmentRefusal) { read = try ReadAssignment(opened) } catch {
      throw .failed(Failure(assignment: error))
    }
    let assignment = read.assignment
    let sender = try AssignmentSender(session: session).check(read)
    let taken = try taken()
    guard taken[assignment.id] == nil else {
      return session.console.show(
        [.text(Rich("You have taken this from \(sender.name) already. \(AcceptDesk.nothing)"))], to: .result)
    }
    let known = Set(taken.values.joined())
    let new = assignment.items.filter { !known.contains($0.id) }
    guard !new.isEmpty else {
      return session.console.show(
        [.text(Rich("All of it is here already, from \(sender.name). \(AcceptDesk.nothing)"))], to: .result)
    }
    try show(new, of: assignment, from: sender, here: assignment.items.count - new.count)
    let chosen = wishes.yes ? new : try choose(new)
    guard let chosen, !chosen.isEmpty else {
      return session.console.show([.text(Rich("Not added. \(AcceptDesk.nothing)"))], to: .result)
    }
    var accepting = Accepting(session: session, wishes: wishes, source: sender.name)
    try add(chosen, from: sender.name, to: &accepting)
    var all = taken
    all[assignment.id] = chosen.map(\.id)
    accepting.set(Self.key, try Self.value(all))
    try accepting.keep()
  }

  private func show(
    _ items: [Assignment.Item], of assignment: Assignment, from sender: Recipient, here: Int
  ) throws(Departure) {
    let when = Dates.words(assignment.created.day, today: session.world.clock.now().day)
    var blocks: [Block] = [
      .title(Rich("From \(sender.name), written \(when)")), .text("Checked: it is signed with their key, for you."),
    ]
    if !sender.isCompared {
      blocks.append(.text("You have not compared their eight words yet. `share recipients` shows them."))
    }
    if here > 0 { blocks.append(.quiet(Rich("\(here) of its items \(here == 1 ? "is" : "are") here already."))) }
    for item in items { blocks += [.blank] + (try text.blocks(for: item)) }
    blocks += [
      .blank, .text("It is an offer, and nothing here is a must. You can leave out what does not fit, and say so."),
      .text("Nobody sees what you do with it until you share."),
    ]
    try Reading(session: session).page(blocks)
  }

  private enum Way { case add, read(Assignment.Item), leaveOut, not }

  /// What is wanted of it; nil for nothing. A page can be read first.
  private func choose(_ items: [Assignment.Item]) throws(Departure) -> [Assignment.Item]? {
    var items = items
    while true {
      var ways: [(way: Way, label: String)] = [(.add, items.count == 1 ? "Add it" : "Add all \(items.count)")]
      for item in items {
        guard case .module(let id, let page) = item.work else { continue }
        ways.append((.read(item), "Read first: \(try text.page(id, page).module.title)"))
      }
      if items.count > 1 { ways.append((.leaveOut, "Leave one out")) }
      ways.append((.not, "Not now"))
      session.show(.blank)
      switch ways[try session.choose(ways.map(\.label))].way {
      case .add: return items
      case .not: return nil
      case .leaveOut:
        session.show(.text("Which one?"))
        items.remove(at: try session.choose(items.map(text.line)))
        session.show(.text(Rich("Left out. \(items.count == 1 ? "1 is" : "\(items.count) are") left.")))
      case .read(let item):
        guard case .module(let id, let page) = item.work else { continue }
        let module = try text.page(id, page).module
        try Reading(session: session).page(ModuleScreen.blocks(module, library: session.world.library))
      }
    }
  }

  private func add(
    _ items: [Assignment.Item], from sender: String, to accepting: inout Accepting
  ) throws(Departure) {
    var pages: [(item: ULID, id: String, text: String)] = []
    var targets = try DiaryDesk(session: session).targets()
    let before = targets
    let today = accepting.now.day
    for item in items {
      switch item.work {
      case .homework(let homework):
        let form = try FormDesk(session: session).form("homework")
        let why = homework.why.map { "\nWhy: \($0)" } ?? ""
        var answers: [String: Answer] = ["what": .text(homework.what + why), "from": .text(sender)]
        answers["often"] = homework.often.map { .text($0) }
        answers["due"] = homework.due.map { .text($0.iso) }
        accepting.add(answers, form: form, links: [.assigned(item.id)])
        accepting.say("Homework: `homework` shows it, and asks how it went.")
      case .target(let target):
        if targets.all.isEmpty { targets = .usual(from: today) }
        targets.add(target.kind, named: target.name, why: target.note, on: today, item: item.id)
        accepting.say("\(target.name) is on your diary card. `diary targets` takes it off.")
      case .questionnaire(let json, let days): try accepting.add(json, every: days, item: item.id)
      case .module(let id, let text):
        pages.append((item.id, id, text))
        accepting.say("A page: `learn \(id)` opens it.")
      }
    }
    if targets != before {
      guard let value = try? targets.json.canonical() else { throw .failed(.unexpected) }
      accepting.set(DiaryDesk.key, value)
    }
    if !pages.isEmpty {
      let kept = try accepting.value(KeptModules.key)
      accepting.set(KeptModules.key, try KeptModules.value(adding: pages, to: kept))
    }
  }

  // MARK: What was taken

  private func taken() throws(Departure) -> [ULID: [ULID]] {
    let bytes = try session.inJournal { (store) throws(VaultError) in try store.memory(Self.key) }
    let json = bytes.flatMap { try? JSON(reading: $0, limits: JSONLimits(bytes: 16 << 20)) }
    var taken: [ULID: [ULID]] = [:]
    for one in json?.object?.members ?? [] {
      guard let id = ULID(one.name) else { continue }
      taken[id] = (one.value.array ?? []).compactMap { $0.string.flatMap { ULID($0) } }
    }
    return taken
  }

  private static func value(_ taken: [ULID: [ULID]]) throws(Departure) -> [UInt8] {
    let members = taken.map { ($0.key.text, JSON.array($0.value.map { .string($0.text) })) }
    guard let value = try? JSON.object(JSON.Object(members)).canonical() else { throw .failed(.unexpected) }
    return value
  }
}
