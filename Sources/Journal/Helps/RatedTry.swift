import Forms

/// What a form has rated before and after.
package enum Rated: String, Sendable, CaseIterable {
  case distress
  /// Each feeling that was named; its change is their mean.
  case feelings
  case urge
}

/// Which of a form's numbers belong together as before and after.
package struct RatedPair: Hashable, Sendable {
  package var form: String
  package var rated: Rated
  package var before: String
  package var after: String

  package init(form: String, rated: Rated, before: String, after: String) {
    self.form = form
    self.rated = rated
    self.before = before
    self.after = after
  }

  /// The pairs of a form: questions with the codes `distress-before` and `distress-after` or the same of `urge`, else what
  /// its score `relief` sets against each other. What is about something acted on, or is agreed with a clinician, rates no help.
  package static func pairs(
    of form: String, gate: Form.Gate?, coded: [(question: String, code: String)],
    relief: (sum: [String], minus: [String])?
  ) -> [RatedPair] {
    guard gate == nil || gate == .body else { return [] }
    let pairs = [Rated.distress, .urge].compactMap { rated -> RatedPair? in
      guard let before = coded.first(where: { $0.code == "\(rated.rawValue)-before" }),
        let after = coded.first(where: { $0.code == "\(rated.rawValue)-after" })
      else { return nil }
      return RatedPair(form: form, rated: rated, before: before.question, after: after.question)
    }
    if !pairs.isEmpty { return pairs }
    guard let relief, relief.sum.count == 1, relief.minus.count == 1, relief.sum[0].contains("."),
      relief.minus[0].contains(".")
    else { return [] }
    return [RatedPair(form: form, rated: .feelings, before: relief.sum[0], after: relief.minus[0])]
  }
}

/// One use of a skill or exercise with its ratings before and after, from 0 to 100.
package struct RatedTry: Equatable, Sendable {
  package var form: String
  package var rated: Rated
  package var day: Day
  package var before: Double
  package var after: Double
  package var part: PartOfDay?
  /// The feeling it was for, by its code or the person's own word.
  package var feeling: String?

  package init(
    form: String, rated: Rated, day: Day, before: Double, after: Double, part: PartOfDay? = nil, feeling: String? = nil
  ) {
    self.form = form
    self.rated = rated
    self.day = day
    self.before = before
    self.after = after
    self.part = part
    self.feeling = feeling
  }

  /// Below zero where the rating was lower afterwards.
  package var change: Double { after - before }
}
