import Forms

/// Reads modules and skills, and says what is wrong with them on the way.
struct PageReader {
  let findings: Findings
  private(set) var links: [(id: String, line: Int)] = []
  private(set) var form: (id: String, line: Int)?
  private(set) var markdown = Markdown("")
  private(set) var bodyOffset = 0

  init(findings: Findings) { self.findings = findings }

  mutating func module(_ text: String) -> Module? {
    guard var fields = open(text) else { return nil }
    let trackLine = fields.line(of: "track")
    let trackWord = fields.needed("track")
    let track = Track(rawValue: trackWord)
    if track == nil, !trackWord.isEmpty {
      findings.error(trackLine, "The track has to be participant, family or both.")
    }
    let quizLine = fields.line(of: "quiz")
    let quiz = (fields.take("quiz")?.items ?? []).compactMap { question($0) }
    if quiz.isEmpty {
      findings.flaw(quizLine, "This module has no quiz.")
    } else {
      if !(3...5).contains(quiz.count) {
        findings.flaw(
          quizLine, "This quiz has \(quiz.count) question\(quiz.count == 1 ? "" : "s"): it should have 3 to 5.")
      }
      if quiz.count > 1, Set(quiz.map(\.answer)).count == 1 {
        findings.flaw(quizLine, "The right answer is always in the same place.")
      }
    }
    let head = head(&fields)
    fields.finish()
    guard findings.errors.isEmpty else { return nil }
    return Module(
      id: head.id, title: head.title, summary: head.summary, track: track ?? .both, minutes: head.minutes,
      topics: head.topics, related: links.map(\.id), sources: head.sources, updated: head.updated,
      reviewed: head.reviewed, quiz: quiz, body: markdown.document)
  }

  mutating func skill(_ text: String) -> Skill? {
    guard var fields = open(text) else { return nil }
    let partLine = fields.line(of: "module")
    let partWord = fields.needed("module")
    let part = Skill.Module(rawValue: partWord)
    if part == nil, !partWord.isEmpty {
      let parts = Skill.Module.allCases.map(\.rawValue).joined(separator: ", ")
      findings.error(partLine, "The module of a skill has to be one of \(parts).")
    }
    let formLine = fields.line(of: "form")
    form = fields.name("form").map { ($0, formLine) }
    let head = head(&fields)
    fields.finish()
    guard findings.errors.isEmpty else { return nil }
    return Skill(
      id: head.id, title: head.title, summary: head.summary, module: part ?? .mindfulness, form: form?.id,
      minutes: head.minutes, topics: head.topics, related: links.map(\.id), sources: head.sources,
      updated: head.updated, reviewed: head.reviewed, body: markdown.document)
  }

  private mutating func open(_ text: String) -> Fields? {
    guard let page = PageFile(text) else {
      findings.error(1, "This page has to begin with its fields between two lines of ---.")
      return nil
    }
    markdown = Markdown(String(page.body))
    bodyOffset = page.bodyOffset
    checkPictures()
    for line in markdown.htmlLines { findings.flaw(line + bodyOffset, "Raw HTML is not shown.") }
    do {
      if let node = try YAML.read(String(page.front), offset: page.frontOffset) {
        return Fields(node, "A page", findings)
      }
      findings.error(1, "This page has no fields.")
    } catch {
      findings.error(error.line, error.message)
    }
    return nil
  }

  /// A terminal shows no pictures: the words of one stand in its place, and whoever wrote it is told.
  private func checkPictures() {
    let folder = findings.file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    for picture in markdown.pictures {
      let isThere = Folder.isFile("\(folder)/\(picture.target)")
      findings.flaw(
        picture.line + bodyOffset,
        isThere
          ? "Pictures are not shown: the words of \(Name.quoted(picture.target)) stand in its place."
          : "There is no picture \(Name.quoted(picture.target)): its words stand in its place.")
    }
  }

  /// What modules and skills have in common.
  private struct Head {
    var id, title, summary: String
    var minutes: Int?
    var topics: [String]
    var sources: [Source]
    var updated: Day?
    var reviewed: String?
  }

  private mutating func head(_ fields: inout Fields) -> Head {
    let id = fields.neededName("id")
    let title = fields.needed("title")
    let summary = fields.needed("summary")
    let minutes = fields.whole("minutes", in: 1...600)
    let topics = fields.texts("topics")
    for item in fields.take("related")?.items ?? [] {
      if let id = item.text, Name.isValid(id) {
        links.append((id, item.line))
      } else {
        findings.error(item.line, "The field \"related\" has to be a list of ids.")
      }
    }
    let sourcesLine = fields.line(of: "sources")
    let sources = (fields.take("sources")?.items ?? []).compactMap { Source($0, findings) }
    if sources.isEmpty { findings.flaw(sourcesLine, "There is no source.") }
    let updated = fields.day("updated")
    let reviewedLine = fields.line(of: "reviewed")
    let reviewed = fields.text("reviewed")
    if reviewed == nil {
      findings.flaw(reviewedLine, "The field \"reviewed\" is missing: write no, or by whom and when.")
    }
    return Head(
      id: id, title: title, summary: summary, minutes: minutes, topics: topics, sources: sources, updated: updated,
      reviewed: reviewed == "no" ? nil : reviewed)
  }

  private func question(_ node: YAML) -> QuizQuestion? {
    guard var fields = Fields(node, "A quiz question", findings) else { return nil }
    let question = fields.needed("question")
    let choicesLine = fields.line(of: "choices")
    let choices = fields.texts("choices")
    if choices.count < 2 { findings.error(choicesLine, "A quiz question needs at least two choices.") }
    let answerLine = fields.line(of: "answer")
    let answer = fields.whole("answer", in: 1...max(choices.count, 1))
    if answer == nil { findings.error(answerLine, "The answer is the number of the right choice, counted from 1.") }
    let why = fields.needed("why")
    fields.finish()
    return QuizQuestion(question: question, choices: choices, answer: answer ?? 1, why: why)
  }
}

extension Fields {
  /// A real day; a missing one is a flaw, a wrong one an error.
  mutating func day(_ key: String) -> Day? {
    guard let node = take(key) else {
      findings.flaw(line, "The field \"\(key)\" is missing: write a date such as 2026-11-21.")
      return nil
    }
    let day = node.text.flatMap { Day(iso: $0) }
    if day == nil { findings.error(node.line, "The field \"\(key)\" has to be a date such as 2026-11-21.") }
    return day
  }
}
