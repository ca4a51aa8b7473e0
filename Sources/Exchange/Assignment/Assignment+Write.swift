import Crypto
import JSON
import Journal

extension Assignment {
  /// The two lines. `sign` gives an armored SSHSIG over the first in the namespace `handrail-assignment`; nil where it cannot.
  /// What a reader would refuse is not written.
  package func file(sign: ([UInt8]) -> String?) throws(AssignmentRefusal) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    guard let first = try? json.canonical() else { throw .field("items") }
    let text = first + [newline]
    guard let signature = sign(text), let last = try? (["signature": .string(signature)] as JSON).canonical() else {
      throw .signing
    }
    let file = text + last + [newline]
    guard try ReadAssignment(file).assignment == self else { throw .signing }
    return file
  }

  /// Signed with the programme's own key.
  package func file(signedBy key: SigningKey) throws(AssignmentRefusal) -> [UInt8] {
    try file { SSHSignature(of: $0, by: key, namespace: SSHSignature.assignmentNamespace).armoured }
  }

  private var json: JSON {
    func party(_ keys: PublicKeys, _ more: [(String, JSON)] = []) -> JSON {
      .object(
        JSON.Object(
          more + [("signingKey", .string(keys.signing.text)), ("recipient", .string(keys.sealing.text))]))
    }
    return [
      "format": .string(Self.format), "version": .string(Self.version), "id": .string(id.text),
      "createdAt": .string(created.rfc3339), "zone": .string(created.zone), "app": .string(app),
      "programme": party(from, [("name", .string(programme))]), "participant": party(participant),
      "items": .array(items.map(Self.json)),
    ]
  }

  static func json(_ item: Item) -> JSON {
    var members: [(String, JSON)] = [("id", .string(item.id.text))]
    func add(_ name: String, _ value: String?) { if let value { members.append((name, .string(value))) } }
    switch item.work {
    case .homework(let homework):
      add("kind", "homework")
      add("what", homework.what)
      add("why", homework.why)
      add("often", homework.often)
      add("due", homework.due?.iso)
    case .target(let target):
      add("kind", "target")
      members.append(
        (
          "target",
          .object(
            JSON.Object(
              [("name", .string(target.name)), ("kind", .string(target.kind.rawValue))]
                + (target.note.map { [("note", .string($0))] } ?? [])))
        ))
    case .questionnaire(let questionnaire, let days):
      add("kind", "questionnaire")
      members.append(("questionnaire", questionnaire))
      if let days { members.append(("everyDays", .number(Double(days)))) }
    case .module(let id, let text):
      add("kind", "module")
      members.append(("module", ["id": .string(id), "text": .string(text)]))
    }
    return .object(JSON.Object(members))
  }
}
