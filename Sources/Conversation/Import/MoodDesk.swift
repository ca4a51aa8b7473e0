import Exchange
import Forms
import Terminal
import Vault

/// Finds out how another program's moods stand on ours.
struct MoodDesk {
  let session: Session
  let wishes: ImportDesk.Wishes
  /// With more different words the column holds something else.
  private static let mostNames = 20
  private static let key = "import-moods"

  func scale(for file: PastFile) throws(Departure) -> MoodScale {
    var scale = MoodScale(ends: wishes.scale)
    if file.source == "Daylio" { scale.names = MoodScale.daylio }
    let open = file.moodNames.filter { scale.names[$0] == nil }
    if !open.isEmpty, open.count <= Self.mostNames {
      let kept = try kept()
      for name in open { scale.names[name] = kept[name] }
      if !wishes.yes { try ask(open, into: &scale, kept: kept) }
    }
    let numbers = file.moodNumbers
    if scale.ends == nil, let least = numbers.min(), let most = numbers.max() {
      scale.ends = try ends(least, most)
    }
    return scale
  }

  private func ask(_ names: [String], into scale: inout MoodScale, kept: [String: Double]) throws(Departure) {
    session.show(
      .text("Your moods have names of their own there. Which number is each, from 0, very low, to 10, very good?"),
      .quiet("Enter leaves a name without a number."))
    var answers = kept
    for name in names {
      let line = try session.ask(Prompt("\(name.oneLine): ", prefill: kept[name].map(Form.plain) ?? "")).trimmed
      guard !line.isEmpty else {
        scale.names[name] = nil
        continue
      }
      guard let number = Double(line.replacing(",", with: ".")), (0...10).contains(number) else {
        throw .failed(
          Failure("A number from 0 to 10 was expected.", safe: "Nothing was changed.", next: "Try again.", code: 65))
      }
      scale.names[name] = number
      answers[name] = number
    }
    let lines = answers.map { "\(Form.plain($0.value)) \($0.key.oneLine)" }.sorted().joined(separator: "\n")
    try session.inJournal { (store) throws(VaultError) in try store.remember(Self.key, Array(lines.utf8)) }
  }

  /// What was answered at an earlier import.
  private func kept() throws(Departure) -> [String: Double] {
    let bytes = try session.inJournal { (store) throws(VaultError) in try store.memory(Self.key) }
    var names: [String: Double] = [:]
    for line in String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2, let number = Double(parts[0]) { names[String(parts[1])] = number }
    }
    return names
  }

  private func ends(_ least: Double, _ most: Double) throws(Departure) -> ClosedRange<Double> {
    if wishes.yes {
      guard least >= 0, most <= 10 else { throw .failed(Self.noScale(least, most)) }
      return 0...10
    }
    session.show(
      .text(Rich("The moods in the file go from \(Form.plain(least)) to \(Form.plain(most)).")),
      .text("What are the lowest and the highest that the other program has? Such as 1-5, or 0-10."))
    let line = try session.ask(Prompt("Lowest and highest: "))
    guard let ends = MoodScale.ends(line), ends.contains(least), ends.contains(most) else {
      throw .failed(Self.noScale(least, most))
    }
    return ends
  }

  private static func noScale(_ least: Double, _ most: Double) -> Failure {
    Failure(
      "The moods go from \(Form.plain(least)) to \(Form.plain(most)), and that does not fit the scale.",
      safe: "Nothing was changed.", next: "Give the ends of the other program's scale, such as --scale 1-5.", code: 65)
  }
}
