import Exchange

/// Somebody of the made-up programme: how the weeks go, and what they let the programme see of it.
package struct DemoParticipant: Sendable {
  /// As the programme calls them.
  package var name: String
  package var course: DemoCourse
  /// Weeks they are in the programme.
  package var weeks = 12
  /// Whole kinds, or kinds of which nothing goes.
  package var details: [ShareCategory: ShareDetail] = [:]
  /// The last weeks without a file.
  package var silent = 0
  /// Takes back a mood that was shared before.
  package var takesBack = false
  /// Each file has the week before in it again.
  package var overlaps = false
  /// For the session, in the newest file.
  package var note: String?

  package static let all: [DemoParticipant] = {
    let usual = DemoCourse(checksIn: true)
    let words: [ShareCategory: ShareDetail] = [
      .mood: .full, .thoughts: .full, .skills: .full, .homework: .full, .goals: .full, .notes: .full,
    ]
    return [
      DemoParticipant(
        name: "Ana R.", course: usual, details: [.homework: .full, .goals: .full],
        note: "Can we talk about the letters from the bank?"),
      DemoParticipant(name: "Ben O.", course: DemoCourse(shape: .level, checksIn: true), silent: 4),
      DemoParticipant(name: "Carla M.", course: DemoCourse(days: 92, checksIn: true)),
      DemoParticipant(name: "Dev P.", course: usual, details: words, takesBack: true),
      DemoParticipant(
        name: "Elif K.", course: DemoCourse(shape: .falling, urges: 4, checksIn: true),
        note: "The evenings are the hard part."),
      DemoParticipant(name: "Finn W.", course: usual, details: [.measures: .none]),
      DemoParticipant(name: "Grace T.", course: DemoCourse(days: 95, checksIn: true), details: words),
      DemoParticipant(name: "Hugo S.", course: DemoCourse(shape: .level, days: 45, checksIn: true)),
      DemoParticipant(name: "Ines D.", course: DemoCourse(shape: .dip, checksIn: true), details: [.homework: .full]),
      DemoParticipant(name: "Jun L.", course: usual, weeks: 6),
      DemoParticipant(name: "Kofi B.", course: usual, overlaps: true),
      DemoParticipant(name: "Lena V.", course: DemoCourse(shape: .dip, medication: 55, checksIn: true)),
    ]
  }()
}
