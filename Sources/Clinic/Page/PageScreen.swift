import Exchange
import Journal
import Terminal

/// A person's page as a screen, its lines numbered so that each leads to its entries.
struct PageScreen {
  let content: PageContent

  /// What each number leads to, from 1.
  var topics: [ReportTopic] { content.text.fitted.flatMap(\.lines).compactMap(\.topic) }

  var blocks: [Block] {
    let text = content.text
    var blocks: [Block] = [.title(Rich(content.frame.title)), .text(Rich(text.standing))]
    blocks += content.frame.lead.map { .quiet(Rich($0)) }
    var number = 0
    for section in text.fitted {
      blocks += [.blank, .text(Rich([Rich.Span(section.title, .strong)]))]
      for line in section.lines {
        guard let topic = line.topic else {
          blocks.append(.inset([.inset([.text(Rich(line.sentence))])]))
          continue
        }
        number += 1
        blocks.append(self.line(line.sentence, topic, number: number))
      }
      if case .flag? = section.lines.first?.topic {
        blocks.append(.quiet("None reported says only what was asked and answered. It does not say that all is well."))
      }
    }
    blocks += [.blank, .text(Rich(text.foot))]
    if let notice = content.frame.notice { blocks.append(.quiet(Rich(notice))) }
    return blocks
  }

  /// A report of self-harm stands apart, without relying on colour.
  private func line(_ sentence: String, _ topic: ReportTopic, number: Int) -> Block {
    let key = number < 10 ? " \(number)" : "\(number)"
    guard case .flag(let subject) = topic,
      case .reported? = content.flags.first(where: { $0.subject == subject })?.state
    else { return .choice(key: key, label: Rich(sentence)) }
    let mark = subject == .selfHarmItem ? "! " : ""
    return .choice(key: key, label: Rich([Rich.Span(mark + sentence, .strong)]))
  }
}
