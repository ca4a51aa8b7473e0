import JSON
import Journal

/// Somebody files are sealed for: a card that was added, under the name it has here.
package struct Recipient: Equatable, Sendable {
  package enum Status: String, Sendable {
    case current
    /// Another key took its place, or it was removed. Nothing is sealed for it any more.
    case former
  }

  package var name: String
  package var keys: PublicKeys
  package var added: Moment
  package var status = Status.current
  /// Whether the eight words were compared with the owner.
  package var isCompared: Bool

  package init(name: String, keys: PublicKeys, added: Moment, isCompared: Bool) {
    self.name = name
    self.keys = keys
    self.added = added
    self.isCompared = isCompared
  }
}

extension Recipient {
  /// As it is kept, and as `share recipients --json` shows it.
  package var json: JSON {
    [
      "name": .string(name), "signingKey": .string(keys.signing.text), "recipient": .string(keys.sealing.text),
      "words": .array(keys.words.map { .string($0) }), "addedAt": .string(added.rfc3339), "zone": .string(added.zone),
      "status": .string(status.rawValue), "compared": .bool(isCompared),
    ]
  }

  init?(_ json: JSON) {
    guard let name = json["name"]?.string, let signing = json["signingKey"]?.string,
      let sealing = json["recipient"]?.string, let added = json["addedAt"]?.string, let zone = json["zone"]?.string,
      let status = json["status"]?.string.flatMap(Status.init), let isCompared = json["compared"]?.bool,
      let signingKey = try? SSHPublicKey(parsing: signing), let recipient = try? AgeRecipient(parsing: sealing),
      let moment = Moment(rfc3339: added, zone: zone)
    else { return nil }
    self.init(
      name: name, keys: PublicKeys(signing: signingKey, sealing: recipient), added: moment, isCompared: isCompared)
    self.status = status
  }
}
