import Exchange
import Forms
import Journal
import Vault

/// What goes of the journal under a consent. The preview, the text, the page and the files are made from it, and from nothing else.
package struct Gathered: Equatable, Sendable {
  /// Newest day first.
  package var entries: [SharedEntry]
  package var report: Report
  /// Entries of these days that stay here, by category.
  package var withheld: [ShareCategory]
  package var held: Int
}

/// Gathers what goes.
struct ShareGathering {
  let session: Session

  func gather(_ choices: ShareChoices) throws(Departure) -> Gathered {
    let consent = choices.consent
    let (candidates, withheld) = try candidates(consent)
    var shared: [SharedEntry] = []
    let going = Set(candidates.map(\.entry.id)).subtracting(consent.heldBack)
    for one in candidates {
      if let cut = SharedEntry(one.entry, form: one.form, consent: consent, shared: going.contains) {
        shared.append(cut)
      }
    }
    let report = Report(
      shared.map { Answered(entry: $0.entry, form: $0.form) }, days: consent.days, note: choices.note,
      withheld: ReadFirst.Subject.withheld(consent.detail))
    return Gathered(
      entries: shared, report: report, withheld: ShareCategory.allCases.filter(withheld.contains),
      held: candidates.count - shared.count)
  }

  /// Entries that go unless they are held back, whole, for the person's own eyes; and kinds of which nothing goes.
  func candidates(_ consent: Consent) throws(Departure) -> (entries: [Answered], withheld: Set<ShareCategory>) {
    let (entries, taken) = try session.inJournal { (store) throws(VaultError) in
      (try store.entries(EntryFilter(days: consent.days)), try store.withdrawnFromSharing())
    }
    var forms: [String: Form] = [:]
    var withheld: Set<ShareCategory> = []
    var candidates: [Answered] = []
    for entry in entries where entry.form.id != ShareForm.id && !taken.contains(entry.id) {
      let form: Form
      if let known = forms[entry.form.wording] {
        form = known
      } else {
        form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
        forms[entry.form.wording] = form
      }
      let category = ShareCategory(form: form)
      if consent.detail(category) == .none {
        withheld.insert(category)
      } else {
        candidates.append(Answered(entry: entry, form: form))
      }
    }
    return (candidates, withheld)
  }
}
