import Forms

/// Reads a FHIRPath formula that does nothing but add up answers. Anything else is not understood, on purpose: a formula
/// that is nearly a sum would give a number that is nearly right.
struct SumExpression {
  private let variables: [String: String]
  private let items: [String: Item]
  private var rest: Substring
  private let depth: Int

  init?(_ text: String, variables: [String: String], items: [String: Item], depth: Int = 0) {
    guard depth < 4, text.utf8.count <= 20_000, let bare = Self.withoutSpaces(text) else { return nil }
    self.variables = variables
    self.items = items
    self.depth = depth
    rest = bare[...]
  }

  /// The linkIds of what is added up; nil if it is not a plain sum.
  mutating func read() -> [String]? {
    if let whole = wholeIfAny() { return rest.isEmpty ? whole : nil }
    guard let links = sum(), rest.isEmpty else { return nil }
    return links
  }

  /// Spaces outside of quotes say nothing, but for those around words such as `or`.
  private static func withoutSpaces(_ text: String) -> String? {
    var bare = ""
    var isQuoted = false
    for character in text {
      if character == "\\" { return nil }
      if character == "'" { isQuoted.toggle() }
      if isQuoted || !character.isWhitespace {
        bare.append(character)
      } else if bare.last != " " {
        bare.append(" ")
      }
    }
    guard !isQuoted else { return nil }
    let marks: [Character] = ["(", ")", ",", "+", "=", "{", "}", "."]
    var tight = ""
    var wasQuoted = false
    let letters = Array(bare)
    for (place, character) in letters.enumerated() {
      if character == "'" { wasQuoted.toggle() }
      if character == " ", !wasQuoted {
        let before = tight.last
        let after = letters.indices.contains(place + 1) ? letters[place + 1] : nil
        if before.map(marks.contains) ?? true || after.map(marks.contains) ?? true { continue }
      }
      tight.append(character)
    }
    return tight
  }

  private mutating func eat(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  private mutating func name() -> String? {
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    guard !name.isEmpty else { return nil }
    rest = rest.dropFirst(name.count)
    return String(name)
  }

  private mutating func quoted() -> String? {
    guard eat("'"), let end = rest.firstIndex(of: "'") else { return nil }
    let text = String(rest[..<end])
    rest = rest[rest.index(after: end)...]
    return text
  }

  /// `iif(%any,sum,{})`: the sum where anything was answered. Where an answer is missing none is shown here anyway.
  private mutating func wholeIfAny() -> [String]? {
    let start = rest
    if eat("iif("), isAny(), eat(","), let links = sum(), eat(",{})") { return links }
    rest = start
    return nil
  }

  /// `%a.exists() or %b.exists()`, or a variable that is it.
  private mutating func isAny() -> Bool {
    var found = 0
    repeat {
      guard eat("%"), let variable = name() else { return false }
      if eat(".exists()") {
        guard variables[variable] != nil else { return false }
      } else {
        guard let text = variables[variable],
          var inner = SumExpression(text, variables: variables, items: items, depth: depth + 1), inner.isAny(),
          inner.rest.isEmpty
        else { return false }
      }
      found += 1
    } while eat(" or ")
    return found > 0
  }

  private mutating func sum() -> [String]? {
    var links: [String] = []
    repeat {
      guard let more = term() else { return nil }
      links += more
    } while eat("+")
    return links
  }

  private mutating func term() -> [String]? {
    let start = rest
    if eat("("), let links = sum(), eat(")") { return links }
    rest = start
    // `iif(%a.exists(),%a,0)`
    if eat("iif(%"), let one = name(), eat(".exists(),%"), name() == one, eat(",0)") { return variable(one) }
    rest = start
    if rest.hasPrefix("%"), !rest.hasPrefix("%resource"), !rest.hasPrefix("%questionnaire") {
      guard eat("%"), let one = name() else { return nil }
      // A variable may hold the whole item: `%a.answer.value`.
      return rest.hasPrefix(".") ? nil : variable(one)
    }
    var path = SumPath(rest, items: items)
    guard let links = path.read() else { return nil }
    rest = path.rest
    return links
  }

  private func variable(_ name: String) -> [String]? {
    guard let text = variables[name],
      var inner = SumExpression(text, variables: variables, items: items, depth: depth + 1)
    else { return nil }
    return inner.read()
  }
}
