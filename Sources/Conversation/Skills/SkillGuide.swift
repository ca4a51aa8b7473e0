import Forms
import Journal
import Library
import Terminal
import Vault

/// Finding a skill for now, practising it, and seeing which were used.
package struct SkillGuide {
  let session: Session
  private var library: Library { session.world.library }

  /// The skills that can be practised now, or have a page alone.
  private func skills() throws(Departure) -> [SkillSummary] {
    let forms = Set(try ListedForms(session: session).all().map(\.id))
    return library.skills().filter { $0.form.map(forms.contains) ?? true }
  }

  package init(session: Session) { self.session = session }

  /// Asks how strong the distress is, and suggests three. From 80 on help comes first.
  package func suggest() throws(Departure) {
    _ = try session.journal()
    session.show(.text("How strong is your distress right now?"), .quiet("0 none at all to 100 the most ever"))
    let distress = try number(to: 100)
    if distress >= SkillRanking.safetyFirst {
      CrisisScreen(session: session).show()
      session.show(.blank, .text("That is a lot. Are you safe for the next hour?"))
      guard try session.choose(["Yes: show me a skill", "No, or not sure"]) == 0 else {
        CrisisScreen(session: session).show()
        return
      }
    }
    let skills = try skills()
    let forms = skills.compactMap(\.form)
    // Nothing delicate that no clinician has read is suggested.
    let heldBack = Set(library.forms().filter(\.isHeldBack).map(\.id))
    let available = skills.filter { !heldBack.contains($0.form ?? "") }
    let chosen = SkillRanking(tries: try tries(of: forms))
      .suggestions(distress: distress, available: Set(available.map(\.id)))
    guard !chosen.isEmpty else { throw .failed(Self.nothing) }
    session.show(.blank, .text("These three may fit. One is enough."))
    let named = chosen.compactMap { id in skills.first { $0.id == id } }
    let pick = try session.choose(named.map { "\($0.title): \($0.summary)" } + ["Something else"])
    guard pick < named.count else { return try choose() }
    try practise(named[pick].id)
  }

  /// Straight to the practice of one skill.
  package func practise(_ id: String) throws(Departure) {
    let skill = try skill(id)
    guard let form = skill.form else { return try read(id) }
    let desk = FormDesk(session: session)
    try desk.fill(try desk.form(form), day: session.world.clock.now().day)
  }

  /// The skill's page, then the practice if wanted.
  package func read(_ id: String) throws(Departure) {
    let skill = try skill(id)
    var blocks: [Block] = [.title(Rich(skill.title))]
    if skill.reviewed == nil { blocks.append(.quiet("No clinician has reviewed this page yet.")) }
    blocks += DocumentText.blocks(skill.body)
    try Reading(session: session).page(blocks)
    guard session.console.isInteractive, skill.form != nil else { return }
    if try session.choose(["Practise it now", "Not now"], standard: 1) == 0 { try practise(id) }
  }

  /// Every skill by module, with how often it was practised in the last seven days.
  package func list() throws(Departure) {
    let skills = try skills()
    guard !skills.isEmpty else { throw .failed(Self.nothing) }
    let today = session.world.clock.now().day
    let week = today.adding(days: -6)...today
    var used: [String: Int] = [:]
    if session.isUnlocked || session.world.folder.hasVault {
      let entries = try session.inJournal { (store) throws(VaultError) in try store.entries(EntryFilter(days: week)) }
      for entry in entries { used[entry.form.id, default: 0] += 1 }
    }
    var blocks: [Block] = []
    for module in Skill.Module.allCases {
      blocks.append(.title(Rich(Self.name(of: module))))
      for skill in skills where skill.module == module {
        let count = skill.form.flatMap { used[$0] } ?? 0
        let times = count == 0 ? "" : count == 1 ? ", once this week" : ", \(count) times this week"
        blocks.append(.pair(skill.id, Rich("\(skill.title)\(times)")))
      }
    }
    session.console.show(blocks, to: .result)
  }

  private func choose() throws(Departure) {
    let modules = Skill.Module.allCases
    let module = modules[try session.choose(modules.map(Self.name))]
    let skills = try skills().filter { $0.module == module }
    guard !skills.isEmpty else { throw .failed(Self.nothing) }
    try practise(skills[try session.choose(skills.map { "\($0.title): \($0.summary)" })].id)
  }

  private func skill(_ id: String) throws(Departure) -> Skill {
    let skill: Skill?
    do { skill = try library.skill(id) } catch { throw .failed(Failure(error.message, code: 65)) }
    guard let skill else {
      throw .failed(Failure("There is no skill named \(id).", next: "`skill list` shows them all.", code: 66))
    }
    return skill
  }

  /// Tries with both ratings; entries in which something was used or acted on are not among them.
  func tries(of forms: [String]) throws(Departure) -> [SkillRanking.Try] {
    try session.inJournal { (store) throws(VaultError) in
      let rated = try store.ratedForms().filter { forms.contains($0.key) }
      return try store.ratedTries(of: rated).filter { $0.rated == .distress }
        .map { SkillRanking.Try(skill: $0.form, before: $0.before, after: $0.after) }
    }
  }

  private func number(to high: Int) throws(Departure) -> Int {
    while true {
      let line = Words.bare(try session.ask(Prompt("> ")))
      if let number = Int(line), (0...high).contains(number) { return number }
      if ["back", "pause", "menu"].contains(line) { throw .paused }
      guard session.console.isInteractive else { throw .failed(Failure("A number was expected.", code: 65)) }
      session.show(.quiet(Rich("A number from 0 to \(high), please. `crisis` and `back` work too.")))
    }
  }

  static func name(of module: Skill.Module) -> String {
    switch module {
    case .mindfulness: "Mindfulness"
    case .distressTolerance: "Distress tolerance"
    case .emotionRegulation: "Emotion regulation"
    case .interpersonalEffectiveness: "Interpersonal effectiveness"
    case .addiction: "Addiction skills"
    }
  }

  private static let nothing = Failure(
    "The skills are not where they should be.", safe: "Your journal is not touched. `crisis` works.",
    next: "Install Handrail again, or name the folder with --content.", code: 69)
}
