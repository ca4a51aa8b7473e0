import Forms

/// Reads what can be chosen: of a question, or a list file such as `emotions.yaml`.
struct OptionsReader {
  let findings: Findings

  /// `{code, label, help, weight, example}` or plain texts, whose code is made from the words.
  func read(_ node: YAML) -> [Choices.Option] {
    guard case .sequence(let items) = node.content, !items.isEmpty else {
      findings.error(node.line, "Options have to be a list.")
      return []
    }
    guard items.count <= FormReader.mostOptions else {
      findings.error(node.line, "There are \(FormReader.mostOptions) options at most.")
      return []
    }
    var seen: Set<String> = []
    return items.compactMap { item in
      let before = findings.errors.count
      guard let option = option(item), findings.errors.count == before else { return nil }
      if !seen.insert(option.code).inserted {
        findings.error(item.line, "There are two options called \"\(option.code)\".")
      }
      return option
    }
  }

  private func option(_ node: YAML) -> Choices.Option? {
    if let label = node.text {
      let code = Name.slug(label)
      if code.isEmpty { findings.error(node.line, "This option needs a code: write {code: , label: }.") }
      return Choices.Option(code, label)
    }
    guard var fields = Fields(node, "An option", findings) else { return nil }
    let code = fields.name("code") ?? ""
    let label = fields.needed("label")
    var help = fields.text("help")
    if let example = fields.text("example") {
      help = [help, "For example: \(example)"].compactMap(\.self).joined(separator: " ")
    }
    let weight = fields.number("weight")
    fields.finish()
    return Choices.Option(code.isEmpty ? Name.slug(label) : code, label, help: help, weight: weight)
  }
}
