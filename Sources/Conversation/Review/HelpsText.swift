import Journal
import Terminal

/// `helps` in words.
struct HelpsText {
  let report: HelpsReport
  /// Titles by form.
  let titles: [String: String]
  /// Labels of feelings by code.
  var feelings: [String: String] = [:]

  static let once = "Ratings often fall with time anyway."

  var blocks: [Block] {
    var blocks: [Block] = [.title("What helps me")]
    guard !report.lines.isEmpty || !report.tooFew.isEmpty else {
      return blocks + [.text("No try with a number before and after yet. `skill` finds one, and asks for both.")]
    }
    for line in report.lines {
      blocks += [.text(Rich([Rich.Span(title(line.form, line.rated), .strong)])), .inset(told(line)), .blank]
    }
    if report.lines.isEmpty {
      blocks.append(.text(Rich("From \(HelpsReport.least) tries on, a skill is told here.")))
    }
    for few in report.tooFew {
      blocks.append(.pair(title(few.form, few.rated), Rich("\(few.tries.tries) so far: too few to say")))
    }
    if !report.tooFew.isEmpty { blocks.append(.blank) }
    blocks.append(.text(Rich(Self.once)))
    return blocks
  }

  /// A form that rates two things says which.
  private func title(_ form: String, _ rated: Rated) -> String {
    let all = report.lines.map { ($0.form, $0.rated) } + report.tooFew.map { ($0.form, $0.rated) }
    let title = titles[form] ?? form
    return all.count { $0.0 == form } > 1 ? "\(title) (\(rated.rawValue))" : title
  }

  private func told(_ line: HelpsReport.Line) -> [Block] {
    var blocks: [Block] = [
      .text(Rich("You rated \(line.rated.object) \(Self.words(line.moved)).")),
      .text(
        Rich(
          "On average it went from \(line.meanBefore.brief) to \(line.meanAfter.brief) of 100. The middle change: "
            + "\(Self.change(line.median)).")),
    ]
    if let interval = line.interval {
      blocks.append(
        .quiet(
          Rich(
            "Average change: \(Self.change(line.mean)). How sure (90 % interval): "
              + "\(Self.change(interval.lowerBound)) to \(Self.change(interval.upperBound)).")))
    }
    for group in line.groups {
      let name = group.kind == .part ? Self.part(group.name) : "Feeling \"\(feelings[group.name] ?? group.name)\""
      blocks.append(.quiet(Rich("\(name): \(Self.words(group.moved)), \(Self.change(group.mean)) on average.")))
    }
    return blocks
  }

  /// `lower after 9 of 11 tries, the same after 1 and higher after 1`
  static func words(_ moved: HelpsReport.Moved) -> String {
    let others = [
      moved.same > 0 ? "the same after \(moved.same)" : nil, moved.higher > 0 ? "higher after \(moved.higher)" : nil,
    ].compactMap { $0 }
    return "lower after \(moved.lower) of \(moved.tries.tries)" + (others.isEmpty ? "" : ", \(others.listed)")
  }

  /// `12 lower`, `3.5 higher`, `none`
  static func change(_ value: Double) -> String {
    let size = abs(value).brief
    return size == "0" ? "none" : "\(size) \(value < 0 ? "lower" : "higher")"
  }

  private static func part(_ part: String) -> String { part == "night" ? "At night" : "In the \(part)" }
}

extension Int {
  /// `1 try`, `5 tries`
  fileprivate var tries: String { self == 1 ? "1 try" : "\(self) tries" }
}

extension Rated {
  fileprivate var object: String {
    switch self {
    case .distress: "distress"
    case .feelings: "the feelings you named"
    case .urge: "the urge"
    }
  }
}
