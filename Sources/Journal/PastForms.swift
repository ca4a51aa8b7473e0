import Forms

/// What another program kept, as entries of forms of its own. Nothing counts, charts or suggests from these: their numbers
/// come from another scale, and they are no practice.
package enum PastForms {
  package static let dayID = "past-day"
  package static let thoughtID = "past-thought"

  /// A day or a note. The words come first, as a list shows them.
  package static let day = Form(
    id: dayID, version: 1, title: "From before", kind: .log, summary: "What another program kept of a day.",
    questions: [
      Question("title", .text, ask: "What was its title?", optional: true),
      Question("words", .text, ask: "What did you write?", optional: true),
      Question("mood", .number(low: 0, high: 10, whole: false), ask: "Mood, from 0 to 10:", optional: true),
      Question("called", .text, ask: "What was that mood called there?", optional: true),
      Question("activities", .list, ask: "What was the day made of?", optional: true),
    ])

  package static let thought = Form(
    id: thoughtID, version: 1, title: "A thought from before", kind: .log,
    summary: "A thought record that another program kept.",
    questions: [
      Question("thought", .text, ask: "What went through your mind?", optional: true),
      Question("traps", .list, ask: "Which traps did you see in it?", optional: true),
      Question("challenge", .text, ask: "What did you hold against it?", optional: true),
      Question("balanced", .text, ask: "What was a fairer way to say it?", optional: true),
    ])
}
