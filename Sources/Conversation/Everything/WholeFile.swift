import Exchange
import Forms
import Journal
import Terminal

/// What the desks that write and read a whole journal share.
enum WholeFile {
  /// The keys that sign and open, in table `memory`.
  static let ownKeys = "own-keys"
  /// What belongs to this place and not to the person: what was found in folders here, leave to write beside the journal,
  /// what was asked about this computer. It is asked anew elsewhere.
  static let ofThisPlace: Set<String> = [
    "begun", "erase-unfinished", "open-to-others", "own-content", "share-folder", "pocket-copy", "pocket-copy-declined",
    "recovery-asked",
  ]

  /// What is in it, a line for each kind that there is.
  static func contents(of whole: WholeJournal, today: Day) -> [Block] {
    var lines = ["\(UndoDesk.counted(whole.entries.count)), with every earlier wording and what was deleted"]
    let days = whole.entries.compactMap { $0.revisions.last?.day }
    if let first = days.min(), let last = days.max() {
      lines[0] += ", from \(Dates.words(first, today: today)) to \(Dates.words(last, today: today))"
    }
    for (count, one, more) in [
      (whole.drafts.count, "draft", "drafts"), (whole.batches.count, "import", "imports"),
      (whole.shares.count, "note of what you shared", "notes of what you shared"),
    ] where count > 0 {
      lines.append("\(count) \(count == 1 ? one : more)")
    }
    if whole.memory.keys.contains(where: { $0 != ownKeys }) {
      lines.append("what the program remembers for you, such as targets, questionnaires and whom you share with")
    }
    if whole.memory[ownKeys] != nil { lines.append("your secret keys") }
    return lines.map { .bullet(Rich($0.sentence + ".")) }
  }
}

extension Failure {
  /// Why a whole journal is not read or written, in sentences.
  init(whole refusal: JournalRefusal) {
    let next =
      switch refusal {
      case .version: "Update Handrail, then try again."
      case .cutOff, .changed: "Copy it again, or take another copy."
      default: String?.none
      }
    self.init(refusal.message, safe: "Nothing was changed.", next: next, code: 65)
  }
}
