import Forms

/// Checks the modules, skills, forms and lists of one language in one folder.
struct LanguageCheck {
  let layout: Layout
  let language: String
  /// Sees the base too, for links.
  let library: Library
  private let forms: Set<String>
  private let pages: Set<String>
  private let glossary: [Term]

  init(folder: String, language: String, over base: [String]) {
    layout = Layout(folder: folder)
    self.language = language
    library = Library(folders: base + [folder], language: language)
    forms = Set(library.forms().map(\.id))
    glossary = library.glossary()
    pages = Set(library.modules().map(\.id) + library.skills().map(\.id))
  }

  func problems(onlyErrors: Bool = false) -> [Problem] {
    var found: [Problem] = []
    var ids = Ids()
    for path in layout.forms(language) {
      let findings = Findings(file: path)
      if let (form, links) = library.readForm(path, findings) {
        check(form, links, &ids, findings)
      }
      found += onlyErrors ? findings.errors : findings.all
    }
    for part in ["modules", "skills"] {
      var ids = Ids()
      for path in layout.pages(part, language) {
        let findings = Findings(file: path)
        checkPage(path, part, &ids, findings)
        found += onlyErrors ? findings.errors : findings.all
      }
    }
    for path in layout.lists(language) {
      let findings = Findings(file: path)
      if let node = library.yaml(path, limit: Limit.form, findings) { _ = OptionsReader(findings: findings).read(node) }
      found += onlyErrors ? findings.errors : findings.all
    }
    for path in layout.glossary(language) {
      let findings = Findings(file: path)
      _ = library.readGlossary(path, findings)
      found += onlyErrors ? findings.errors : findings.all
    }
    for path in layout.worry(language) {
      let findings = Findings(file: path)
      _ = library.readWorryList(path, findings)
      found += onlyErrors ? findings.errors : findings.all
    }
    return found
  }

  /// Ids by the file that has them.
  struct Ids {
    private var files: [String: String] = [:]

    mutating func check(_ id: String, _ findings: Findings) {
      if let other = files[id] {
        findings.flaw(1, "The id \"\(id)\" is also used in \(other).")
      } else {
        files[id] = findings.file
      }
      if Folder.stem(findings.file) != id {
        findings.flaw(1, "The id is \"\(id)\": the file has to have the same name.")
      }
    }
  }

  private func check(_ form: Form, _ links: FormReader.Links, _ ids: inout Ids, _ findings: Findings) {
    ids.check(form.id, findings)
    for link in links.forms where !forms.contains(link.id) {
      findings.flaw(link.line, "There is no form called \"\(link.id)\".")
    }
    if let climbed = form.offers.compactMap(\.form).first(where: needsAgreement) {
      let line = links.forms.first { $0.id == climbed }?.line ?? 1
      findings.flaw(line, "The form \"\(climbed)\" needs an agreement with a clinician: it is never offered.")
    }
    for link in links.linked where !leadsHere(form.id, with: link.question) {
      findings.flaw(link.line, "No form that leads here has a question \"\(link.question)\".")
    }
    for link in links.answers {
      let other = link.form == form.id ? form : (try? library.form(link.form)) ?? nil
      if let other {
        if !other.questions.contains(where: { $0.id == link.question }) {
          findings.flaw(link.line, "There is no question \"\(link.question)\" in the form \"\(link.form)\".")
        }
      } else {
        findings.flaw(link.line, "There is no form called \"\(link.form)\".")
      }
    }
    checkGrade([form.summary] + Self.texts(form.questions) + form.offers.map(\.say), findings)
  }

  private func needsAgreement(_ id: String) -> Bool { ((try? library.form(id)) ?? nil)?.gate == .agreed }

  /// Whether some form leads to this one by a link, and has the question that is taken over.
  private func leadsHere(_ id: String, with question: String) -> Bool {
    library.forms().contains { summary in
      guard let other = (try? library.form(summary.id)) ?? nil, other.questions.contains(where: { $0.id == question })
      else { return false }
      return other.offers.contains { offer in
        switch offer.step {
        case .form(let next, let link): next == id && link != nil
        case .remind(_, let opens, _): opens == id
        }
      }
    }
  }

  private static func texts(_ questions: [Question]) -> [String] {
    questions.flatMap { question -> [String] in
      let own = [question.ask, question.why ?? ""]
      switch question.kind {
      case .group(let inner), .each(_, let inner): return own + texts(inner)
      case .show(let text): return own + text.split(separator: "\n").map(String.init)
      default: return own
      }
    }
  }

  private func checkPage(_ path: String, _ part: String, _ ids: inout Ids, _ findings: Findings) {
    do {
      let text = try TextFile.read(path, limit: Limit.page)
      var reader = PageReader(findings: findings)
      let id = part == "modules" ? reader.module(text)?.id : reader.skill(text)?.id
      guard let id else { return }
      ids.check(id, findings)
      for link in reader.links where !forms.contains(link.id) && !pages.contains(link.id) {
        findings.flaw(link.line, "There is no module, skill or form called \"\(link.id)\".")
      }
      if let form = reader.form, !forms.contains(form.id) {
        findings.flaw(form.line, "There is no form called \"\(form.id)\".")
      }
      let body = reader.markdown.document
      if part == "modules" { checkLength(body, reader.bodyOffset + 1, findings) }
      checkCommands(text, from: reader.bodyOffset, findings)
      checkGrade(body.prose, findings)
    } catch {
      findings.error(error.line, error.words)
    }
  }

  private func checkLength(_ body: Document, _ line: Int, _ findings: Findings) {
    let words = body.wordCount
    if !(500...900).contains(words) {
      findings.flaw(line, "This module has \(words) words: it should have 500 to 900.")
    }
  }

  /// Pages and exercises that the text itself names, as in `learn sleep`, have to be there.
  private func checkCommands(_ text: String, from offset: Int, _ findings: Findings) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().dropFirst(offset) {
      for piece in line.split(separator: "`", omittingEmptySubsequences: false).enumerated() where piece.offset % 2 == 1
      {
        let words = piece.element.split(separator: " ").map(String.init)
        guard words.count == 2, Name.isValid(words[1]), words[1] != "list" else { continue }
        let isThere =
          switch words[0] {
          case "learn": words[1] == "search" || pages.contains(words[1])
          case "skill": pages.contains(words[1]) || forms.contains(words[1])
          case "practice", "practise": forms.contains(words[1])
          case "define": !library.meanings(of: words[1], in: glossary).isEmpty
          default: true
          }
        if !isThere {
          findings.flaw(index + 1, "The text names \(Name.quoted(piece.element.description)), and there is none.")
        }
      }
    }
  }

  /// The formula is for English, and says nothing about a few words.
  private func checkGrade(_ texts: [String], _ findings: Findings) {
    let grade = ReadingGrade(texts)
    guard language == "en", grade.words >= 40, grade.value > 8 else { return }
    findings.flaw(1, "This reads at grade \(grade.text): grade 8 is the most, and 6 is better.")
  }
}

extension Offer {
  /// The form that is offered at once; nil for a reminder.
  fileprivate var form: String? {
    if case .form(let id, _) = step { id } else { nil }
  }
}
