import Forms
import Journal
import Terminal
import Vault

extension FormRunner {
  /// Asks one question until it is answered, skipped or left.
  mutating func ask(_ step: Step) throws(Departure) {
    var text = QuestionText(form: form, step: step, walk: draft.walk, plain: session.console.isPlain)
    text.waysOut = !saidWaysOut && session.console.isInteractive
    saidWaysOut = true
    session.console.show(text.blocks)
    let ideas = try ideas(for: step)
    queue = try earlierLines(for: step)
    var standing = draft.walk.partial
    if standing.isEmpty { standing = nextStanding() }
    while true {
      let prompt = Prompt("> ", prefill: standing) { [form] in
        Completing.candidates(for: step, in: form, typed: $0, ideas: ideas)
      }
      standing = ""
      let place = QuestionText(form: form, step: step, walk: draft.walk, plain: session.console.isPlain)
      switch session.reply(prompt, free: step.isFree, place: { place.blocks }) {
      case .line(let line):
        switch try take(line, for: step) {
        case .done: return
        case .again(let prefill): standing = prefill
        }
      case .interrupted(let typed):
        try keepPartial(typed)
        throw session.isShell ? .paused : .interrupted
      case .endOfInput:
        try keepPartial("")
        throw session.console.isInteractive && session.isShell ? .paused : .endOfInput
      case .hangUp(let typed):
        try keepPartial(typed)
        throw .hungUp
      case .idle(let typed):
        try keepPartial(typed)
        let id = draft.id
        // Nothing was closed where a save is still refused: the question is asked anew, with the line in it.
        guard try session.lockWhileAway() else { return }
        let kept = try session.inJournal { (store) throws(VaultError) in try store.draft(id) }
        if let kept { draft = kept }
        return
      }
    }
  }

  /// From the person's own entries: said with the question, and offered by Tab.
  private func ideas(for step: Step) throws(Departure) -> [String] {
    guard session.console.isInteractive, let kind = step.question.suggest else { return [] }
    let ideas = try OwnHelp(session: session).ideas(kind)
    if let said = OwnHelp.sentence(for: ideas, kind) { session.show(.quiet(Rich(said))) }
    return ideas
  }

  enum Taken { case done, again(prefill: String) }

  /// One line of a reply: a way out, a finished line of longer text, or an answer.
  private mutating func take(_ line: String, for step: Step) throws(Departure) -> Taken {
    if let word = wayOut(line, for: step) {
      guard step.isFree, session.console.isInteractive, try !isMeant(word, line) else { return try follow(word, step) }
      return try takeLine(line, for: step)
    }
    if !step.isFree && Words.opensCrisis(line) && Int(line) == nil {
      CrisisScreen(session: session).show()
      return .again(prefill: "")
    }
    return try takeLine(session.console.isInteractive ? line : Words.unescaped(line), for: step)
  }

  private mutating func takeLine(_ line: String, for step: Step) throws(Departure) -> Taken {
    if step.isLong {
      if !line.trimmed.isEmpty {
        let whole = (draft.walk.lines + [line]).joined(separator: "\n")
        guard whole.utf8.count <= Step.longest else { return try refuse(.tooLong(limit: Step.longest), at: step) }
        if let most = step.question.longest, step.question.isTooLong(whole) {
          return try refuse(.tooManyLetters(limit: most), at: step)
        }
        draft.walk.lines.append(line)
        draft.walk.partial = ""
        try store()
        return .again(prefill: nextStanding())
      }
      if !queue.isEmpty { return .again(prefill: nextStanding()) }
      if draft.walk.lines.isEmpty, step.question.optional {
        draft.walk.skip(in: form)
        try store()
        return .done
      }
    } else if line.trimmed.isEmpty {
      if let initial = step.question.initial, draft.walk.answers[step.path] == nil {
        return try settle(initial, for: step)
      }
      if step.question.optional {
        draft.walk.skip(in: form)
        try store()
        return .done
      }
    }
    let whole = step.isLong ? draft.walk.lines.joined(separator: "\n") : line
    do {
      return try settle(try step.read(whole, today: session.world.clock.now().day), for: step)
    } catch let error as ReadingError {
      return try refuse(error, at: step)
    } catch let error as Departure {
      throw error
    } catch {
      throw .failed(.unexpected)
    }
  }

  private mutating func settle(_ answer: Answer, for step: Step) throws(Departure) -> Taken {
    let earlier = draft.walk.answers[step.path]?.ownWords(to: step.question) ?? ""
    draft.walk.answer(answer, in: form)
    try store()
    try SafetyQuestion(session: session).consider(answer, to: step.question, entry: draft.edits ?? draft.id)
    try WorryOffer(session: session).consider(
      answer.ownWords(to: step.question), over: earlier, entry: draft.edits ?? draft.id, kind: form.kind)
    return .done
  }

  /// A kind hint and the question again; in a script the run ends here, with the draft kept.
  private func refuse(_ error: ReadingError, at step: Step) throws(Departure) -> Taken {
    guard session.console.isInteractive else {
      throw .failed(
        Failure(Hints.sentence(for: error, at: step), safe: "The answers before it are kept as a draft.", code: 65))
    }
    session.show(.text(Rich(Hints.sentence(for: error, at: step))))
    return .again(prefill: "")
  }

  /// Whether a line that is only such a word is a wish to leave, or what the person wants to say.
  private func isMeant(_ word: Words.WayOut, _ line: String) throws(Departure) -> Bool {
    session.show(.text(Rich("`\(word.rawValue)` is also a command here.")))
    return try session.choose(["Do it", "It is my answer"]) == 0
  }

  private func wayOut(_ line: String, for step: Step) -> Words.WayOut? {
    Words.WayOut(rawValue: line.trimmed.lowercased())
  }

  /// The lines of the earlier answer, or of a suggestion, which are offered one by one for editing.
  private func earlierLines(for step: Step) throws(Departure) -> [String] {
    guard session.console.isInteractive else { return [] }
    let written = draft.walk.lines.count + (draft.walk.partial.isEmpty ? 0 : 1)
    guard let answer = try earlierAnswer(for: step) else { return [] }
    var words = form.words(for: answer, to: step.question)
    // The number alone is easier to change than "5 of 10".
    if case .scale = step.question.kind, let value = answer.size { words = Form.plain(value) }
    return step.isLong ? Array(words.split(separator: "\n").map(String.init).dropFirst(written)) : [words]
  }

  private func earlierAnswer(for step: Step) throws(Departure) -> Answer? {
    if let answer = draft.walk.answers[step.path] ?? suggested[step.path] { return answer }
    guard let source = step.question.prefill, draft.walk.lines.isEmpty else { return nil }
    let (links, id) = (draft.links, form.id)
    return try session.inJournal { (store) throws(VaultError) in
      var leading: [Entry] = []
      for link in links { if let entry = try store.entry(link.entry), entry.status == .final { leading.append(entry) } }
      switch source {
      case .last(let question): return try store.lastAnswer(form: id, question: question)
      case .linked(let question): return leading.lazy.compactMap { $0.answers.flat[question] }.first
      case .entry(let form, let question):
        // Of two tests, the one that is due is meant, not the newest.
        if let entry = leading.first(where: { $0.form.id == form }) { return entry.answers.flat[question] }
        return try store.lastAnswer(form: form, question: question)
      }
    }
  }

  private mutating func nextStanding() -> String { queue.isEmpty ? "" : queue.removeFirst() }

  mutating func keepPartial(_ typed: String) throws(Departure) {
    draft.walk.partial = typed
    guard !typed.isEmpty || !draft.walk.answers.isEmpty || !draft.walk.lines.isEmpty else { return }
    try store()
  }
}

extension Step {
  /// Several lines, ended by an empty one.
  var isLong: Bool {
    switch question.kind {
    case .text, .list: true
    default: false
    }
  }

  /// Any words can be the answer.
  var isFree: Bool { isLong || question.choices?.other == true }
}
