/// Why a reply is not yet an answer. The question is asked again with a kind hint; nothing is lost.
package enum ReadingError: Error, Equatable, Sendable {
  case empty
  case notANumber
  case notWhole
  case outside(low: Double?, high: Double?)
  case notYesOrNo
  case notADate, notATime, notADuration, notADateTime
  /// A day or time before the first or after the last that is taken.
  case outsideTime(earliest: String?, latest: String?)
  case tooManyLetters(limit: Int)
  case noSuchChoice(String, count: Int)
  case severalChoicesMeant([String])
  case oneOnly
  case tooFew(least: Int)
  case tooLong(limit: Int)
}

extension Step {
  /// The longest answer in bytes of UTF-8 that is kept.
  package static let longest = 65_536

  /// Turns a whole reply (several lines for text and lists) into an answer.
  package func read(_ reply: String, today: Day) throws(ReadingError) -> Answer {
    guard reply.utf8.count <= Self.longest else { throw .tooLong(limit: Self.longest) }
    let line = reply.trimmed
    guard !line.isEmpty else { throw .empty }
    if let most = question.longest, question.isTooLong(reply) { throw .tooManyLetters(limit: most) }
    switch question.kind {
    case .text: return .text(reply.trimmed)
    case .list:
      return .items(reply.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty })
    case .scale(let low, let high, _, _):
      return try Self.number(bare(line).strippingScale(high), low: Double(low), high: Double(high), whole: true)
    case .number(let low, let high, let whole): return try Self.number(bare(line), low: low, high: high, whole: whole)
    case .yesNo:
      switch line.lowercased() {
      case "y", "yes", "1", "true": return .yesNo(true)
      case "n", "no", "2", "false": return .yesNo(false)
      default: throw .notYesOrNo
      }
    case .date:
      guard let day = Day(words: line, today: today, toward: .future) else { throw .notADate }
      return try inTime(day.iso)
    case .time:
      guard let time = TimeOfDay(words: line) else { throw .notATime }
      return try inTime(time.iso)
    case .dateTime:
      guard let moment = Self.dateTime(line, today: today) else { throw .notADateTime }
      return try inTime(moment)
    case .duration:
      let hours = question.unit == "h" || question.unit == "hours"
      guard let minutes = Minutes.read(line, bareAreHours: hours) else { throw .notADuration }
      return .number(Double(minutes))
    case .choice(let choices): return .text(try choice(line, other: choices.other))
    case .choices(let choices, let least): return .items(try several(line, other: choices.other, least: least))
    case .group, .each, .show, .breathe, .timer: throw .empty
    }
  }

  private func inTime(_ moment: String) throws(ReadingError) -> Answer {
    let (earliest, latest) = (question.earliest, question.latest)
    // A day without a time lies anywhere in it: both are compared as far as the shorter one goes.
    func isBefore(_ one: String, _ other: String) -> Bool {
      one.prefix(other.count) < other.prefix(one.count)
    }
    if let earliest, isBefore(moment, earliest) { throw .outsideTime(earliest: earliest, latest: latest) }
    if let latest, isBefore(latest, moment) { throw .outsideTime(earliest: earliest, latest: latest) }
    return .text(moment)
  }

  /// `today 21:30`, `2026-11-20T21:30`, `9pm` for today, or a day alone.
  private static func dateTime(_ line: String, today: Day) -> String? {
    var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.count == 1, let mark = words[0].firstIndex(of: "T"), Day(iso: words[0][..<mark]) != nil {
      words = [String(words[0][..<mark]), String(words[0][words[0].index(after: mark)...])]
    }
    for count in stride(from: words.count, through: 0, by: -1) {
      let (first, rest) = (words[..<count].joined(separator: " "), words[count...].joined(separator: " "))
      guard let day = first.isEmpty ? today : Day(words: first, today: today, toward: .past) else { continue }
      if rest.isEmpty { return day.iso }
      if let time = TimeOfDay(words: rest) { return "\(day.iso)T\(time.iso)" }
    }
    return nil
  }

  /// Without the unit of the question: an earlier answer stands on the line as `5 mg`.
  private func bare(_ line: String) -> String {
    guard let unit = question.unit, !unit.isEmpty, line.hasSuffix(unit) else { return line }
    return String(line.dropLast(unit.count)).trimmed
  }

  private static func number(_ line: String, low: Double?, high: Double?, whole: Bool) throws(ReadingError) -> Answer {
    let digits = line.hasSuffix("%") ? String(line.dropLast()).trimmed : line
    guard let value = Double(digits.replacing(",", with: ".")), value.isFinite,
      digits.allSatisfy({ $0.isNumber || "+-.,".contains($0) })
    else { throw .notANumber }
    guard value >= low ?? -.infinity, value <= high ?? .infinity else { throw .outside(low: low, high: high) }
    if whole && value != value.rounded() { throw .notWhole }
    return .number(value == 0 ? 0 : value)
  }

  /// A number of the list, a code, a label or its beginning; words of one's own where they are allowed.
  private func choice(_ line: String, other: Bool) throws(ReadingError) -> String {
    if let number = Int(line) {
      let keys = keys
      if let place = keys.firstIndex(of: number), options.indices.contains(place) { return options[place].code }
      guard let low = keys.min(), let high = keys.max(), (low, high) != (1, options.count), !options.isEmpty else {
        throw .noSuchChoice(line, count: options.count)
      }
      throw .outside(low: Double(low), high: Double(high))
    }
    let wanted = line.lowercased()
    if let exact = options.first(where: { $0.code.lowercased() == wanted || $0.label.lowercased() == wanted }) {
      return exact.code
    }
    let begun = options.filter { $0.label.lowercased().hasPrefix(wanted) }
    if begun.count == 1 { return begun[0].code }
    if other { return line }
    if begun.count > 1 { throw .severalChoicesMeant(begun.map(\.label)) }
    throw .noSuchChoice(line, count: options.count)
  }

  private func several(_ reply: String, other: Bool, least: Int) throws(ReadingError) -> [String] {
    var chosen: [String] = []
    func add(_ code: String) { if !chosen.contains(code) { chosen.append(code) } }
    // A label may hold commas itself: as many pieces as make one are taken together.
    let most = options.map { $0.label.count(where: { $0 == "," }) + 1 }.max() ?? 1
    for line in reply.split(whereSeparator: { $0 == ";" || $0.isNewline }) {
      var pieces = line.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }[...]
      while let piece = pieces.first {
        let whole = stride(from: min(most, pieces.count), to: 1, by: -1).lazy
          .compactMap { count in label(pieces.prefix(count)).map { (code: $0, count: count) } }.first
        if let whole {
          add(whole.code)
          pieces.removeFirst(whole.count)
          continue
        }
        pieces.removeFirst()
        let words = piece.split(whereSeparator: \.isWhitespace).map(String.init)
        for word in words.allSatisfy({ Int($0) != nil }) ? words : [piece] { add(try choice(word, other: other)) }
      }
    }
    guard !chosen.isEmpty else { throw .empty }
    guard chosen.count >= least else { throw .tooFew(least: least) }
    return chosen
  }

  /// The code of the label that these pieces are, put together again.
  private func label(_ pieces: ArraySlice<String>) -> String? {
    let whole = pieces.joined(separator: ", ").lowercased()
    return options.first { $0.label.lowercased() == whole }?.code
  }
}

extension Question {
  /// Whether a reply, or a line of a list, has more letters than are taken.
  package func isTooLong(_ reply: String) -> Bool {
    guard let longest else { return false }
    if case .list = kind { return reply.split(whereSeparator: \.isNewline).contains { $0.unicodeScalars.count > longest } }
    return reply.trimmed.unicodeScalars.count > longest
  }
}

extension String {
  /// Without white space and newlines at both ends.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }

  /// `7/10` and `7 of 10` on a scale to 10 are 7.
  fileprivate func strippingScale(_ high: Int) -> String {
    for mark in ["/\(high)", "/ \(high)", "of \(high)", "out of \(high)"].reversed() where hasSuffix(mark) {
      return String(dropLast(mark.count)).trimmed
    }
    return self
  }
}
