import Journal

extension ReadFirst.Subject {
  /// What a reader cannot know, as nothing of it is shared.
  package static func withheld(_ detail: (ShareCategory) -> ShareDetail) -> Set<ReadFirst.Subject> {
    var silent: Set<ReadFirst.Subject> = []
    if detail(.measures) == .none { silent.insert(.selfHarmItem) }
    if detail(.diary) == .none {
      silent.insert(.redDays)
      if detail(.mood) == .none { silent.formUnion([.highUrges, .actedOn]) }
    }
    if detail(.medication) == .none { silent.insert(.doses) }
    return silent
  }
}
