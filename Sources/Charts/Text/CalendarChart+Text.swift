extension CalendarChart {
  func text(width: Int, marks: Marks) -> [String] {
    let caption = Caption.lines(name, scale, width: width)
    if !isWide, let rows = rows(width: width, marks: marks) { return caption + rows }
    return caption + columns(width: width, marks: marks) + key(width: width, marks: marks)
  }

  /// A week a line, with the numbers themselves; nil where they do not fit.
  private func rows(width: Int, marks: Marks) -> [String]? {
    let digits = scale.high - scale.low >= 10 && scale.unit.isEmpty ? 0 : 1
    let cells = values.mapValues { Scale.text($0, digits: digits) }
    let margin = weeks.map(\.label.count).max() ?? 0
    let cell = max(3, (cells.values.map(\.count).max() ?? 0) + 1)
    guard margin + 7 * cell <= width else { return nil }
    let names = dayNames.map { String($0.prefix(2)).set(right: cell) }
    let head = String(repeating: " ", count: margin) + names.joined()
    let lines = weeks.map { week in
      (week.label.set(right: margin)
        + (0..<7).map { day in text(of: week.at + day, cells: cells, marks: marks).set(right: cell) }.joined())
        .withoutTrailingSpaces
    }
    return [head] + lines + ["\(marks.empty) \(emptyWords)".cut(to: width)]
  }

  private func text(of place: Int, cells: [Int: String], marks: Marks) -> String {
    guard (first...last).contains(place) else { return "" }
    return cells[place] ?? marks.empty
  }

  /// A week a column and a day a line, in as many bands as it takes.
  private func columns(width: Int, marks: Marks) -> [String] {
    let margin = (dayNames.map(\.count).max() ?? 0) + 1
    let most = max(4, width - margin)
    let bands = max(1, (weeks.count + most - 1) / most)
    // Bands of about the same length read better than a long one and a rest.
    let size = max(1, (weeks.count + bands - 1) / bands)
    return stride(from: 0, to: weeks.count, by: size).enumerated().flatMap { number, start -> [String] in
      let band = Array(weeks[start..<min(start + size, weeks.count)])
      let lines = (0..<7).map { day in
        (dayNames[day].padded(to: margin) + band.map { shaded($0.at + day, marks) }.joined()).withoutTrailingSpaces
      }
      return (number > 0 ? [""] : []) + [monthRow(band, margin: margin, room: width)] + lines
    }
  }

  private func shaded(_ place: Int, _ marks: Marks) -> String {
    guard (first...last).contains(place) else { return " " }
    return values[place].map { marks.shades[shade(of: $0)] } ?? marks.empty
  }

  private func monthRow(_ band: [Tick], margin: Int, room: Int) -> String {
    var row = String(repeating: " ", count: margin)
    for month in months {
      guard let column = band.firstIndex(where: { ($0.at..<$0.at + 7).contains(month.at) }) else { continue }
      let start = margin + column
      guard start > row.count || row.count == margin, start + month.label.count <= room else { continue }
      row = row.padded(to: start) + month.label
    }
    return row.withoutTrailingSpaces
  }

  private func key(width: Int, marks: Marks) -> [String] {
    let parts = zip(marks.shades, shadeWords).map { "\($0) \($1)" } + ["\(marks.empty) \(emptyWords)"]
    var lines = [""]
    for part in parts.map({ $0.cut(to: width) }) {
      let joined = lines[lines.count - 1].isEmpty ? part : lines[lines.count - 1] + "   " + part
      if joined.count <= width { lines[lines.count - 1] = joined } else { lines.append(part) }
    }
    return lines
  }
}
