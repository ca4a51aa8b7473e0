import Conversation
import Crypto
import Exchange
import Forms
import Terminal
import Vault

/// Who keeps the recovery words, and the words themselves.
struct HolderQuestion {
  let session: Session

  /// The name alone, before there is a caseload; nil where it is passed over.
  func name() throws(Departure) -> String? {
    let question = ProgrammeQuestion.of(.holder, ProgrammeRecord(), region: nil)
    session.show(.title(Rich(question.title)), .text(Rich(question.ask)), .text(Rich(question.why)))
    session.show(.quiet("Type a name. Enter makes none for now."))
    while true {
      switch try QuestionLine(session: session, question: question).read() {
      case .back, .skip, .line(""):
        session.show(.quiet("`vault recovery` makes the words any time."))
        return nil
      case .line(let name):
        if KeyCard.allows(name: name) { return name }
        try QuestionLine.refuse(ProgrammeMistake.sentence(.value("", line: 1), .holder), in: session)
      }
    }
  }

  /// False for `back`.
  func ask(_ question: ProgrammeQuestion, _ record: inout ProgrammeRecord) throws(Departure) -> Bool {
    let line = QuestionLine(session: session, question: question)
    session.show(.quiet("Type a name. Enter makes none for now."))
    while true {
      switch try line.read(prefill: record.holder ?? "") {
      case .back: return false
      case .skip: return true
      case .line(""):
        session.show(.quiet("`vault recovery` makes the words any time; `settings holder` says who keeps them."))
        return true
      case .line(let name):
        do {
          try record.set(.holder, [name])
        } catch {
          try line.refuse(ProgrammeMistake.sentence(error, .holder))
          continue
        }
        try hand(to: name)
        return true
      }
    }
  }

  private func hand(to name: String) throws(Departure) {
    let had = try session.onVault { (vault) throws(VaultError) in vault.hasRecoveryWords }
    if had {
      session.show(.text("There are recovery words already."))
      let choices = ["\(name) has the paper with them", "Make new ones; the old ones stop working"]
      if try session.choose(choices, standard: 0) == 0 { return }
    }
    try RecoveryOffer(session: session, holder: name).make()
  }
}
