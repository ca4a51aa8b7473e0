/// The crisis lines that are compiled in, so that help needs no content folder, no vault and no passphrase.
/// The numbers are those of `content/crisis/`, checked on `verified`; a test holds the two together.
package struct CrisisCard: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    package var name: String
    /// What to do with it: `call or text 988`.
    package var how: String
    package init(_ name: String, _ how: String) {
      self.name = name
      self.how = how
    }
  }

  package var region: String
  package var place: String
  package var emergency: String
  package var lines: [Line]
  /// For people whom someone hurts, frightens or controls.
  package var violence: Line?
  /// The same for parts of the country that have a line of their own: its place and its number.
  package var violenceByPart: [Line] = []
  /// For too much of a medicine, or a poison, while awake and well.
  package var poison: Line?

  /// When the numbers were last compared with their sources.
  package static let verified = "2026-11-21"

  package static let all: [CrisisCard] = [
    CrisisCard(
      region: "US", place: "United States", emergency: "911",
      lines: [
        Line("988 Suicide and Crisis Lifeline", "call or text 988"),
        Line("Crisis Text Line", "text HOME to 741741"),
      ], violence: Line("National Domestic Violence Hotline", "call 1-800-799-7233, or text START to 88788"),
      poison: Line("Poison Help", "call 1-800-222-1222")),
    CrisisCard(
      region: "CA", place: "Canada", emergency: "911",
      lines: [Line("9-8-8: Suicide Crisis Helpline", "call or text 988")]),
    CrisisCard(
      region: "GB", place: "United Kingdom", emergency: "999",
      lines: [Line("Samaritans", "call 116 123"), Line("Shout", "text SHOUT to 85258")],
      violence: Line("National Domestic Abuse Helpline (England)", "call 0808 2000 247"),
      violenceByPart: [
        Line("England", "call 0808 2000 247"), Line("Scotland", "call 0800 027 1234"),
        Line("Wales", "call 0808 80 10 800"), Line("Northern Ireland", "call 0808 802 1414"),
      ]),
    CrisisCard(
      region: "IE", place: "Ireland", emergency: "112 or 999",
      lines: [
        Line("Samaritans", "call 116 123"), Line("Pieta", "call 1800 247 247"),
        Line("Text 50808", "text HELLO to 50808"),
      ], violence: Line("Women's Aid", "call 1800 341 900")),
    CrisisCard(
      region: "AU", place: "Australia", emergency: "000",
      lines: [Line("Lifeline", "call 13 11 14, or text 0477 13 11 14")],
      violence: Line("1800RESPECT", "call 1800 737 732")),
    CrisisCard(
      region: "NZ", place: "New Zealand", emergency: "111", lines: [Line("1737 Need to talk?", "call or text 1737")],
      violence: Line("Women's Refuge", "call 0800 733 843")),
  ]

  /// Countries where 112 is the emergency number; they share one card.
  package static let union: Set<String> = [
    "EU", "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IT", "LV", "LT", "LU", "MT",
    "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
  ]

  /// The card of a country code; nil where none is known.
  package static func card(for region: String) -> CrisisCard? {
    if union.contains(region) { return CrisisCard(region: "EU", place: "European Union", emergency: "112", lines: []) }
    return all.first { $0.region == region }
  }
}
