import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

@Suite struct SkillGuideTests {
  let sitting: Sitting
  var session: Session { sitting.session }
  var guide: SkillGuide { SkillGuide(session: session) }

  init() throws { sitting = try Sitting() }

  private func suggest(_ lines: String...) -> Departure? {
    sitting.answer(lines.map { .line($0) })
    return sitting.leaving { () throws(Departure) in try guide.suggest() }
  }

  private func count(_ words: String) -> Int { sitting.transcript.components(separatedBy: words).count - 1 }
  private let help = "Handrail cannot call anyone"

  private func practised(_ id: String, before: Double, after: Double, daysAgo: Int = 0) throws {
    let form = try FormDesk(session: session).form(id)
    let now = session.world.clock.now()
    try sitting.store.add(
      Entry(
        id: session.world.newID(), form: Wordings.stamp(of: form), day: now.day.adding(days: -daysAgo), recorded: now,
        answers: ["before": .number(before), "after": .number(after)]), form: form)
  }

  private func offered() -> [String] {
    var labels: [String] = []
    for block in sitting.console.recording.blocks {
      if case .choice(_, let label, _) = block { labels.append(String(label.plain.prefix { $0 != ":" })) }
    }
    return labels
  }

  @Test func `Three skills that go with the distress are named, and something else`() {
    #expect(suggest("70") == .endOfInput)
    #expect(offered().count == 4)
    #expect(offered().first == "STOP")
    #expect(offered().last == "Something else")
    #expect(!sitting.transcript.contains(help))
  }

  @Test func `What ended lower twice comes first`() throws {
    try practised("self-soothe", before: 70, after: 30)
    try practised("self-soothe", before: 60, after: 40)
    try practised("tipp", before: 90, after: 10)
    #expect(suggest("70") == .endOfInput)
    #expect(offered().count == 4)
    #expect(offered().first?.hasPrefix("Self-soothe") == true, "\(offered())")
    #expect(offered()[1] == "STOP")
  }

  @Test func `Choosing one leads straight to its practice`() {
    #expect(suggest("79", "1") == .endOfInput)
    #expect(sitting.transcript.contains("How strong is the pull to act right now?"))
    #expect(!sitting.transcript.contains("Are you safe for the next hour?"))
  }

  @Test func `From 80 on help comes first, and a skill only after a clear yes`() {
    #expect(suggest("80", "1", "1") == .endOfInput)
    #expect(count(help) == 1)
    #expect(sitting.transcript.contains("How strong is the pull to act right now?"))
  }

  @Test(arguments: ["2", "no", "not sure"]) func `From 80 on anything else ends with help`(answer: String) {
    #expect(suggest("100", answer) == (answer == "not sure" ? .endOfInput : nil))
    #expect(count(help) == (answer == "not sure" ? 1 : 2))
    #expect(!sitting.transcript.contains("These three may fit."))
  }

  @Test func `A number that does not fit is asked for again`() {
    #expect(suggest("much", "101", "-1", "crisis", "back") == .paused)
    #expect(count("A number from 0 to 100, please.") == 3)
    #expect(count(help) == 1)
  }

  @Test func `A named skill opens at once`() {
    sitting.type()
    #expect(sitting.leaving { () throws(Departure) in try guide.practise("stop") } == .endOfInput)
    #expect(sitting.transcript.contains("How strong is the pull to act right now?"))
    #expect(sitting.console.recording.prompts.count == 1)
  }

  @Test func `An unknown skill is told so`() {
    #expect(sitting.leaving { () throws(Departure) in try guide.practise("sotp") }?.exitCode == 66)
  }

  @Test func `The list counts the last seven days by module`() throws {
    try practised("stop", before: 60, after: 50)
    try practised("tipp", before: 60, after: 50)
    try practised("tipp", before: 60, after: 50, daysAgo: 6)
    try practised("observe", before: 60, after: 50, daysAgo: 7)
    sitting.type()
    try guide.list()
    var counted: [String: String] = [:]
    for block in sitting.console.recording.blocks {
      if case .pair(let id, let words) = block, words.plain.contains("this week") { counted[id] = words.plain }
    }
    #expect(counted.keys.sorted() == ["stop", "tipp"])
    #expect(counted["stop"]?.hasSuffix(", once this week") == true)
    #expect(counted["tipp"]?.hasSuffix(", 2 times this week") == true)
    for title in [
      "Mindfulness", "Distress tolerance", "Emotion regulation", "Interpersonal effectiveness", "Addiction skills",
    ] {
      #expect(sitting.transcript.contains(title))
    }
  }
}
