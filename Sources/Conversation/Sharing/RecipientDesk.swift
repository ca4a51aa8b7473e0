import Exchange
import JSON
import Terminal
import Vault

/// Whom files can be sealed for: cards that were added, with the words compared or not.
package struct RecipientDesk {
  let session: Session
  static let key = "recipients"

  package init(session: Session) { self.session = session }

  package func list() throws(Departure) -> RecipientList {
    let bytes = try session.inJournal { (store) throws(VaultError) in try store.memory(Self.key) }
    guard let bytes else { return RecipientList() }
    guard let list = RecipientList(bytes: bytes) else {
      throw .failed(
        Failure(
          "The list of recipients in this journal cannot be read by this Handrail.", safe: "It was left as it is.",
          next: "Update Handrail, then try again.", code: 69))
    }
    return list
  }

  func keep(_ list: RecipientList) throws(Departure) {
    try session.inJournal { (store) throws(VaultError) in try store.remember(Self.key, list.bytes) }
  }

  /// `share recipients`; `everyone` shows former ones too.
  package func show(everyone: Bool, json: Bool) throws(Departure) {
    let list = try list()
    let shown = everyone ? list.all : list.current
    if json { return session.console.write(raw: try JSON.array(shown.map(\.json)).line()) }
    guard !shown.isEmpty else {
      session.console.show([.text("There is nobody yet that a file can be sealed for.")], to: .result)
      return session.show(
        .quiet("`accept FILE` takes your programme's pack, and `share add FILE` the key card of a clinic."))
    }
    let today = session.world.clock.now().day
    session.console.show(
      shown.flatMap { recipient -> [Block] in
        let added = "added \(Dates.words(recipient.added.day, today: today))"
        let former = recipient.status == .former ? ", former" : ""
        let compared = recipient.isCompared ? "words compared" : "words not compared yet"
        return [
          .title(Rich(recipient.name)), .text(Rich("\(added.sentence)\(former), \(compared).")),
          session.numbered(recipient.keys.words),
        ]
      }, to: .result)
  }

  /// `share remove`; without a name it asks.
  package func remove(_ name: String?) throws(Departure) {
    var list = try list()
    guard !list.current.isEmpty else {
      throw .failed(Failure("There are no recipients.", safe: "Nothing was changed.", code: 66))
    }
    let names = list.current.map(\.name)
    let chosen = if let name { name } else { names[try session.choose(names)] }
    guard let recipient = list.current(named: chosen), list.remove(named: chosen) else {
      throw .failed(
        Failure(
          "There is no recipient of that name.", safe: "Nothing was changed.",
          next: "`share recipients` lists them.", code: 66))
    }
    try keep(list)
    session.console.show([.text(Rich("Nothing will be sealed for \(recipient.name) any more."))], to: .result)
    session.show(.quiet("What was sealed before stays with them. `share add FILE` takes the card again."))
  }
}
