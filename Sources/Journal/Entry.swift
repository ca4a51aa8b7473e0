import Forms

/// Which form an entry was answered on, as it was worded then.
package struct FormStamp: Hashable, Sendable {
  package var id: String
  package var version: Int
  /// A hash of the wording, so that an old entry always reads as it was.
  package var wording: String
  package init(id: String, version: Int, wording: String) {
    self.id = id
    self.version = version
    self.wording = wording
  }
}

/// One kept record: a mood, a thought record, a plan. Editing adds a revision, deleting withdraws; nothing is overwritten.
package struct Entry: Equatable, Sendable {
  package enum Status: String, Sendable { case final, withdrawn }
  package var id: ULID
  package var revision: Int
  package var status: Status
  package var form: FormStamp
  /// The day the entry is about.
  package var day: Day
  /// Known for entries of the day they were written on; a past day has none.
  package var part: PartOfDay?
  /// When this revision was written.
  package var recorded: Moment
  package var answers: [String: Answer]
  package var links: [Link]
  /// The person's own words for finding it again, as `Tags` writes them.
  package var tags: [String]

  package init(
    id: ULID, revision: Int = 1, status: Status = .final, form: FormStamp, day: Day, part: PartOfDay? = nil,
    recorded: Moment, answers: [String: Answer], links: [Link] = [], tags: [String] = []
  ) {
    self.id = id
    self.revision = revision
    self.status = status
    self.form = form
    self.day = day
    self.part = part
    self.recorded = recorded
    self.answers = answers
    self.links = links
    self.tags = tags
  }
}

/// A named line from one entry to another: an experiment `tests` a thought record.
package struct Link: Hashable, Sendable {
  package var name: String
  package var entry: ULID
  package init(name: String, entry: ULID) {
    self.name = name
    self.entry = entry
  }

  /// Leads from an entry to the item of an assignment that it came from. That item is the programme's, and no entry here.
  package static func assigned(_ item: ULID) -> Link { Link(name: assigned, entry: item) }
  package static let assigned = "assigned"
  package var isAssigned: Bool { name == Self.assigned }
}

extension Entry {
  /// Links of what follows from this entry: to it, and to the assignment that it came from.
  package func leading(_ name: String) -> [Link] { [Link(name: name, entry: id)] + links.filter(\.isAssigned) }
}

/// A form that was begun and not finished, or an entry that is being edited.
package struct Draft: Equatable, Sendable {
  package var id: ULID
  package var walk: Walk
  package var day: Day
  package var started: Moment
  package var updated: Moment
  /// The entry being edited; nil for a new one.
  package var edits: ULID?
  package var links: [Link]

  package init(
    id: ULID, walk: Walk, day: Day, started: Moment, updated: Moment, edits: ULID? = nil, links: [Link] = []
  ) {
    self.id = id
    self.walk = walk
    self.day = day
    self.started = started
    self.updated = updated
    self.edits = edits
    self.links = links
  }
}
