extension LineChart {
  /// About seven units a letter.
  private static func size(_ label: String) -> Double { Double(label.count) * 7 }

  /// Returns where what comes below may begin.
  func draw(into svg: inout SVGText, top: Double, isOne: Bool) -> Double {
    let top = svg.caption(name, scale, top: top)
    let height = isOne ? 180.0 : 100
    let (left, right) = (Picture.left, Picture.width - Picture.edge - 8)
    func x(_ place: Int) -> Double { left + axis.share(of: place) * (right - left) }
    func y(_ value: Double) -> Double { top + (1 - scale.share(of: value)) * height }
    for (value, label) in zip([scale.high, scale.middle, scale.low], scale.labels) where !label.isEmpty {
      svg.words(label, left - 8, y(value) + 4, .end)
      svg.line(left, y(value), right, y(value), faint: value != scale.low)
    }
    for (tick, start) in axis.labels(on: right - left, cells: false, gap: 10, size: Self.size) {
      svg.line(x(tick.at), top + height, x(tick.at), top + height + 5)
      svg.words(tick.label, left + start, top + height + 19)
    }
    let crowded = series.points.count > 120
    for run in series.runs {
      if run.count > 1 { svg.path(run.map { (x($0.at), y($0.value)) }) }
      if !crowded || run.count == 1 { for point in run { svg.dot(x(point.at), y(point.value), radius: 2.5) } }
    }
    return top + height + 26
  }
}
