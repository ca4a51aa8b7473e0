import Charts
import Conversation
import Exchange
import Forms
import Journal
import Terminal

/// A person's page as a screen, its lines numbered so that each leads to its entries.
struct PageScreen {
  let content: PageContent
  /// The window shows blocks; elsewhere the numbers stand alone.
  let drawsBlocks: Bool

  init(_ content: PageContent, in session: Session) {
    self.content = content
    drawsBlocks = !session.console.isPlain && session.console.letters == .unicode
  }

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
          blocks.append(.inset([.inset([.text(Rich(line.sentence.trimmed))])]))
          continue
        }
        number += 1
        blocks.append(self.line(line.sentence + course(topic), topic, number: number))
      }
      if case .flag? = section.lines.first?.topic {
        blocks.append(.quiet("None reported says only what was asked and answered. It does not say that all is well."))
      }
    }
    blocks += [.blank, .text(Rich(text.foot))]
    if let notice = content.frame.notice { blocks.append(.quiet(Rich(notice))) }
    return blocks
  }

  /// The course of a measure in a few blocks, beside its numbers.
  private func course(_ topic: ReportTopic) -> String {
    guard drawsBlocks, case .measure(let title) = topic,
      let measure = content.report.measures.first(where: { $0.title == title }), measure.points.count > 2
    else { return "" }
    let values = measure.points.suffix(8).map(\.value)
    let scale = measure.reach.map { Scale(low: $0.lowerBound, high: $0.upperBound) } ?? Scale(around: values)
    return " " + Sparkline.text(values, on: scale)
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
