import Forms
import Journal
import Library
import Vault

/// Pages that may fit, by plain rules over the last seven days of the person's own log. Nothing leaves the computer, and
/// a delicate page that no clinician has read is never among them.
package struct FitsToday {
  let session: Session

  package init(session: Session) { self.session = session }

  package struct Fit: Equatable {
    package var module: ModuleSummary
    /// In words, as it stands beside the page: `your sleep was under 6 hours on 2 nights`.
    package var reason: String
  }

  /// One number of the log.
  struct Number {
    var variable: String
    var value: Double
    var day: Day
  }

  static let most = 3
  private static let days = 7

  package func all() throws(Departure) -> [Fit] {
    guard session.isUnlocked, let marks = ReadingMarks(session: session) else { return [] }
    let today = session.world.clock.now().day
    let first = today.adding(days: 1 - Self.days)
    let (numbers, entries) = try session.inJournal { (store) throws(VaultError) in
      (
        try store.numbers(
          forms: ["mood", "diary-card"], variables: ["mood", "sleep", "anxiety", "urges", "sadness", "shame", "anger"]),
        try store.entries(EntryFilter(days: first...today))
      )
    }
    let week = numbers.filter { (first...today).contains($0.day) }
      .map { Number(variable: $0.variable, value: $0.value, day: $0.day) }
    let skills = session.world.library.skills().filter { skill in entries.contains { $0.form.id == skill.form } }
    return Self.fits(
      week, practised: skills, thoughts: entries.contains { $0.form.id.hasPrefix("thought-record") },
      modules: session.world.library.modules(track: .participant), seen: try marks.seen())
  }

  static func fits(
    _ numbers: [Number], practised: [SkillSummary], thoughts: Bool, modules: [ModuleSummary], seen: Set<String>
  ) -> [Fit] {
    func days(_ variable: String, where fits: (Double) -> Bool) -> Int {
      Set(numbers.filter { $0.variable == variable && fits($0.value) }.map(\.day.daysSince1970)).count
    }
    func on(_ count: Int) -> String { count == 1 ? "on one day this week" : "on \(count) days this week" }
    var found: [Fit] = []
    func offer(_ ids: [String], _ reason: String) {
      let open = ids.compactMap { id in modules.first { $0.id == id && !$0.isHeldBack } }
      guard found.count < most, let module = open.first(where: { !seen.contains($0.id) }) ?? open.first,
        !found.contains(where: { $0.module.id == module.id })
      else { return }
      found.append(Fit(module: module, reason: reason))
    }
    let urges = days("urges") { $0 >= 6 }
    if urges > 0 { offer(["riding-an-urge", "distress-tolerance-skills"], "your urges were strong \(on(urges))") }
    let low = days("mood") { $0 <= 3 }
    if low > 0 { offer(["getting-moving", "depression", "self-compassion"], "your mood was 3 or lower \(on(low))") }
    let short = days("sleep") { $0 < 360 }
    if short > 0 { offer(["sleep"], "you slept less than 6 hours \(on(short))") }
    let anxious = days("anxiety") { $0 >= 6 }
    if anxious > 0 {
      offer(["anxiety-and-panic", "stress-and-the-body"], "your anxiety was 6 or higher \(on(anxious))")
    }
    let ashamed = days("shame") { $0 >= 3 }
    if ashamed > 0 { offer(["shame-and-guilt", "self-compassion"], "you noted shame \(on(ashamed))") }
    let angry = days("anger") { $0 >= 3 }
    if angry > 0 { offer(["anger"], "you noted anger \(on(angry))") }
    for skill in practised {
      guard let page = pages[skill.module] else { continue }
      offer([page], "you practised \(skill.title) this week")
    }
    if thoughts { offer(["thinking-traps", "thoughts-feelings-actions"], "you looked at a thought this week") }
    return found
  }

  /// The page about each part of DBT.
  private static let pages: [Skill.Module: String] = [
    .mindfulness: "mindfulness-skills", .distressTolerance: "distress-tolerance-skills",
    .emotionRegulation: "emotion-regulation-skills", .interpersonalEffectiveness: "interpersonal-skills",
    .addiction: "riding-an-urge",
  ]
}
