import Exchange
import Forms
import Journal

/// What a person decided about one share.
package struct ShareChoices: Equatable, Sendable {
  package enum Way: String, Sendable { case screen, paper, sealed }

  package var way: Way
  /// A name from the list; nil for a file that opens with seven words, and for what needs no key.
  package var recipient: String?
  package var consent: Consent
  package var note: String?
  /// The choice may be used without asking up to this day.
  package var expires: Day?

  package init(way: Way, recipient: String? = nil, consent: Consent, note: String? = nil, expires: Day? = nil) {
    self.way = way
    self.recipient = recipient
    self.consent = consent
    self.note = note
    self.expires = expires
  }

  /// From the answers of `ShareForm`. `held`: entries that stay here; `lastDay`: the last day that went to this reader.
  init(_ answers: [String: Answer], today: Day, held: Set<ULID>, lastDay: (Self) throws(Departure) -> Day?)
    throws(Departure)
  {
    func text(_ question: String) -> String? {
      if case .text(let text)? = answers[question] { text } else { nil }
    }
    func day(_ question: String) -> Day? { text(question).flatMap { Day(iso: $0) } }
    way = text("way").flatMap(Way.init) ?? .screen
    recipient = way == .sealed ? text("to").flatMap { $0 == ShareForm.words ? nil : $0 } : nil
    var days = today.adding(days: -6)...today
    switch text("period") {
    case "14": days = today.adding(days: -13)...today
    case "28": days = today.adding(days: -27)...today
    case "dates":
      let (from, until) = (day("from") ?? days.lowerBound, day("until") ?? today)
      days = min(from, until)...max(from, until)
    default: break
    }
    var details: [ShareCategory: ShareDetail] = [:]
    if text("detail") == "choose" {
      for category in ShareCategory.allCases {
        details[category] = text(category.rawValue).flatMap(ShareDetail.init)
      }
    }
    consent = Consent(days: days, details: details, heldBack: held, exactTimes: answers["times"] == .yesNo(true))
    note = text("note")
    expires = day("expires")
    if text("period") == "last", let last = try lastDay(self) { consent.days = min(last, today)...today }
  }

  /// Whether the day up to which the choice may be used again has passed.
  func hasExpired(on today: Day) -> Bool { expires.map { $0 < today } ?? false }

  /// Who gets it, as receipts name them.
  var reader: String {
    switch way {
    case .screen: ShareOut.reader(.screen)
    case .paper: ShareOut.reader(.text)
    case .sealed: recipient ?? ShareLog.anyone
    }
  }
}
