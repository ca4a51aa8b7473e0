import ArgumentParser
import Commands
import Conversation
import Library
import Terminal

/// `practice`: every exercise, by need or by name.
struct Practice: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice",
    abstract: "Practise: choose by need, or name an exercise.", aliases: ["practise", "exercise"])

  @Argument(help: "The name of an exercise, such as `stop`.") var exercise: String?
  @Flag(help: "List every exercise, and stop.") var list = false
  @OptionGroup var about: DayOption
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let desk = FormDesk(session: session)
    let day = try about.day(in: session)
    if let exercise {
      // A plan is one entry that is changed, wherever its name was read.
      if let kind = PlanKind(form: exercise) { return try PlanDesk(session: session).open(kind) }
      return try desk.fill(try desk.form(exercise), day: day)
    }
    let shelves = PracticeShelves(
      forms: try ListedForms(session: session).all(), skills: session.world.library.skills())
    guard !shelves.all.isEmpty else { throw .failed(.noContent) }
    if list || !session.console.isInteractive {
      let lines: [Block] = shelves.all.flatMap { shelf -> [Block] in
        [.title(Rich(shelf.need))] + shelf.forms.map { .pair($0.id, Rich($0.title)) }
      }
      return session.console.show(lines, to: .result)
    }
    session.show(.title("Practise"), .text("What would help?"))
    let needs = shelves.all.map(\.need)
    let chosen = try session.choose(needs + ["A skill that fits right now (skill)"])
    guard chosen < needs.count else { return try SkillGuide(session: session).suggest() }
    let forms = shelves.all[chosen].forms
    session.show(.blank, .title(Rich(needs[chosen])))
    let picked = try session.choose(forms.map { $0.title + ($0.minutes.map { ", \($0) min" } ?? "") })
    try desk.fill(try desk.form(forms[picked].id), day: day)
  }
}

/// Exercises by need. What has no place of its own, a clinician's form too, stands under the last heading.
struct PracticeShelves {
  struct Shelf {
    var need: String
    var forms: [FormSummary]
  }

  let all: [Shelf]

  /// These have commands of their own: the daily logs, the check of signs, and the lists kept with the programme. By name,
  /// so that a clinician's own forms stay in sight wherever they lie.
  static let elsewhere: Set<String> = [
    "mood", "note", "signs-check", "dose", "family-agreement", "family-meeting", "goal", "group-bring", "group-take",
    "homework", "homework-done", "level-of-care", "medicine", "person", "prescriber-question", "programme", "session",
    "test-day",
  ]

  init(forms: [FormSummary], skills: [SkillSummary]) {
    let skills = Dictionary(grouping: skills.filter { $0.form != nil }, by: \.module)
    func ids(_ modules: Skill.Module...) -> Set<String> { Set(modules.flatMap { skills[$0] ?? [] }.compactMap(\.form)) }
    let shelves: [(String, Set<String>, Set<String>)] = [
      ("To steady myself", ["grounding"], ids(.distressTolerance)),
      ("A thought that will not let go", ["cbt"], []),
      ("A strong feeling", [], ids(.emotionRegulation)),
      ("An urge, or something I want to change", ["motivation"], ids(.addiction).union(["chain-analysis", "repair"])),
      ("Other people", [], ids(.interpersonalEffectiveness).union(["hard-conversation"])),
      ("Being here, on purpose", [], ids(.mindfulness)),
      ("Day to day: sleep, time, money, work", ["life"], ["good-things"]),
    ]
    var left = forms.filter { !Self.elsewhere.contains($0.id) && $0.kind != .plan && $0.kind != .measure }
    var all: [Shelf] = []
    for (need, families, ids) in shelves {
      let named = left.filter { ids.contains($0.id) }
      let family = left.filter { families.contains($0.family) && !ids.contains($0.id) }
      let forms = named + family.filter { form in !shelves.contains { $0.2.contains(form.id) } }
      left.removeAll { form in forms.contains { $0.id == form.id } }
      if !forms.isEmpty { all.append(Shelf(need: need, forms: forms)) }
    }
    if !left.isEmpty { all.append(Shelf(need: "Something else", forms: left)) }
    self.all = all
  }
}
