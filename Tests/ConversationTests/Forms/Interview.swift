import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// A person who fills in a form: makes replies that fit each question, walks along in a walk of their own, and looks
/// into the journal before every reply, to see that all earlier answers are there.
final class Interview {
  let sitting: Sitting
  let form: Form
  /// What must be in the journal when the next question is asked; nil while nothing has to be.
  private(set) var kept: Walk?
  /// Where the person believes to be.
  private(set) var walk: Walk
  private(set) var asked: [Path] = []
  /// Replies that are to come at the question being asked, and what they do in the end.
  private var pending: [(line: String, then: (inout Walk) -> Void)] = []
  private var random: DemoRandom
  /// Does something other than answering when it returns a way out; called once each time a question is reached.
  var wayOut: (Step, _ visit: Int) -> Words.WayOut? = { _, _ in nil }
  /// Called before each reply, after the journal was looked at. Returns a reply to give instead.
  var interrupt: (Step, Prompt) -> Reply? = { _, _ in nil }
  /// Whether what stood on a line when the person went away may be in the draft, beside the answers.
  var keepsPartial = false
  private var visits: [Path: Int] = [:]
  var problems: [String] = []

  init(_ sitting: Sitting, _ form: Form, seed: UInt64 = 1) {
    self.sitting = sitting
    self.form = form
    walk = Walk(form)
    random = DemoRandom(seed: seed)
    sitting.console.reply = { [unowned self] in reply(to: $0) }
  }

  /// Takes up a draft where it stands in the journal.
  func resume(_ draft: Draft) {
    walk = draft.walk
    kept = draft.walk
    pending = []
  }

  /// Whether nothing is left but words to read.
  var isThrough: Bool { form.steps(under: walk.answers).allSatisfy { $0.isShown || walk.isSettled($0) } }

  /// The place itself is stored now, with what was shown on the way to it.
  func arrived() { kept = walk }

  private var isInteractive: Bool { sitting.console.isInteractive }

  private func reply(to prompt: Prompt) -> Reply {
    look()
    // Breathing and timers are begun by the person, or left out.
    if case .choice(_, "Leave it out", _)? = sitting.console.recording.blocks.last {
      return .line(random.chance(50) ? "1" : "2")
    }
    if pending.isEmpty {
      passShown()
      guard let step = walk.current(in: form) else { return .line("1") }  // keep it
      asked.append(step.path)
      let visit = visits[step.path, default: 0] + 1
      visits[step.path] = visit
      plan(step, visit: visit)
    }
    if let step = walk.current(in: form), let other = interrupt(step, prompt) { return other }
    let next = pending.removeFirst()
    next.then(&walk)
    return .line(next.line)
  }

  /// All that was answered so far must be in the journal now.
  private func look() {
    do {
      var stored = try sitting.store.drafts().first?.walk
      if keepsPartial { stored?.partial = "" }
      if let kept, stored != kept { problems.append("at \(asked.last?.question ?? "the start"): the draft is behind") }
    } catch {
      problems.append("\(error)")
    }
  }

  private func passShown() {
    while let step = walk.current(in: form), step.isShown { walk.pass(in: form) }
  }

  private func plan(_ step: Step, visit: Int) {
    if let word = wayOut(step, visit) {
      let free = step.isFree && isInteractive
      pending = [(word.rawValue, free ? { _ in } : { [self] in follow(word, &$0) })]
      if free { pending.append(("1", { [self] in follow(word, &$0) })) }
      return
    }
    let lines = Replies.lines(for: step, random: &random)
    guard step.isLong else {
      pending = [(lines[0], { [self] in answer(lines[0], step, &$0) })]
      return
    }
    // Lines of a draft that was taken up stand already.
    let standing = walk.lines
    let all = standing + lines.dropFirst(standing.count)
    pending = all.indices.dropFirst(standing.count).map { index in
      (
        all[index],
        { [self] walk in
          walk.lines = Array(all[...index])
          walk.partial = ""
          kept = walk
        }
      )
    }
    pending.append(("", { [self] in answer(all.joined(separator: "\n"), step, &$0) }))
  }

  private func answer(_ reply: String, _ step: Step, _ walk: inout Walk) {
    do {
      walk.answer(try step.read(reply, today: sitting.session.world.clock.now().day), in: form)
    } catch {
      problems.append("\(step.question.id) does not take \(reply): \(error)")
      walk.skip(in: form)
    }
    kept = walk
  }

  private func follow(_ word: Words.WayOut, _ walk: inout Walk) {
    switch word {
    case .back: if walk.back(in: form) { kept = walk }
    case .skip:
      walk.skip(in: form)
      kept = walk
    case .pause: kept = walk
    case .why, .help: break
    }
  }
}

/// What a person might type at a question: as many lines as it takes, always the same number for the same kind.
enum Replies {
  static func lines(for step: Step, random: inout DemoRandom) -> [String] {
    func number(_ low: Int, _ high: Int) -> String { String(Int.random(in: low...max(low, high), using: &random)) }
    switch step.question.kind {
    case .text: return ["words for \(step.question.id) \(number(0, 9))"]
    case .list: return ["first \(number(0, 9))", "second, \(number(0, 9))"]
    case .scale(let low, let high, _, _): return [number(low, high)]
    case .number(let low, let high, _):
      let least = Int((low ?? 0).rounded(.up))
      return [number(least, high.map { Int($0) } ?? least + 10)]
    case .yesNo: return [random.chance(75) ? "yes" : "no"]
    case .date: return [["today", "tomorrow", "in 2 weeks", "2026-12-01"].randomElement(using: &random) ?? "today"]
    case .dateTime: return [["today 21:30", "2026-12-01 7am", "yesterday"].randomElement(using: &random) ?? "today"]
    case .time: return [["21:30", "7am", "noon"].randomElement(using: &random) ?? "noon"]
    case .duration: return [["7h 30m", "45m", "8h"].randomElement(using: &random) ?? "8h"]
    case .choice(let choices):
      if step.options.isEmpty || choices.other && random.chance(30) { return ["my own words"] }
      return [number(1, step.options.count)]
    case .choices(let choices, let least):
      let count = min(step.options.count, max(least, Int.random(in: 1...3, using: &random)))
      var picks = Array(1...max(1, step.options.count)).shuffled(using: &random).prefix(count).map(String.init)
      if choices.other && random.chance(50) { picks.append("my own words") }
      return [picks.joined(separator: ", ")]
    case .group, .each, .show, .breathe, .timer: return [""]
    }
  }
}
