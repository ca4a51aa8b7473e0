/// A word of the field in plain words.
package struct Term: Equatable, Sendable {
  package var term: String
  package var meaning: String
}

extension Library {
  /// Terms in the order of the alphabet.
  package func glossary() -> [Term] {
    for path in files(named: "glossary.yaml") {
      let findings = Findings(file: path)
      let terms = readGlossary(path, findings)
      if findings.errors.isEmpty { return terms.sorted { $0.term.lowercased() < $1.term.lowercased() } }
    }
    return []
  }

  func readGlossary(_ path: String, _ findings: Findings) -> [Term] {
    guard let node = yaml(path, limit: Limit.form, findings) else { return [] }
    guard case .sequence(let items) = node.content else {
      findings.error(node.line, "The glossary has to be a list of terms.")
      return []
    }
    var seen: Set<String> = []
    return items.compactMap { item in
      guard var fields = Fields(item, "A term", findings) else { return nil }
      let term = Term(term: fields.needed("term"), meaning: fields.needed("meaning"))
      fields.finish()
      if !seen.insert(term.term.lowercased()).inserted {
        findings.error(item.line, "The term \(Name.quoted(term.term)) stands here twice.")
      }
      return term
    }
  }
}
