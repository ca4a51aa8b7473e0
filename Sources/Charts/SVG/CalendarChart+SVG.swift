extension CalendarChart {
  func draw(into svg: inout SVGText, top: Double) -> Double {
    let start = svg.caption(name, scale, top: top)
    return isWide ? drawColumns(into: &svg, top: start) : drawRows(into: &svg, top: start)
  }

  private func drawRows(into svg: inout SVGText, top: Double) -> Double {
    let (width, height) = (52.0, 24.0)
    let digits = scale.high - scale.low >= 10 && scale.unit.isEmpty ? 0 : 1
    for (day, name) in dayNames.enumerated() {
      svg.words(name, Picture.left + (Double(day) + 0.5) * width, top + 10, .middle)
    }
    for (row, week) in weeks.enumerated() {
      let y = top + 18 + Double(row) * height
      svg.words(week.label, Picture.left - 8, y + 16, .end)
      for day in 0..<7 where (first...last).contains(week.at + day) {
        let x = Picture.left + Double(day) * width
        // Light enough for the number to be read on it.
        let value = values[week.at + day]
        svg.box(x + 1, y + 1, width - 2, height - 2, shade: value.map { 0.08 + 0.1 * Double(shade(of: $0)) })
        if let value { svg.words(Scale.text(value, digits: digits), x + width / 2, y + 16, .middle) }
      }
    }
    let end = top + 18 + Double(weeks.count) * height
    svg.box(Picture.left + 1, end + 9, 12, 12, shade: nil)
    svg.words(emptyWords, Picture.left + 20, end + 19)
    return end + 26
  }

  private func drawColumns(into svg: inout SVGText, top: Double) -> Double {
    let size = 12.0
    let most = Int((Picture.width - Picture.left - Picture.edge) / size)
    var top = top
    for start in stride(from: 0, to: weeks.count, by: most) {
      let band = Array(weeks[start..<min(start + most, weeks.count)])
      top = draw(band, into: &svg, top: top, size: size) + 12
    }
    var x = Picture.left
    for (index, words) in shadeWords.enumerated() {
      svg.box(x + 1, top + 2, size - 2, size - 2, shade: opacity(index))
      svg.words(words, x + size + 4, top + 11)
      x += 96
    }
    svg.box(x + 1, top + 2, size - 2, size - 2, shade: nil)
    svg.words(emptyWords, x + size + 4, top + 11)
    return top + 24
  }

  private func opacity(_ shade: Int) -> Double { [0.2, 0.45, 0.7, 1][min(3, max(0, shade))] }

  private func draw(_ band: [Tick], into svg: inout SVGText, top: Double, size: Double) -> Double {
    var end = 0.0
    for month in months {
      guard let column = band.firstIndex(where: { ($0.at..<$0.at + 7).contains(month.at) }) else { continue }
      let x = Picture.left + Double(column) * size
      guard x > end else { continue }
      svg.words(month.label, x, top + 10)
      end = x + Double(month.label.count) * 7 + 6
    }
    for day in 0..<7 {
      let y = top + 16 + Double(day) * size
      if day % 2 == 0 { svg.words(dayNames[day], Picture.left - 8, y + 10, .end) }
      for (column, week) in band.enumerated() where (first...last).contains(week.at + day) {
        let value = values[week.at + day]
        let x = Picture.left + Double(column) * size
        svg.box(x + 1, y + 1, size - 2, size - 2, shade: value.map { opacity(shade(of: $0)) })
      }
    }
    return top + 16 + 7 * size
  }
}
