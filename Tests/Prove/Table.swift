import VaultSimulation

/// Counts in columns, as a table that can be read on a screen and put on a page.
enum Table {
  static func text(_ tally: Tally) -> String {
    let images = ["told"] + CrashOutcome.allCases.map(\.rawValue) + ["second crash", "third crash", "faults"]
    let faults = Set(tally.counts.filter { $0.key.hasPrefix("fault in ") }.flatMap(\.value.keys)).sorted()
    return [
      table("story", images, tally, Story.all.map(\.name)),
      table("failing call", faults, tally, tally.counts.keys.filter { $0.hasPrefix("fault in ") }.sorted()),
      table("changed bytes", ["damage"], tally, tally.counts.filter { $0.value["damage"] != nil }.keys.sorted()),
    ].joined(separator: "\n")
  }

  private static func table(_ corner: String, _ columns: [String], _ tally: Tally, _ rows: [String]) -> String {
    let rows = rows.filter { tally.counts[$0] != nil }
    guard !rows.isEmpty else { return "" }
    let sums = columns.map { column in "\(rows.reduce(0) { $0 + (tally.counts[$1]?[column] ?? 0) })" }
    let lines =
      [[corner] + columns, [String](repeating: "---", count: columns.count + 1)]
      + rows.map { row in [row] + columns.map { "\(tally.counts[row]?[$0] ?? 0)" } } + [["all"] + sums]
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}
