import Crypto
import Forms
import JSON

extension ProgrammePack {
  /// The file. `sign` gives an armored SSHSIG over the bytes in the namespace `handrail-pack`; nil where it cannot.
  /// What a reader would refuse is not written.
  package func file(sign: ([UInt8]) -> String?) throws(ProgrammePackError) -> [UInt8] {
    var lines = ["\(Self.title) \(Self.version)", "# Handrail reads this file: handrail accept FILE"]
    func add(_ label: PackLabel, _ value: String?) { if let value { lines.append(label.line(value)) } }
    add(.name, name)
    add(.date, made?.iso)
    add(.hours, hours)
    add(.byDay, byDay)
    add(.afterHours, afterHours)
    for step in steps { add(.emergency, step) }
    add(.whoReads, whoReads)
    add(.howOften, howOften)
    add(.meanwhile, meanwhile)
    add(.notice, notice?.text)
    add(.basis, notice?.basis)
    for session in sessions { add(.session, session.text) }
    for one in questionnaires {
      guard let line = try? one.canonical() else { throw .questionnaire("it holds a number without a value", line: 0) }
      add(.questionnaire, String(decoding: line, as: UTF8.self))
    }
    let text = Array((lines.map { $0 + "\n" }.joined() + card.text).utf8)
    guard let signature = sign(text) else { throw .signing }
    let file = text + Array(signature.utf8)
    guard try ProgrammePack(reading: file) == self else { throw .signing }
    return file
  }

  /// Signed with the programme's own key.
  package func file(signedBy key: SigningKey) throws(ProgrammePackError) -> [UInt8] {
    try file { SSHSignature(of: $0, by: key, namespace: SSHSignature.packNamespace).armoured }
  }
}
