/// Takes the fields of one YAML mapping; what is left over at the end is unknown.
struct Fields {
  let line: Int
  let findings: Findings
  private var entries: [YAML.Entry]

  /// Nil, with an error noted, if this is no mapping.
  init?(_ node: YAML, _ what: String, _ findings: Findings) {
    guard case .mapping(let entries) = node.content else {
      findings.error(node.line, "\(what) has to be a list of fields.")
      return nil
    }
    line = node.line
    self.findings = findings
    self.entries = entries
  }

  mutating func take(_ key: String) -> YAML? {
    guard let index = entries.firstIndex(where: { $0.key == key }) else { return nil }
    let value = entries.remove(at: index).value
    return value.isEmpty ? nil : value
  }

  /// What is left, as it came.
  mutating func rest() -> [YAML.Entry] {
    defer { entries = [] }
    return entries
  }

  func finish() {
    for entry in entries { findings.error(entry.line, "There is no field \(Name.quoted(entry.key)) here.") }
  }

  mutating func text(_ key: String) -> String? {
    guard let node = take(key) else { return nil }
    guard let text = node.text else {
      findings.error(node.line, "The field \"\(key)\" has to be text.")
      return nil
    }
    return text
  }

  /// Notes an error if there is none.
  mutating func needed(_ key: String) -> String {
    let present = entries.contains { $0.key == key && !$0.value.isEmpty }
    if !present { findings.error(line, "The field \"\(key)\" is missing.") }
    return text(key) ?? ""
  }

  /// A name of the kind `[a-z0-9-]{1,64}`.
  mutating func name(_ key: String) -> String? {
    guard let node = take(key) else { return nil }
    guard let text = node.text, Name.isValid(text) else {
      findings.error(node.line, "The field \"\(key)\" takes small letters, digits and hyphens, 64 at most.")
      return nil
    }
    return text
  }

  /// Notes an error if there is none.
  mutating func neededName(_ key: String) -> String {
    let present = entries.contains { $0.key == key && !$0.value.isEmpty }
    if !present { findings.error(line, "The field \"\(key)\" is missing.") }
    return name(key) ?? ""
  }

  mutating func texts(_ key: String) -> [String] {
    (take(key)?.items ?? []).compactMap { item in
      if item.text == nil { findings.error(item.line, "The field \"\(key)\" has to be a list of texts.") }
      return item.text
    }
  }

  mutating func number(_ key: String) -> Double? {
    guard let node = take(key) else { return nil }
    if node.number == nil { findings.error(node.line, "The field \"\(key)\" has to be a number.") }
    return node.number
  }

  mutating func whole(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let node = take(key) else { return nil }
    guard let number = node.number, let whole = Int(exactly: number), range.contains(whole) else {
      findings.error(
        node.line, "The field \"\(key)\" has to be a whole number from \(range.lowerBound) to \(range.upperBound).")
      return nil
    }
    return whole
  }

  mutating func flag(_ key: String) -> Bool? {
    guard let node = take(key) else { return nil }
    if node.flag == nil { findings.error(node.line, "The field \"\(key)\" has to be yes or no.") }
    return node.flag
  }

  /// The line of a field, before it is taken; the mapping's own if there is none.
  func line(of key: String) -> Int { entries.first { $0.key == key }?.line ?? line }
}
