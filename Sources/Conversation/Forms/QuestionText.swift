import Forms
import Terminal

/// A question as it is shown: its words, both ends of a scale, numbered choices, and how to answer.
struct QuestionText {
  let form: Form
  let step: Step
  let walk: Walk
  let plain: Bool
  /// Whether the ways out are said with this question: once a form, quietly.
  var waysOut = false

  var blocks: [Block] {
    let ask = form.fill(step.question.ask, step: step, answers: walk.answers)
    var blocks: [Block] = [.blank, .text(Rich([Rich.Span(ask, .strong)]))]
    switch step.question.kind {
    case .scale(let low, let high, let lowWords, let highWords):
      blocks.append(.quiet(Rich("\(low) \(lowWords) to \(high) \(highWords)")))
    case .yesNo:
      blocks.append(.quiet("1 yes, 2 no"))
    case .choice, .choices:
      blocks += Self.options(step)
      // After a long list the question has left a small window.
      if (10...15).contains(step.options.count) { blocks.append(.text(Rich([Rich.Span(ask, .strong)]))) }
    default: break
    }
    for line in walk.lines { blocks.append(.quote(line)) }
    if let how { blocks.append(.quiet(Rich(how))) }
    if waysOut { blocks += Self.waysOutBlocks }
    return blocks
  }

  /// A short list has a line each with its meaning; a long one is set close, so that the question stays in sight.
  private static func options(_ step: Step) -> [Block] {
    guard step.options.count > 15 else { return meanings(step) }
    let close = zip(step.keys, step.options).map { "\($0)\u{A0}\($1.label.replacing(" ", with: "\u{A0}"))" }
    return [.text(Rich(close.joined(separator: "   "))), .quiet("`help` says what each one means.")]
  }

  static func meanings(_ step: Step) -> [Block] {
    zip(step.keys, step.options).map { key, option in
      .choice(key: String(key), label: Rich(option.label), note: option.help)
    }
  }

  /// How to answer, where it is not plain to see.
  private var how: String? {
    var parts: [String] = []
    switch step.question.kind {
    case .text: parts.append("Write as much as you like. Enter on an empty line goes on.")
    case .list:
      // Many questions say it themselves.
      let isSaid = step.question.ask.contains(" line")
      parts.append((isSaid ? "" : "One to a line. ") + "Enter on an empty line goes on.")
    case .choices(let choices, _):
      parts.append(choices.other ? "One or more numbers, or your own words, with commas." : "One or more numbers.")
    case .choice(let choices) where choices.other: parts.append("A number, or your own words.")
    case .date: parts.append("A day: tomorrow, fri, in 2 weeks, 2026-11-20.")
    case .time: parts.append("A time: 21:30, 9pm.")
    case .dateTime: parts.append("A day and a time: today 21:30, 2026-11-20 9pm.")
    case .duration: parts.append("A length of time: 7h 30m, 45m.")
    default: break
    }
    if let initial = step.question.initial {
      parts.append("Enter takes \(form.words(for: initial, to: step.question)).")
    } else if step.question.optional && !step.isLong {
      parts.append("Enter skips it.")
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  static let waysOutBlocks: [Block] = [
    .quiet("Any time: back, skip, why, pause, crisis, help.")
  ]

  static func waysToAnswer(_ step: Step) -> [Block] {
    meanings(step) + [
      .pair("back", "the question before"), .pair("skip", "leave this one out"),
      .pair("why", "why it is asked"), .pair("pause", "stop here and keep everything"),
      .pair("crisis", "help now; your answer waits"),
    ]
  }
}
