import Conversation
import Journal
import Vault

/// Finds the entry a person names: `last`, or the end of its id.
enum EntryName {
  /// With `orForm` nil means the name may be that of a form.
  static func find(_ name: String, in session: Session, orForm: Bool = false) throws(Departure) -> Entry? {
    if name.lowercased() == "last" {
      let last = try session.inJournal { (store) throws(VaultError) in try store.newestEntry() }
      guard let last else { throw .failed(Failure("There is no entry yet.", code: 66)) }
      return last
    }
    if orForm {
      if session.world.library.forms().contains(where: { $0.id == name }) { return nil }
      // The diary card, and what was filled in on a form whose file is gone.
      let count = try session.inJournal { (store) throws(VaultError) in try store.count(EntryFilter(form: name)) }
      if count > 0 { return nil }
    }
    let ids =
      name.count < 4 ? [] : try session.inJournal { (store) throws(VaultError) in try store.ids(endingWith: name) }
    guard let id = ids.first else {
      throw .failed(
        Failure(
          "There is no entry or form named \(name).",
          next: "`review` lists entries with the four letters that name them.",
          code: 66))
    }
    guard ids.count == 1 else {
      throw .failed(
        Failure(
          "Several entries end with those letters.", next: "Give a few more letters of the one you mean.", code: 64))
    }
    return try session.inJournal { (store) throws(VaultError) in try store.entry(id) }
  }

  /// The same among what is deleted too. `last` is the newest entry that stands.
  static func anywhere(_ name: String, in session: Session) throws(Departure) -> Entry {
    if name.lowercased() != "last", name.count >= 4 {
      let ids = try session.inJournal { (store) throws(VaultError) in
        try store.ids(endingWith: name) + store.ids(endingWith: name, status: .withdrawn)
      }
      if ids.count == 1, let entry = try session.inJournal({ (store) throws(VaultError) in try store.entry(ids[0]) }) {
        return entry
      }
    }
    return try required(name, in: session)
  }

  /// The draft a person names by the end of its id, open or set aside; nil when it is none, or not the only one.
  static func draft(_ name: String, in session: Session) throws(Departure) -> Draft? {
    guard name.count >= 4, name.lowercased() != "last" else { return nil }
    let drafts = try session.inJournal { (store) throws(VaultError) in
      try store.drafts() + store.setAsideDrafts()
    }
    let named = drafts.filter { $0.id.text.hasSuffix(name.uppercased()) }
    return named.count == 1 ? named[0] : nil
  }

  static func required(_ name: String?, in session: Session) throws(Departure) -> Entry {
    guard let entry = try find(name ?? "last", in: session) else { throw .failed(.unexpected) }
    return entry
  }
}
