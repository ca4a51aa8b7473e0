import Terminal

/// What to do right now for someone else, a sentence or two a line. Compiled in, so that it needs no content folder.
package enum FamilySituation: Int, CaseIterable, Sendable {
  case suicide = 1
  case overdose, withdrawal, violence, upset, lapse

  package var label: String {
    switch self {
    case .suicide: "They may want to die, or have hurt themselves"
    case .overdose: "They cannot be woken, or took too much"
    case .withdrawal: "They are very sick after stopping alcohol or pills"
    case .violence: "I am afraid of them, or someone is violent"
    case .upset: "They are very upset, and nobody is in danger"
    case .lapse: "They used, or acted on an urge, and are safe"
    }
  }

  /// The page that takes one further.
  package var page: String {
    switch self {
    case .suicide: "in-a-crisis"
    case .overdose, .withdrawal: "overdose-response"
    case .violence: "limits-and-consequences"
    case .upset: "listening-and-validation"
    case .lapse: "what-to-say"
    }
  }

  package func steps(_ card: CrisisCard?) -> [String] {
    let emergency = card?.emergency ?? "your emergency number"
    let talk = card?.lines.first.map { "\($0.how.sentence)." } ?? "findahelpline.com has lines to call."
    switch self {
    case .suicide:
      return [
        "Hurt, or about to act? Call \(emergency) now. A weapon in the hand? Get out first.",
        "Stay if it is safe for you. Ask plainly: are you thinking of killing yourself? Asking does not plant it.",
        "Listen far more than you talk. Promise no secrecy. \(talk) You can call together.",
        "Ask what should be out of the house tonight, and who can keep it.",
      ]
    case .overdose:
      return [
        "Call \(emergency) now. You need not be sure. Say what you see, and what was taken if you know.",
        "Give naloxone if opioids are possible. Do what the voice tells you about breathing.",
        "Breathing steadily? Roll them onto the side. Stay: naloxone can wear off.",
        card?.poison.map { "Awake and well? \($0.how.sentence)." }
          ?? "Took too much and looks well? Get medical help all the same.",
      ]
    case .withdrawal:
      return [
        "Shaking, confusion, a seizure, fever or seeing things can kill. Call \(emergency) now.",
        "Say what they took, and when they stopped. Put nothing in the mouth in a seizure; clear the space around.",
        "Stay with them until help is there.",
      ]
    case .violence:
      return [
        "Get yourself and any children to where it is safe. Then call \(emergency).",
        card?.violence.map { "To think it through: \($0.how)." } ?? "findahelpline.com lists lines for fear at home.",
        "No talk, no new limit tonight. It is not your fault. `hide` clears this screen.",
      ]
    case .upset:
      return [
        "Breathe out. Speak slowly, sit down, leave room to the door.",
        "Say what you see, and that it makes sense: \"This is a lot. I am here.\" Give no advice yet.",
        "Ask: shall I listen, help, or leave you in peace? Then do that.",
        "Wanting to die, or you are afraid? Go back to the list: that comes first.",
      ]
    case .lapse:
      return [
        "First: hurt, hard to wake, or thinking of dying? Call \(emergency).",
        "A lapse is not the end, and tonight is not the time for a talk. Say: I am glad you are here.",
        "Ask who of their team they want to tell, and offer to sit beside them while they do.",
        "No search, no test, no questions about how much. Eat something, both of you.",
      ]
    }
  }

  package func blocks(_ card: CrisisCard?) -> [Block] {
    [.blank, .title(Rich(label))] + steps(card).map { .text(Rich($0)) }
      + [.quiet(Rich("More, for when there is time: `learn \(page)`."))]
  }
}
