import Charts
import Exchange
import Forms
import JSON
import Terminal

/// Gives a chart out: on the screen, as a sentence and a table in plain mode, as numbers, as a file with the picture.
struct ChartOutput {
  let session: Session
  let report: ChartReport

  func give(_ request: ChartRequest) throws(Departure) {
    // First, so that nothing is said of a picture that was not made.
    if let path = request.svg { try PictureFile(session: session).write(report.picture, to: path) }
    switch request.output {
    case .json: session.console.write(raw: try json())
    case .csv: session.console.write(raw: csv)
    case .screen where request.svg == nil: try Reading(session: session).page(blocks(request))
    case .screen: session.console.show(report.sentences.map { .text(Rich($0)) }, to: .result)
    }
  }

  private func blocks(_ request: ChartRequest) -> [Block] {
    let words = report.sentences.map { Block.text(Rich($0)) }
    var blocks: [Block] = [.title(Rich(report.title))]
    if report.isEmpty {
      blocks += words
    } else if session.console.isPlain {
      blocks += words + report.tables().flatMap { [.blank, .table($0)] }
    } else {
      let marks: Marks = session.console.letters == .unicode ? .unicode : .ascii
      blocks.append(.drawing(report.picture.text(width: session.console.drawingWidth, marks: marks)))
      blocks += [.blank] + words
    }
    if report.isEmpty, request.span != .all { blocks.append(.quiet("`--over all` looks at the whole time.")) }
    if request.what.isEmpty, session.isShell {
      blocks.append(.quiet("Also: `chart sleep --over year`, `chart mood --by weekday`, `calendar`."))
    }
    return blocks
  }

  private func json() throws(Departure) -> String {
    let series = report.parts.map { part -> JSON in
      let measure = part.variable.measure
      return [
        "id": .string(part.variable.id), "name": .string(measure.name), "unit": .string(measure.unit),
        "low": measure.low.map { .number($0) } ?? .null, "high": measure.high.map { .number($0) } ?? .null,
        "by": .string(part.by), "sentence": .string(part.sentence),
        "values": .array(
          part.numbers.map {
            ["at": .string($0.at), "value": .number($0.value), "count": .number(Double($0.count))]
          }),
      ]
    }
    let document: JSON = [
      "from": .string(report.range.lowerBound.iso), "to": .string(report.range.upperBound.iso),
      "series": .array(series), "notes": .array(report.notes.map { .string($0) }),
    ]
    guard let bytes = try? document.canonical() else { throw .failed(.unexpected) }
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }

  private var csv: String {
    let rows = report.parts.flatMap { part in
      part.numbers.map { number -> [CSVText.Cell] in
        [
          .text(part.variable.measure.name), .text(part.variable.measure.unit), .text(part.by), .text(number.at),
          .number(number.value), .number(Double(number.count)),
        ]
      }
    }
    return CSVText.lines([["name", "unit", "by", "at", "value", "count"]] + rows)
  }
}
