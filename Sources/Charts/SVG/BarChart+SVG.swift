extension BarChart {
  func draw(into svg: inout SVGText, top: Double) -> Double {
    let top = svg.caption(name, scale, top: top)
    let (row, left) = (22.0, Picture.left + 30)
    let right = Picture.width - 190
    let base = left + scale.share(of: self.base) * (right - left)
    for (index, bar) in bars.enumerated() {
      let y = top + Double(index) * row
      svg.words(bar.label.cut(to: 14), left - 8, y + 13, .end)
      guard let value = bar.value else {
        svg.words(bar.note, left + 4, y + 13)
        continue
      }
      let end = left + scale.share(of: value) * (right - left)
      svg.box(min(base, end), y + 2, max(1, abs(end - base)), row - 7, shade: 0.7)
      svg.words(Scale.text(value) + (bar.note.isEmpty ? "" : ", \(bar.note)"), max(base, end) + 8, y + 13)
    }
    svg.line(base, top - 2, base, top + Double(bars.count) * row)
    return top + Double(bars.count) * row + 4
  }
}
