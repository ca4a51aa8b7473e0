import FHIR
import Forms
import Terminal

/// What a person sees of a questionnaire before it is added.
package struct QuestionnaireText {
  let questionnaire: Questionnaire

  package init(questionnaire: Questionnaire) { self.questionnaire = questionnaire }

  private var form: Form { questionnaire.form }

  package var blocks: [Block] {
    var blocks: [Block] = [.title(Rich(questionnaire.title))]
    if let description = questionnaire.description?.oneLine {
      blocks.append(.text(Rich(description.count > 300 ? "\(description.prefix(297))…" : description)))
    }
    blocks.append(.pair("Questions", Rich(String(questionnaire.count))))
    blocks.append(.pair("Published by", Rich(form.source?.publisher?.oneLine ?? "not said")))
    blocks.append(.pair("Copyright", Rich(form.source?.copyright?.oneLine ?? "not said")))
    if let version = form.source?.version { blocks.append(.pair("Version", Rich(version))) }
    if ["draft", "retired"].contains(questionnaire.status) {
      blocks.append(.pair("Status", Rich(questionnaire.status)))
    }
    blocks.append(.pair("Score", Rich(score)))
    for label in form.source?.uncalculated ?? [] { blocks.append(.pair("Not calculated", Rich(label))) }
    if !questionnaire.askedOnce.isEmpty {
      blocks.append(
        .text("The file lets these be answered several times. Here they are asked once, which the file allows:"))
      blocks += questionnaire.askedOnce.prefix(5).map { .bullet(Rich($0.oneLine)) }
    }
    return blocks
  }

  private var score: String {
    if SelfHarm.isPanel(form.source?.codes ?? []) { return "never added up here" }
    let named = Instrument.named(in: form)
    if let named, named.questions(in: form) != nil {
      let hasRanges = !named.bands.isEmpty || !named.lines.isEmpty
      return hasRanges
        ? "known here as \(named.name), with the ranges that clinicians use" : "known here as \(named.name)"
    }
    if let named, !form.scores.isEmpty {
      return "added up. The file differs from the \(named.name) that is known here, so no range is told"
    }
    return form.scores.isEmpty ? "none" : "added up. No range is known here"
  }
}
