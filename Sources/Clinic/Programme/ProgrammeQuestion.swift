import Conversation
import Exchange

/// How one thing about the programme is asked.
struct ProgrammeQuestion {
  var title: String
  var ask: String
  var why: String
  /// What Enter takes; nothing where Enter passes over.
  var suggestion: [String] = []
  var example: String?

  static func of(_ field: ProgrammeRecord.Field, _ record: ProgrammeRecord, region: String?) -> ProgrammeQuestion {
    let card = region.flatMap(CrisisCard.card)
    let emergency = card?.emergency ?? "your local emergency number"
    switch field {
    case .holder:
      return ProgrammeQuestion(
        title: "A second holder",
        ask: "Who else keeps a way in? Twelve recovery words are made for them, on paper.",
        why: "If you leave, fall ill or forget the passphrase, they can open the caseload, and nothing is lost. "
          + "The words are as strong as the passphrase: choose someone who may read everything, such as the director.")
    case .initials:
      return ProgrammeQuestion(
        title: "Your initials", ask: "Which initials stand beside what is done here?",
        why: "The audit trail says who took in, looked at, changed and passed on what.")
    case .name:
      return ProgrammeQuestion(
        title: "The programme", ask: "What is it called?",
        why: "The name stands on your key card, in the pack, and on what participants share with you.",
        example: "Harbour IOP")
    case .hours:
      return ProgrammeQuestion(
        title: "Hours", ask: "When is somebody there?", why: "Participants see it beside your numbers.",
        example: "Monday to Friday, 9 to 5")
    case .byDay:
      return ProgrammeQuestion(
        title: "By day", ask: "Which number do participants call in your hours?",
        why: "It can stand in their crisis help, before any passphrase. One of the two numbers is needed.",
        example: "555 0100")
    case .afterHours:
      return ProgrammeQuestion(
        title: "After hours", ask: "Which number after hours?",
        why: "If nobody answers at night, name a line that does. An unanswered number is worse than none.",
        example: "555 0199")
    case .emergency:
      return ProgrammeQuestion(
        title: "In an emergency", ask: "What should somebody in danger do? One step a line.",
        why: "Participants read it under stress: few steps, few words, the emergency number first.",
        suggestion: ["If a life is in danger, call \(emergency)."]
          + (card?.lines.prefix(1).map { "To talk with someone: \($0.name), \($0.how)." } ?? [])
          + ["When you are safe, call us."])
    case .whoReads:
      return ProgrammeQuestion(
        title: "Who reads", ask: "Who reads what participants share?",
        why: "They see it before they share anything. It keeps them from hoping that somebody watches.",
        example: "Your own therapist")
    case .howOften:
      return ProgrammeQuestion(
        title: "How often", ask: "How often is it read?",
        why: "Say what really happens in a busy week. Also say when it is not read.",
        example: "Before each session, not in between")
    case .meanwhile:
      let numbers = [
        record[.byDay].first.map { "\($0) in our hours" }, record[.afterHours].first.map { "\($0) after hours" },
      ].compactMap { $0 }.joined(separator: ", or ")
      return ProgrammeQuestion(
        title: "Meanwhile", ask: "What should participants do until somebody has read it?",
        why: "A file can lie unread for days. This is what they do in between.",
        suggestion: numbers.isEmpty ? [] : ["Call \(numbers). In danger, call \(emergency)."])
    case .notice:
      return ProgrammeQuestion(
        title: "A notice that goes along", ask: "Which notice goes with what participants share with you?",
        why: "Some rules ask for one, as 42 CFR Part 2 in the United States does for substance-use programmes. "
          + "It stays with each file when you pass it on. Have the wording checked by whoever knows your rules.")
    case .basis:
      return ProgrammeQuestion(
        title: "Its basis", ask: "On which law or rule does the notice rest?", why: "It stands below the notice.",
        example: partTwo.basis)
    case .sessions:
      return ProgrammeQuestion(
        title: "Sessions each week", ask: "Which sessions come back each week? Day, time, minutes, what; one a line.",
        why: "Participants can take them into their own list of sessions.", example: "Mon 09:00 180 Group")
    case .keep:
      return ProgrammeQuestion(
        title: "Keeping", ask: "How many years do you keep what somebody shared, after they left?",
        why: "Your state and your records policy decide. Nothing is erased without your yes.", example: "7")
    }
  }

  /// For programmes in the United States that treat substance use. It begins with the short statement of section 2.32.
  static let partTwo = LogManifest.Notice(
    text:
      "42 CFR part 2 prohibits unauthorized use or disclosure of these records. They come from a programme that treats "
      + "substance use. Do not pass them on, and do not use them against the person in any court or other proceeding, "
      + "unless the person agreed in writing or those rules allow it.",
    basis: "42 CFR Part 2")
}
