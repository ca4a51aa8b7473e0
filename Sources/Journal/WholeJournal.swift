import Forms

/// What a change did, as `undo` names it.
package enum ChangeKind: String, Sendable {
  case add, edit, delete, restore, tag
  case setAside = "set-aside"
  case bringIn = "import"
  case accept
}

/// All that a person has in a journal, so that another one can be made from it. What follows from entries is not in it:
/// numbers, words to search, reminders, tags.
package struct WholeJournal: Equatable, Sendable {
  /// A form as it was worded when something was answered on it. `body` is its JSON, byte for byte.
  package struct Wording: Equatable, Sendable {
    package var hash: String
    package var form: String
    package var version: Int
    package var body: String
    package init(hash: String, form: String, version: Int, body: String) {
      self.hash = hash
      self.form = form
      self.version = version
      self.body = body
    }
  }

  /// What came in at one time, from another program or from a programme.
  package struct Batch: Equatable, Sendable {
    package var number: Int
    package var source: String
    package var isUndone: Bool
    /// What taking it back needs, where it was accepted from a programme.
    package var accepted: Accepted
    package init(number: Int, source: String, isUndone: Bool, accepted: Accepted = Accepted()) {
      self.number = number
      self.source = source
      self.isUndone = isUndone
      self.accepted = accepted
    }
  }

  /// Entries and values that were changed by accepting something, as they were before and after.
  package struct Accepted: Equatable, Sendable {
    /// Revisions; none before for a new entry.
    package var entries: [ULID: (before: Int?, after: Int)] = [:]
    package var values: [String: (before: [UInt8]?, after: [UInt8]?)] = [:]
    package init() {}

    package var isEmpty: Bool { entries.isEmpty && values.isEmpty }

    package static func == (a: Self, b: Self) -> Bool {
      a.entries.count == b.entries.count && a.values.count == b.values.count
        && a.entries.allSatisfy { id, change in b.entries[id].map { $0 == change } ?? false }
        && a.values.allSatisfy { key, change in b.values[key].map { $0 == change } ?? false }
    }
  }

  /// An entry with all its revisions, oldest first.
  package struct Kept: Equatable, Sendable {
    package var revisions: [Entry]
    package var batch: Int?
    package init(revisions: [Entry], batch: Int?) {
      self.revisions = revisions
      self.batch = batch
    }
  }

  package struct KeptDraft: Equatable, Sendable {
    package var draft: Draft
    package var wording: String
    package var isAside: Bool
    package init(draft: Draft, wording: String, isAside: Bool) {
      self.draft = draft
      self.wording = wording
      self.isAside = isAside
    }
  }

  /// A record of `undo`. `subject` is the id of an entry or draft, or the number of an import.
  package struct Change: Equatable, Sendable {
    package var number: Int
    package var at: Int64
    package var kind: ChangeKind
    package var subject: String
    package var before: Int?
    package var after: Int?
    package var isUndone: Bool
    package init(
      number: Int, at: Int64, kind: ChangeKind, subject: String, before: Int?, after: Int?, isUndone: Bool
    ) {
      self.number = number
      self.at = at
      self.kind = kind
      self.subject = subject
      self.before = before
      self.after = after
      self.isUndone = isUndone
    }
  }

  /// In the order of form, version and hash.
  package var wordings: [Wording] = []
  package var batches: [Batch] = []
  /// In the order in which they were begun.
  package var entries: [Kept] = []
  package var drafts: [KeptDraft] = []
  package var changes: [Change] = []
  /// Oldest first, each with all that went.
  package var shares: [ShareReceipt] = []
  /// Entries that are taken back from sharing, at the revision that says so.
  package var unshared: [ULID: Int] = [:]
  /// Small values of the program itself.
  package var memory: [String: [UInt8]] = [:]

  package init() {}

  package var revisions: Int { entries.reduce(0) { $0 + $1.revisions.count } }
}
