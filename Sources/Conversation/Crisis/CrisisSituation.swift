import Terminal

/// What to do first in five kinds of emergency, then whom to call. Compiled in; each fits on eight lines of 40 columns.
package enum CrisisSituation: Int, CaseIterable, Sendable {
  case suicide = 1
  case overdose, withdrawal, violence, someoneElse

  package var label: String {
    switch self {
    case .suicide: "Thoughts of suicide"
    case .overdose: "Overdose or poisoning"
    case .withdrawal: "Very sick after stopping alcohol or pills"
    case .violence: "Someone is hurting me"
    case .someoneElse: "I am worried about someone else"
    }
  }

  /// `crisis 2`, at any prompt.
  package init?(line: String) {
    let words = Words.bare(line).split(separator: " ")
    guard words.count == 2, words[0] == Words.crisis, let number = Int(words[1]), let situation = Self(rawValue: number)
    else { return nil }
    self = situation
  }

  /// What to do, a sentence or two a line; `card` is nil where the region is not known.
  package func steps(_ card: CrisisCard?) -> [String] {
    let emergency = card?.emergency ?? "your emergency number"
    let talk = card?.lines.first.map { "\($0.how.sentence)." } ?? "findahelpline.com has lines to call."
    switch self {
    case .suicide:
      return [
        "Get away from what could hurt you. Go where people are, or ask someone to come.",
        "\(talk) Say: I am thinking of suicide.",
        "If you may act on it now, call \(emergency).",
      ]
    case .overdose:
      return [
        "Call \(emergency) now, even if they seem all right. Say what was taken, if you know.",
        "Give naloxone if opioids are possible. If they will not wake, lay them on their side. Stay.",
        card?.poison.map { "Awake and well? \($0.how.sentence)." } ?? "It was you? Unlock the door, and sit down.",
      ]
    case .withdrawal:
      return [
        "Shaking, confusion, a seizure, fever or seeing things can kill. It is no weakness.",
        "Call \(emergency) now. Say what you took, and when you stopped.",
        "Do not drive, and do not stay alone.",
      ]
    case .violence:
      return [
        "Move towards a door, or where people are. When you can, call \(emergency).",
        violence(card),
        "Screen watched? Type hide. It is not your fault.",
      ]
    case .someoneElse:
      return [
        "In danger, or something was done? Call \(emergency), and stay if it is safe for you.",
        "Ask plainly: are you thinking of suicide? Asking does not plant it. Listen. Promise no secrecy.",
        "\(talk) You can call together.",
      ]
    }
  }

  private func violence(_ card: CrisisCard?) -> String {
    let parts = card?.violenceByPart.map { "\($0.name) \($0.how.replacing("call ", with: ""))" } ?? []
    if !parts.isEmpty { return "Call: \(parts.joined(separator: ", "))." }
    return card?.violence.map { "\($0.how.sentence)." } ?? "findahelpline.com lists lines. A doctor can name one too."
  }

  package func blocks(_ card: CrisisCard?) -> [Block] {
    [.title(Rich(label))] + steps(card).map { .text(Rich($0)) }
  }
}
