extension LineChart {
  /// A step of the axis takes at most this many cells: a week does not need a whole window.
  private static let widestStep = 8
  private static let narrowestPlot = 16

  func text(width: Int, rows: Int, marks: Marks) -> [String] {
    let labels = scale.labels
    let margin = labels.map(\.count).max() ?? 0
    let steps = max(1, (axis.last - axis.first) / series.step)
    let columns = min(width - margin - 2, max(Self.narrowestPlot, steps * Self.widestStep + 1))
    var dots = Dots(columns: columns, rows: rows, marks: marks)
    draw(in: &dots, steps: steps)
    let plot = (0..<rows).map { row -> String in
      let label = row == 0 ? labels[0] : row == rows - 1 ? labels[2] : row == rows / 2 ? labels[1] : ""
      let side = label.isEmpty ? marks.side : marks.labelledSide
      return (label.set(right: margin) + " " + side + dots.row(row)).withoutTrailingSpaces
    }
    return Caption.lines(name, scale, width: width) + plot
      + TickRow(axis: axis, columns: columns).lines(margin: margin + 1, marks: marks)
  }

  private func draw(in dots: inout Dots, steps: Int) {
    let roomy = dots.marks == .unicode && dots.width / steps >= 6
    for run in series.runs {
      let places = run.map { point in
        (
          x: Int((axis.share(of: point.at) * Double(dots.width - 1)).rounded()),
          y: Int(((1 - scale.share(of: point.value)) * Double(dots.height - 1)).rounded())
        )
      }
      for place in places { dots.mark(place.x, place.y) }
      guard dots.marks == .unicode else { continue }
      for (a, b) in zip(places, places.dropFirst()) { dots.line(from: a, to: b) }
      guard roomy || places.count == 1 else { continue }
      // A single dot is hard to see.
      for place in places {
        let x = roomy ? (place.x + 1 < dots.width ? place.x + 1 : place.x - 1) : place.x
        let y = place.y + 1 < dots.height ? place.y + 1 : place.y - 1
        for spot in [(x, place.y), (place.x, y), (x, y)] { dots.mark(spot.0, spot.1) }
      }
    }
  }
}

/// The line below a plot, and the labels below it.
struct TickRow {
  let axis: Axis
  let columns: Int

  func lines(margin: Int, marks: Marks) -> [String] {
    var rule = Array(repeating: marks.line, count: columns)
    var labels = ""
    for (tick, start) in axis.labels(on: Double(columns - 1), cells: true, gap: 1, size: { Double($0.count) }) {
      labels = labels.padded(to: Int(start)) + tick.label
      rule[Int((axis.share(of: tick.at) * Double(columns - 1)).rounded())] = marks.tickMark
    }
    let space = String(repeating: " ", count: margin)
    return [space + marks.corner + rule.joined()] + (labels.isEmpty ? [] : [space + " " + labels])
  }
}
