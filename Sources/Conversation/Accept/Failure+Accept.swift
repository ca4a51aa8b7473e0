import Exchange

extension Failure {
  /// A file that is no programme pack.
  init(pack error: ProgrammePackError) {
    let again = "Ask your programme for the file again."
    let (happened, next): (String, String) =
      switch error {
      case .empty: ("The file is empty.", again)
      case .tooLarge: ("The file is too large for a programme pack.", "Check that it is the right file.")
      case .notText: ("The file is not plain text.", "Check that it is the right file.")
      case .secret:
        (
          "There is a secret key in that file. Do not send it to anyone.",
          "Tell your programme: nobody should have that key."
        )
      case .notAPack:
        ("That is not a programme pack.", "A pack begins with the line: Handrail programme pack 1")
      case .newer: ("A newer version of Handrail made this pack.", "Update Handrail, then try again.")
      case .cutOff: ("The pack is cut off: its end is missing.", "Copy all of it again.")
      case .noSignature: ("The pack is not signed, so anyone could have changed its numbers.", again)
      case .signature(.otherKey):
        ("The pack is signed by somebody else than the card in it says.", "Do not use its numbers. \(again)")
      case .signature(.doesNotFit):
        ("The pack was changed after it was signed.", "Do not use its numbers. \(again)")
      case .signature: ("The signature of the pack cannot be read.", again)
      case .trailing(let line):
        ("Line \(line) follows the end of the pack.", "Take away what comes after its END line.")
      case .hidden(let line): ("Line \(line) holds hidden characters.", again)
      case .unknown(let line): ("Line \(line) is none that a pack has.", "Update Handrail, or ask for the file again.")
      case .twice(let label, let line): ("Line \(line) has a second \"\(label)\".", again)
      case .value(let label, let line):
        ("\"\(label)\" in line \(line) is empty, too long, or not as it has to be.", again)
      case .tooMany(let label, let line): ("Line \(line) is one \"\(label)\" too many.", again)
      case .missing(let label): ("The pack has no line \"\(label)\".", again)
      case .questionnaire(let words, let line):
        ("The questionnaire in line \(line) cannot be used. \(words.sentence)", again)
      case .card(let mistake):
        {
          let failure = Failure(mistake)
          return (failure.happened, again)
        }()
      case .otherName: ("The name of the pack is not the name on its key card.", again)
      case .signing: ("The pack could not be signed.", again)
      }
    self.init(happened, safe: AcceptDesk.nothing, next: next, code: 65)
  }

  /// Opened bytes that are no assignment.
  init(assignment refusal: AssignmentRefusal) {
    let next =
      switch refusal {
      case .version, .kind: "Update Handrail, then try again."
      default: "Ask your programme for the file again."
      }
    self.init(refusal.message, safe: AcceptDesk.nothing, next: next, code: 65)
  }
}
