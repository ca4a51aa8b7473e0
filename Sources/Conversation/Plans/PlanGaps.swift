import Journal
import Terminal

/// What is still empty or thin in an emergency plan, said as a fact. Two at most: a list of lacks helps nobody.
enum PlanGaps {
  static func blocks(_ plan: EmergencyPlan) -> [Block] {
    let gaps = plan.gaps
    guard !gaps.isEmpty else { return [.quiet("Every step has something in it.")] }
    let named = gaps.prefix(2).map { Block.quiet(Rich(sentence($0))) }
    let rest = gaps.count - named.count
    return named
      + (rest > 0 ? [.quiet(Rich("\(rest) more step\(rest == 1 ? "" : "s") could be fuller. There is no hurry."))] : [])
  }

  static func sentence(_ gap: EmergencyPlan.Gap) -> String {
    switch gap {
    case .empty(let step): "\(name(step)) is still empty. You can fill it alone or together with your clinician."
    case .thin(let step): "\(name(step)) has one line. A second one helps when the first does not."
    case .withoutNumber(let step, let names):
      "\(name(step)): no number yet for \(names.prefix(2).joined(separator: ", ")). In a bad hour it saves a search."
    case .withoutDay: "\(name(.safer)) has no day yet."
    }
  }

  static func name(_ step: EmergencyPlan.Step) -> String {
    switch step {
    case .signs: "Step 1 (warning signs)"
    case .alone: "Step 2 (what you can do alone)"
    case .peopleAndPlaces: "Step 3 (people and places)"
    case .askHelp: "Step 4 (people to ask)"
    case .professionals: "Step 5 (professionals)"
    case .safer: "Step 6 (safer surroundings)"
    case .reasons: "The place for your reasons"
    }
  }
}
