import Forms
import Journal
import Terminal

/// What is said about one filled-in questionnaire: numbers, and what is published about them. Never a diagnosis, and never
/// better or worse.
struct MeasureText {
  let form: Form
  let reading: MeasureReading

  init(form: Form, answers: [String: Answer]) {
    self.form = form
    reading = MeasureReading(form, answers)
  }

  var blocks: [Block] { selfHarm + sums { _ in [] } + notCalculated }

  /// Stands before any number.
  var selfHarm: [Block] {
    guard !reading.selfHarm.isEmpty else { return [] }
    return [
      .alert("One answer was about harm to yourself, or about dying. It counts by itself, whatever the rest says."),
      .text("Please tell someone you trust, or your clinician: nobody has seen this. `plan` and `crisis` are here."),
    ]
  }

  /// `further`: what comes after a total, such as how it was before.
  func sums(_ further: (MeasureReading.Sum) -> [Block]) -> [Block] {
    reading.sums.flatMap { sum -> [Block] in
      guard let value = sum.value else {
        return [.pair(sum.label, Rich("\(sum.answered) of \(sum.asked) answered, so there is no total."))]
      }
      var range = ""
      if let reach = sum.reach { range = " (\(Form.plain(reach.lowerBound)) to \(Form.plain(reach.upperBound)))" }
      return [.pair(sum.label, Rich(Form.plain(value) + range))] + known(sum, value) + further(sum)
    }
  }

  var notCalculated: [Block] {
    reading.uncalculated.map { .pair($0, "not calculated here") }
  }

  private func known(_ sum: MeasureReading.Sum, _ value: Double) -> [Block] {
    guard let instrument = sum.instrument else {
      guard let named = Instrument.named(in: form), reading.sums.count == 1 else { return [] }
      return [.quiet(Rich("This file counts differently from the \(named.name) that is known here, so no range is told."))]
    }
    var blocks: [Block] = []
    if instrument.isHigherBetter { blocks.append(.text("In this one a higher number means more well-being.")) }
    if let (band, upTo) = instrument.band(value) {
      blocks.append(
        .text(Rich("Clinicians often call \(band.from) to \(upTo) \(band.words) (\(instrument.bandSource)).")))
    }
    blocks += instrument.lines.map { .text(Rich("\($0.words) (\($0.source))")) }
    if !blocks.isEmpty { blocks.append(.text("That is for adults, and it is not a diagnosis.")) }
    return blocks
  }
}

extension MeasureChange {
  /// `That is 5 points lower than on Mon 2 Nov. A change of 5 or more is often counted as more than chance (…).`
  func words(since day: String) -> String {
    let size = Form.plain(points.magnitude)
    let compared =
      points == 0
      ? "The same as \(day)."
      : "That is \(size) \(points.magnitude == 1 ? "point" : "points") \(points < 0 ? "lower" : "higher") than \(day)."
    if let known {
      return compared + " A change of \(Form.plain(known.points)) or more \(known.words) (\(known.source))."
    }
    guard let least, points != 0 else { return compared }
    return compared + " A change of less than \(Form.plain(least.points)) is often chance (\(least.source))."
  }
}
