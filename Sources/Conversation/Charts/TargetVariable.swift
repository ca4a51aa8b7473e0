import Forms
import Journal
import Vault

/// The numbers of a target of the diary card: an urge, an emotion, a behaviour and what was acted on.
enum TargetVariable {
  static func all(of target: DiaryTargets.Target, on day: Day) -> [Variable] {
    let name = target.name(on: day)
    switch target.kind {
    case .emotion:
      return [
        scale("emotion-\(target.id)", name, names: ["emotion \(name)"], low: "not at all", high: "as strong as it gets")
      ]
    case .urge:
      return [
        scale("urge-\(target.id)", "Urge: \(name)", names: [name], low: "no urge", high: "the strongest"),
        eitherOr("acted-\(target.id)", "Acted on: \(name)", names: ["acted \(name)"]),
      ]
    case .behaviour: return [eitherOr("did-\(target.id)", name, names: [])]
    }
  }

  private static func scale(_ id: String, _ name: String, names: [String], low: String, high: String) -> Variable {
    var variable = Variable(
      id: id, measure: Quantity(name: name, low: 0, high: 5, lowWords: low, highWords: high),
      source: .numbers([NumberSource(FormVariable.diary, id)]), names: [name] + names)
    variable.isPersonal = true
    variable.isApart = Apart.speaksOfIt([name])
    return variable
  }

  private static func eitherOr(_ id: String, _ name: String, names: [String]) -> Variable {
    var variable = Variable(
      id: id, measure: .eitherOr(name), source: .numbers([NumberSource(FormVariable.diary, id)]), names: [name] + names)
    variable.isPersonal = true
    variable.isApart = true
    return variable
  }
}

/// Answers without a number that a person may ask to see: use, and medication. Apart from all else.
struct KnownChoice {
  var id: String
  var measure: Quantity
  var sources: [ChoiceSource]
  var names: [String]

  static let all: [KnownChoice] = [
    KnownChoice(
      id: "use", measure: .eitherOr("Use", "none", "some"),
      sources: [
        ChoiceSource("mood", "use", ["none": 0, "some": 1]),
        ChoiceSource(FormVariable.diary, "used", ["none": 0, "some": 1]),
      ], names: ["used", "substance use", "substances", "alcohol", "drugs", "drinking"]),
    KnownChoice(
      id: "medication", measure: .eitherOr("Medication", "not taken", "taken"),
      sources: [
        ChoiceSource("mood", "medication", ["taken": 1, "late": 1, "missed": 0]),
        ChoiceSource(FormVariable.diary, "medication", ["taken": 1, "late": 1, "missed": 0]),
      ], names: ["medicine", "medicines", "meds"]),
  ]

  /// Nil when it was never answered.
  func kept(in session: Session) throws(Departure) -> Variable? {
    let sources = self.sources
    let days = try session.inJournal { (store) throws(VaultError) in try store.daily(choice: sources) }
    guard !days.isEmpty else { return nil }
    var variable = Variable(id: id, measure: measure, source: .choices(days), names: names)
    variable.isApart = true
    variable.days = days.count
    return variable
  }
}
