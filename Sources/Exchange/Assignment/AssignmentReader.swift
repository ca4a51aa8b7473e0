import Crypto
import Forms
import JSON
import Journal

/// An assignment that keeps every rule of the format. Whether its signer may assign anything, the journal's owner decides.
package struct ReadAssignment: Sendable {
  package var assignment: Assignment
  /// What the signature is over: the first line with its line feed.
  package var signed: [UInt8]
  package var signature: String

  /// Reads the opened bytes. Newer minor versions are read, as long as their items are of known kinds.
  package init(_ bytes: [UInt8]) throws(AssignmentRefusal) {
    guard bytes.count <= LogLimits.line + 8_192 else { throw .tooLarge }
    let (head, manifest, end) = try Self.inLog { () throws(LogRefusal) in
      guard bytes.first == UInt8(ascii: "{") else { throw .notALog }
      var split = LineSplit(bytes)
      guard let head = try split.next() else { throw .cutOff }
      let manifest = try LogLines.parse(head, line: 1, string: Assignment.Most.page)
      guard manifest["format"]?.string == Assignment.format else { throw .notALog }
      try LogLines.check(version: manifest["version"]?.string)
      try LogLines.check(manifest, is: head, line: 1)
      guard let raw = try split.next() else { throw .cutOff }
      let end = try LogLines.json(raw, line: 2)
      guard try split.next() == nil else { throw .outOfOrder(line: 3) }
      return (head, manifest, end)
    }
    guard let text = end["signature"]?.string, end.object?.count == 1, text.utf8.count <= 4_096 else {
      throw .field("signature")
    }
    signature = text
    signed = Array(head) + [UInt8(ascii: "\n")]
    assignment = try AssignmentFields(manifest).assignment()
  }

  /// Fails unless `signer` signed this.
  package func check(signer: SSHPublicKey) throws(SSHSignatureError) {
    try SSHSignature(armoured: signature)
      .check(signed, signer: signer, namespace: SSHSignature.assignmentNamespace)
  }

  private static func inLog<T>(_ work: () throws(LogRefusal) -> T) throws(AssignmentRefusal) -> T {
    do throws(LogRefusal) { return try work() } catch {
      switch error {
      case .version: throw .version
      case .tooLarge: throw .tooLarge
      case .cutOff: throw .cutOff
      case .json(let reason, let line, let column): throw .json(reason, line: line, column: column)
      case .notCanonical(let line), .outOfOrder(let line): throw .notCanonical(line: line)
      default: throw .notAnAssignment
      }
    }
  }
}

/// Takes the fields off the first line.
struct AssignmentFields {
  let json: JSON
  private typealias Most = Assignment.Most

  init(_ json: JSON) { self.json = json }

  func assignment() throws(AssignmentRefusal) -> Assignment {
    guard let id = json["id"]?.string.flatMap({ ULID($0) }) else { throw .field("id") }
    guard let zone = json["zone"]?.string, zone.utf8.count <= 64,
      let created = json["createdAt"]?.string.flatMap({ Moment(rfc3339: $0, zone: zone) }),
      abs(created.offset) <= 14 * 3600
    else { throw .field("createdAt") }
    guard let list = json["items"]?.array, (1...Most.items).contains(list.count) else { throw .field("items") }
    var items: [Assignment.Item] = []
    for (place, one) in list.enumerated() {
      let item = try item(one, number: place + 1)
      guard !items.contains(where: { $0.id == item.id }) else { throw .field("items.\(place + 1).id") }
      items.append(item)
    }
    return Assignment(
      id: id, created: created, app: try text(json, "app", in: "", most: Most.name),
      programme: try text(json["programme"], "name", in: "programme.", most: Most.name),
      from: try keys("programme"), participant: try keys("participant"), items: items)
  }

  private func keys(_ name: String) throws(AssignmentRefusal) -> PublicKeys {
    guard let signing = json[name]?["signingKey"]?.string.flatMap({ try? SSHPublicKey(parsing: $0) }) else {
      throw .field("\(name).signingKey")
    }
    guard let sealing = json[name]?["recipient"]?.string.flatMap({ try? AgeRecipient(parsing: $0) }) else {
      throw .field("\(name).recipient")
    }
    return PublicKeys(signing: signing, sealing: sealing)
  }

  func item(_ item: JSON, number: Int) throws(AssignmentRefusal) -> Assignment.Item {
    let path = "items.\(number)."
    guard let id = item["id"]?.string.flatMap({ ULID($0) }) else { throw .field(path + "id") }
    switch item["kind"]?.string {
    case "homework":
      let often = try optional(item, "often", in: path)
      guard often.map(Assignment.often.contains) ?? true else { throw .field(path + "often") }
      let due = item["due"]?.string.flatMap { Day(iso: $0) }
      guard (item["due"] == nil) == (due == nil) else { throw .field(path + "due") }
      return .init(
        id: id,
        .homework(
          .init(
            what: try text(item, "what", in: path, most: Most.words), why: try optional(item, "why", in: path),
            often: often, due: due)))
    case "target":
      let (target, path) = (item["target"], path + "target.")
      guard let kind = target?["kind"]?.string.flatMap(DiaryTargets.Kind.init) else { throw .field(path + "kind") }
      return .init(
        id: id,
        .target(
          .init(
            name: try text(target, "name", in: path, most: Most.name), kind: kind,
            note: try optional(target, "note", in: path))))
    case "questionnaire":
      guard let questionnaire = item["questionnaire"], questionnaire.object != nil else {
        throw .field(path + "questionnaire")
      }
      let days = item["everyDays"]?.integer
      guard (item["everyDays"] == nil) == (days == nil), days.map({ (1...Most.days).contains($0) }) ?? true else {
        throw .field(path + "everyDays")
      }
      return .init(id: id, .questionnaire(questionnaire, everyDays: days))
    case "module":
      let (module, path) = (item["module"], path + "module.")
      let name = try text(module, "id", in: path, most: 64)
      guard name.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) || (97...122).contains($0) }) else {
        throw .field(path + "id")
      }
      return .init(id: id, .module(id: name, text: try text(module, "text", in: path, most: Most.page)))
    case .some: throw .kind(item: number)
    case nil: throw .field(path + "kind")
    }
  }

  private func text(
    _ json: JSON?, _ name: String, in path: String, most: Int
  ) throws(AssignmentRefusal) -> String {
    guard let text = json?[name]?.string, !text.trimmed.isEmpty, text.utf8.count <= most else {
      throw .field(path + name)
    }
    return text
  }

  private func optional(_ json: JSON?, _ name: String, in path: String) throws(AssignmentRefusal) -> String? {
    json?[name] == nil ? nil : try text(json, name, in: path, most: Most.words)
  }
}
