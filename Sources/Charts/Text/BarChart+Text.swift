extension BarChart {
  func text(width: Int, marks: Marks) -> [String] {
    let labels = bars.map { $0.label.cut(to: width / 3) }
    let margin = labels.map(\.count).max() ?? 0
    let numbers = bars.map { $0.value.map { Scale.text($0) } ?? "" }
    let numberWidth = numbers.map(\.count).max() ?? 0
    let notes = bars.map { $0.note.isEmpty ? "" : "  " + $0.note }
    let tail = bars.indices.filter { bars[$0].value != nil }.map { notes[$0].count }.max() ?? 0
    let room = width - margin - numberWidth - 2
    // Where notes would leave hardly any bar, they are left out.
    let showsNotes = room - tail >= 8
    let columns = min(40, max(4, showsNotes ? room - tail : room))
    return Caption.lines(name, scale, width: width)
      + bars.indices.map { index in
        let label = labels[index].padded(to: margin) + " "
        guard let value = bars[index].value else {
          return (label + bars[index].note).cut(to: width).withoutTrailingSpaces
        }
        let bar = self.bar(value, columns: columns, marks: marks).padded(to: columns)
        return (label + bar + " " + numbers[index].set(right: numberWidth) + (showsNotes ? notes[index] : ""))
          .withoutTrailingSpaces
      }
  }

  private func bar(_ value: Double, columns: Int, marks: Marks) -> String {
    let (from, to) = (scale.share(of: base) * Double(columns), scale.share(of: value) * Double(columns))
    if from > 0 {
      let (start, end) = (Int(min(from, to).rounded()), Int(max(from, to).rounded()))
      let start2 = min(start, columns - 1)
      return String(repeating: " ", count: start2)
        + String(repeating: marks.full, count: max(1, end - start2))
    }
    let whole = marks == .unicode ? Int(to) : Int(to.rounded())
    let eighths = Int(((to - Double(whole)) * 8).rounded())
    let part = marks.parts.indices.contains(eighths - 1) ? marks.parts[eighths - 1] : eighths == 8 ? marks.full : ""
    let bar = String(repeating: marks.full, count: whole) + part
    // A value at the very end is not the same as none.
    return bar.isEmpty ? marks.parts.first ?? marks.side : bar
  }
}
