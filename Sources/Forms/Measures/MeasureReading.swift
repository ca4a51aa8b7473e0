/// The sums of one filled-in questionnaire, and what may be said about them.
package struct MeasureReading: Equatable, Sendable {
  package struct Sum: Equatable, Sendable {
    package var id: String
    package var label: String
    /// Nil while an answer is missing: nothing is put in its place.
    package var value: Double?
    package var answered: Int
    package var asked: Int
    /// The least and the most the answers can add up to; nil where a question has no end.
    package var reach: ClosedRange<Double>?
    /// Set where these are exactly the questions of a well-known questionnaire, counted as it counts.
    package var instrument: Instrument?
  }

  package var sums: [Sum]
  /// Labels of sums that stand in the file, and are not calculated here.
  package var uncalculated: [String]
  /// Questions about self-harm with anything but a plain no.
  package var selfHarm: [Question]

  package init(_ form: Form, _ response: [String: Answer]) {
    uncalculated = form.source?.uncalculated ?? []
    selfHarm = form.selfHarm(in: response)
    let open = Set(form.steps(under: Walk(form, editing: response).answers).map(\.path.question))
    let numbers = Set(form.measured(response).map(\.variable).map { $0.split(separator: ".").last.map(String.init) ?? $0 })
    let known = Instrument.named(in: form)
    sums = form.scores.filter { $0.minus.isEmpty }.map { score in
      let instrument = known.flatMap { $0.questions(in: form).map(Set.init) == Set(score.sum) ? $0 : nil }
      // In a known questionnaire a question that was not asked is missing, unless it is one that leaves questions out.
      let asked = instrument.map { !$0.leavesOut } == true ? score.sum : score.sum.filter(open.contains)
      let answered = asked.count { numbers.contains($0) }
      let isWhole = answered == asked.count && answered > 0
      let value = isWhole ? form.scores(of: response).first { $0.id == score.id }?.value : nil
      let reach = score.sum.compactMap { form.question($0)?.reach }
      return Sum(
        id: score.id, label: score.label, value: value.map { $0 * (instrument?.factor ?? 1) }, answered: answered,
        asked: asked.count,
        reach: reach.count == score.sum.count ? Self.sum(of: reach, factor: instrument?.factor ?? 1) : nil,
        instrument: instrument)
    }
  }
}

extension MeasureReading {
  fileprivate static func sum(of reach: [ClosedRange<Double>], factor: Double) -> ClosedRange<Double> {
    let low = reach.map(\.lowerBound).reduce(0, +)
    return low * factor...max(low, reach.map(\.upperBound).reduce(0, +)) * factor
  }
}

/// How far two totals of the same questionnaire are apart, and what is known about that.
package struct MeasureChange: Equatable, Sendable {
  /// This time less the time before.
  package var points: Double
  /// The strongest thing said about a change of this size.
  package var known: Instrument.Change?
  /// The smallest change that anything is said about; set where this one is smaller.
  package var least: Instrument.Change?

  package init(from earlier: Double, to now: Double, in instrument: Instrument?) {
    points = now - earlier
    let size = points.magnitude
    known = instrument?.changes.first { size >= $0.points }
    least = known == nil ? instrument?.changes.last : nil
  }
}
