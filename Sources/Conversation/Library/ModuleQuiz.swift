import Library
import Terminal

/// The questions at the end of a page: a kind word and the reason after each, no grade, nothing kept.
struct ModuleQuiz {
  let session: Session

  func ask(_ questions: [QuizQuestion]) throws(Departure) {
    for question in questions {
      session.show(.blank, .text(Rich([Rich.Span(question.question, .strong)])))
      let chosen = try session.choose(question.choices)
      let right = question.choices[question.answer - 1]
      session.show(.text(Rich(chosen == question.answer - 1 ? "Yes, that fits." : "The page says: \(right)")))
      session.show(.quiet(Rich(question.why)))
    }
    session.show(.text("That was all of them."))
  }
}
