/// What is known of questions about suicide and self-harm.
package enum SelfHarm {
  /// LOINC: item 9 of the PHQ-9, in its three forms, and the items of the C-SSRS screener.
  private static let items: Set<String> = [
    "44260-8", "54652-3", "54653-1", "93246-7", "93247-5", "93248-3", "93249-1", "93250-9", "93267-3", "93269-9",
    "93299-6",
  ]
  /// LOINC: the panels of the C-SSRS. Each of their questions is one, and they have no score at home.
  private static let panels: Set<String> = ["93245-9", "93278-0", "93373-9", "93485-1"]

  /// Whether one of these codes is a question about it, by its number or by the words beside it.
  package static func isAsked(by codes: [Code]) -> Bool {
    codes.contains { code in
      if code.system == Instrument.loinc, items.contains(code.code) { return true }
      let words = code.display?.lowercased() ?? ""
      return ["suicid", "self-harm", "self harm", "c-ssrs", "better off dead", "wish to be dead"]
        .contains { words.contains($0) }
    }
  }

  /// Whether a whole questionnaire is about it.
  package static func isPanel(_ codes: [Code]) -> Bool {
    codes.contains { $0.system == Instrument.loinc && panels.contains($0.code) } || isAsked(by: codes)
  }

  /// Answers that say no, by code or word.
  private static let noes: Set<String> = [
    "no", "not at all", "never", "none", "none of the time", "false", "0", "n", "la32-8", "la6568-5", "373067005",
    "did-not", "not-at-all",
  ]

  fileprivate static func isNo(_ words: String) -> Bool {
    noes.contains(words.lowercased().trimmingPunctuation)
  }
}

extension Question {
  /// Whether an answer says anything but a plain no. What is unsure counts as a yes.
  package func isAboveZero(_ answer: Answer) -> Bool {
    switch (kind, answer) {
    case (_, .yesNo(let yes)): return yes
    case (.scale(let low, _, _, _), .number(let value)): return value > Double(low)
    case (.number(let low, _, _), .number(let value)): return value > max(0, low ?? 0)
    case (_, .number(let value)): return value > 0
    case (_, .text(let code)): return isAboveZero(code)
    case (_, .items(let codes)): return codes.contains(where: isAboveZero)
    case (_, .group), (_, .each): return false
    }
  }

  private func isAboveZero(_ code: String) -> Bool {
    guard let option = choices?.options.first(where: { $0.code == code }) else { return !SelfHarm.isNo(code) }
    if option.weight == 0 { return false }
    return !SelfHarm.isNo(option.label) && !SelfHarm.isNo(option.code)
  }
}

extension Form {
  /// The questions about self-harm that were answered with anything but a plain no.
  package func selfHarm(in response: [String: Answer]) -> [Question] {
    let answers = response.flat
    return allQuestions.filter { question in
      question.selfHarm == true && (answers[question.id].map(question.isAboveZero) ?? false)
    }
  }
}

extension String {
  fileprivate var trimmingPunctuation: String {
    var text = trimmed
    while let last = text.last, ".,!".contains(last) { text.removeLast() }
    return text
  }
}
