import Charts
import Forms
import Journal
import Terminal
import Vault

/// `chart` and `calendar`: finds what is meant, reads its numbers, draws it, and says in a sentence what is to be seen.
package struct ChartDesk {
  let session: Session
  /// More at once are too many to look at.
  private static let mostChosen = 4

  package init(session: Session) { self.session = session }

  package func run(_ request: ChartRequest) throws(Departure) {
    let shelf = try VariableShelf(session: session)
    var variables = try named(request, on: shelf)
    let range = try range(request, variables)
    if request.what.isEmpty {
      let days = try session.inJournal { (store) throws(VaultError) in try store.daysWithNumbers(in: range) }
      let most = request.shape == .lines && request.together == nil ? Self.mostChosen : 1
      let chosen = shelf.chosen(among: days, most: most)
      variables = (chosen.isEmpty ? Array(shelf.chosen(among: shelf.everything, most: 1)) : chosen) + variables
      guard !variables.isEmpty else { return try sayNothing(request, range) }
    }
    variables = variables.enumerated().filter { index, variable in
      !variables[..<index].contains { $0.id == variable.id }
    }.map(\.element)
    try refuseApart(variables)
    var curves: [Curve] = []
    for variable in variables { curves.append(try curve(variable, range)) }
    let report = try report(request, curves, range)
    try ChartOutput(session: session, report: report).give(request)
  }

  private func named(_ request: ChartRequest, on shelf: VariableShelf) throws(Departure) -> [Variable] {
    var found: [Variable] = []
    if !request.what.isEmpty {
      if let one = try shelf.named(request.what.joined(separator: " "), in: session) {
        found = [one]
      } else {
        for word in request.what {
          guard let one = try shelf.named(word, in: session) else {
            let name = request.what.count > 1 ? request.what.joined(separator: " ") : word
            throw .failed(try shelf.unknown(name, in: session))
          }
          found.append(one)
        }
      }
    }
    if let other = request.together {
      guard let one = try shelf.named(other, in: session) else {
        throw .failed(try shelf.unknown(other, in: session))
      }
      found.append(one)
    }
    for variable in found where variable.isPersonal && !session.isShell && !request.names(variable.id) {
      throw .failed(
        Failure(
          "Words about you do not belong on this command line: your shell keeps a list of what you type.",
          safe: "Nothing was changed.",
          next: "Here it goes by `\(variable.id)`; inside Handrail's own shell your words for it work.", code: 64))
    }
    return found
  }

  private func range(_ request: ChartRequest, _ variables: [Variable]) throws(Departure) -> ClosedRange<Day> {
    let today = session.world.clock.now().day
    let span = request.span ?? request.standardSpan
    guard span == .all else { return span.range(until: today, first: nil) }
    let first = try session.inJournal { (store) throws(VaultError) in
      if variables.isEmpty { return try store.firstDayWithNumbers() }
      var first: Day?
      for variable in variables {
        let day = try variable.firstDay(in: store)
        first = [first, day].compactMap { $0 }.min()
      }
      return first
    }
    return span.range(until: today, first: first)
  }

  private func curve(_ variable: Variable, _ range: ClosedRange<Day>) throws(Departure) -> Curve {
    let days = try session.inJournal { (store) throws(VaultError) in
      switch variable.source {
      case .numbers(let sources): try store.daily(sources, in: range)
      case .choices(let days): days
      }
    }
    return Curve(variable: variable, trend: Trend(variable.shown(days), over: range))
  }

  /// Use and medication stand alone: beside something else a line looks like a cause.
  private func refuseApart(_ variables: [Variable]) throws(Departure) {
    guard variables.count > 1, let apart = variables.first(where: \.isApart) else { return }
    let name = apart.isPersonal && !session.isShell ? apart.id : apart.measure.name
    throw .failed(
      Failure(
        "Handrail shows \(name) by itself only. Beside something else it can look like a cause, and that can mislead.",
        safe: "Nothing was changed.", next: "`chart \(Variable.plain(name))` shows it alone.", code: 64))
  }

  private func report(
    _ request: ChartRequest, _ curves: [Curve], _ range: ClosedRange<Day>
  ) throws(Departure) -> ChartReport {
    switch request.shape {
    case .lines: return LineReport(curves: curves, range: range).report
    case .calendar: return CalendarReport(curves: curves, range: range).report
    case .weekday: return GroupReport.weekdays(curves, range)
    case .part:
      var parts: [(Curve, [PartOfDay: [Double]])] = []
      for curve in curves {
        guard case .numbers(let sources) = curve.variable.source else {
          throw .failed(
            Failure(
              "\(curve.variable.measure.name) is kept by the day, without a time.", next: "`--by weekday` works.",
              code: 64))
        }
        let found = try session.inJournal { (store) throws(VaultError) in try store.byPart(sources, in: range) }
        parts.append((curve, curve.variable.isTime ? found.mapValues { $0.map { $0 / 60 } } : found))
      }
      return GroupReport.parts(parts, range)
    }
  }

  private func sayNothing(_ request: ChartRequest, _ range: ClosedRange<Day>) throws(Departure) {
    guard request.output == .screen else {
      let empty = ChartReport(title: "", range: range, parts: [], panels: [], notes: []) { [] }
      return try ChartOutput(session: session, report: empty).give(request)
    }
    session.console.show([.text(Rich(VariableShelf.nothing.sentences))], to: .result)
  }
}

extension ChartRequest {
  fileprivate func names(_ id: String) -> Bool {
    (what + [what.joined(separator: " "), together ?? ""]).contains { Variable.plain($0) == Variable.plain(id) }
  }
}

/// A variable and its numbers over the days of the chart.
struct Curve {
  var variable: Variable
  var trend: Trend
  var measure: Quantity { variable.measure }

  /// The ends of its question; where it has none, round ones around its numbers.
  func scale(of values: [Double]? = nil) -> Scale {
    if let low = measure.low, let high = measure.high {
      return Scale(low: low, high: high, lowWords: measure.lowWords, highWords: measure.highWords, unit: measure.unit)
    }
    let values = values ?? trend.values
    return Scale(around: values, low: values.allSatisfy { $0 >= 0 } ? 0 : nil, unit: measure.unit)
  }
}
