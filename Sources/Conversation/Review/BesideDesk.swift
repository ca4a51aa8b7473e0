import JSON
import Journal
import Terminal
import Vault

/// `review beside`: sleep, movement, practice and company beside the mood of the next day.
package struct BesideDesk {
  let session: Session

  static let caution = "This does not say that one causes the other."
  static let leftOut = "Days with use, or with something acted on, are left out here. So is medicine."

  package init(session: Session) { self.session = session }

  package func show() throws(Departure) {
    try Reading(session: session).page(Self.blocks(try beside()))
  }

  package func write() throws(Departure) {
    let beside = try beside()
    func side(_ side: Beside.Side) -> JSON { ["mean": .number(side.mean), "days": .number(Double(side.days))] }
    let compared = beside.comparisons.map { one -> JSON in
      ["factor": .string(one.factor.rawValue), "with": side(one.with), "without": side(one.without)]
    }
    let tooFew = beside.tooFew.map { few -> JSON in
      [
        "factor": .string(few.factor.rawValue), "with": .number(Double(few.with)),
        "without": .number(Double(few.without)),
      ]
    }
    try session.write(["beside": .array(compared), "tooFew": .array(tooFew), "note": .string(Self.caution)])
  }

  private func beside() throws(Departure) -> Beside {
    Beside(try session.inJournal { (store) throws(VaultError) in try store.besideDays() })
  }

  static func blocks(_ beside: Beside) -> [Block] {
    var blocks: [Block] = [.title("What goes with mood")]
    for one in beside.comparisons {
      blocks.append(
        .text(
          Rich(
            "After \(one.factor.with), the next day's mood was \(one.with.mean.average) on average "
              + "(\(one.with.days) days); after \(one.factor.without) \(one.without.mean.average) "
              + "(\(one.without.days) days). \(caution)")))
      blocks.append(.blank)
    }
    if !beside.tooFew.isEmpty {
      let names = beside.tooFew.map(\.factor.rawValue).listed
      blocks.append(
        .text(
          Rich(
            "Too few days so far to say: \(names). Each needs \(Beside.least) days of either kind, and a mood after them."
          )))
      blocks.append(.quiet("`mood` asks about sleep, movement and company. `practice` counts by itself."))
    }
    blocks.append(.quiet(Rich(leftOut)))
    return blocks
  }
}

extension Beside.Factor {
  fileprivate var with: String {
    switch self {
    case .sleep: "nights of 7 hours or more"
    case .movement: "days with movement"
    case .practice: "days with a skill or an exercise"
    case .company: "days with company"
    }
  }

  fileprivate var without: String {
    switch self {
    case .sleep: "shorter nights"
    case .movement, .company: "days without"
    case .practice: "other days"
    }
  }
}
