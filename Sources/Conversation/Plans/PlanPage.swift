import Exchange
import Forms
import Journal
import Terminal

/// A plan as a page to read or print: a heading for each question, its answers as lines.
struct PlanPage {
  struct Section: Equatable {
    var question: String
    var heading: String
    var lines: [String]
  }

  let title: String
  let sections: [Section]

  /// `without`: questions that stay out.
  init(_ plan: Entry, form: Form, without: Set<String> = []) {
    title = form.title
    sections = form.questions.compactMap { question in
      guard !without.contains(question.id), question.id != PlanDesk.reviewQuestion else { return nil }
      return Self.section(question, form: form, answers: plan.answers)
    }
  }

  var blocks: [Block] {
    sections.flatMap { section -> [Block] in
      [.blank, .text(Rich([Rich.Span(section.heading, .strong)]))] + section.lines.map { .bullet(Rich($0)) }
    }
  }

  /// As it is printed: `most` lines a section, for a card that fits a wallet.
  func page(lead: String?, saved: String, most: Int = .max) -> PrintPage {
    PrintPage(
      title: title, lead: lead,
      sections: sections.map { .init(heading: $0.heading, lines: Array($0.lines.prefix(most))) },
      foot: saved)
  }

  private static func section(_ question: Question, form: Form, answers: [String: Answer]) -> Section? {
    let lines: [String]
    switch (question.kind, answers[question.id]) {
    case (.each(let of, _), .each) where form.question(of)?.choices == nil && answers[of] != nil:
      return nil  // told beside each item of its list
    case (.each(_, let inner), .each(let rows)?):
      lines = rows.map { row in line(row.of, row.answers, inner, form) }
    case (.group(let inner), .group(let group)?):
      lines = inner.compactMap { inside in group[inside.id].map { "\(inside.ask) \(form.words(for: $0, to: inside))" } }
    case (.list, .items(let items)?):
      lines = items.map { item in
        form.questions.compactMap { other -> String? in
          guard case .each(question.id, let inner) = other.kind, case .each(let rows)? = answers[other.id],
            let row = rows.first(where: { $0.of == item })
          else { return nil }
          return Self.line(item, row.answers, inner, form)
        }.first ?? item
      }
    case (_, let answer?):
      lines = form.words(for: answer, to: question).split(whereSeparator: \.isNewline).map(String.init)
    default: return nil
    }
    guard !lines.isEmpty else { return nil }
    return Section(question: question.id, heading: question.heading ?? question.ask, lines: lines)
  }

  /// `Sam (sister), 087 123 4567, after six`
  private static func line(_ item: String, _ answers: [String: Answer], _ inner: [Question], _ form: Form) -> String {
    let told = inner.compactMap { inside in answers[inside.id].map { form.words(for: $0, to: inside).oneLine } }
    return ([item] + told.filter { !$0.isEmpty }).joined(separator: ", ")
  }
}
