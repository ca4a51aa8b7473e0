import Terminal

/// Two states of one thing side by side: under each heading only the lines that differ.
package struct SideBySide {
  package typealias Section = (heading: String, lines: [String])

  private(set) var rows: [[Rich]] = []
  /// A heading whose lines are the same, in another order.
  package private(set) var isReordered = false

  package init(_ before: [Section], _ after: [Section]) {
    let gone = before.filter { was in !after.contains { $0.heading == was.heading } }
    for heading in after.map(\.heading) + gone.map(\.heading) {
      let was = before.first { $0.heading == heading }?.lines ?? []
      let now = after.first { $0.heading == heading }?.lines ?? []
      let (out, new) = (was.filter { !now.contains($0) }, now.filter { !was.contains($0) })
      if out.isEmpty, new.isEmpty, was != now { isReordered = true }
      for line in 0..<max(out.count, new.count) {
        rows.append([
          Rich(line == 0 ? heading : ""), Rich(line < out.count ? out[line] : ""),
          Rich(line < new.count ? new[line] : ""),
        ])
      }
    }
  }

  /// A table under these two names; nil where nothing differs.
  package func table(_ first: String, _ second: String) -> Block? {
    rows.isEmpty ? nil : .table(Table(header: ["", Rich(first), Rich(second)], rows: rows))
  }
}
