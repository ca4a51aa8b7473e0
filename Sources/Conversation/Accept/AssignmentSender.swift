import Exchange

/// Who signed an assignment, and for whom: only a programme that the person added may assign anything.
struct AssignmentSender {
  let session: Session

  /// The programme as the person knows it.
  func check(_ read: ReadAssignment) throws(Departure) -> Recipient {
    let (assignment, list) = (read.assignment, try RecipientDesk(session: session).list())
    guard let sender = list.current.first(where: { $0.keys.signing == assignment.from.signing }) else {
      let wasHere = list.all.contains { $0.keys.signing == assignment.from.signing }
      throw .failed(
        Failure(
          wasHere
            ? "That file is signed with a key that you do not use any more."
            : "That file is signed by somebody you have not added.",
          safe: AcceptDesk.nothing,
          next: wasHere
            ? "Ask your programme for a file with their new key."
            : "Take your programme's pack first: `accept FILE`. Then compare its eight words.",
          code: 77))
    }
    do throws(SSHSignatureError) { try read.check(signer: sender.keys.signing) } catch {
      throw .failed(Self.failure(error, sender.name))
    }
    guard assignment.from == sender.keys else {
      throw .failed(
        Failure(
          "That file names other keys for \(sender.name) than you have.", safe: AcceptDesk.nothing,
          next: "Ask them for their new pack, and compare the eight words.", code: 77))
    }
    guard try assignment.participant == KeyDesk(session: session).keys().publicKeys else {
      throw .failed(
        Failure(
          "That assignment was made for somebody else.", safe: AcceptDesk.nothing,
          next: "Tell your programme. `key` shows the card that they need from you.", code: 77))
    }
    return sender
  }

  private static func failure(_ error: SSHSignatureError, _ name: String) -> Failure {
    switch error {
    case .otherKey, .kind:
      Failure(
        "That file says it is from \(name), and somebody else signed it.", safe: AcceptDesk.nothing,
        next: "Do not trust it. Ask \(name), by phone or face to face.", code: 77)
    case .doesNotFit:
      Failure(
        "That file was changed after \(name) signed it.", safe: AcceptDesk.nothing,
        next: "Ask \(name) to send it again.",
        code: 65)
    default:
      Failure(
        "The signature of that file cannot be read.", safe: AcceptDesk.nothing, next: "Ask \(name) to send it again.",
        code: 65)
    }
  }
}
