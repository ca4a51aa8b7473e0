import Library
import Terminal

/// Help, one word away: before unlock, in every prompt, without a vault or a content folder.
/// The first line is whom to call when in danger now; nothing is asked before the lines are shown.
package struct CrisisScreen {
  let session: Session
  private var world: World { session.world }

  package init(session: Session) { self.session = session }

  package func show(region asked: String? = nil) {
    let region = asked ?? world.settings.region ?? world.environment.localeCountry
    world.console.show((world.console.isInteractive ? [.blank] : []) + Self.compiled(region: region), to: .result)
    let further = contentLines(region: region)
    if !further.isEmpty { world.console.show(further, to: .result) }
    var end: [Block] = [
      .blank,
      .text("Someone to be with you helps. If you can, go where other people are, and away from what could hurt you."),
      .quiet("Handrail cannot call anyone, and nobody sees what you type."),
    ]
    if let card = region.flatMap(CrisisCard.card) {
      // Once more at the end: on a small window the first line has scrolled away.
      end.append(.alert(Rich("In danger now? Call \(card.emergency).")))
    } else {
      end.append(.quiet("To see the lines of your country: crisis --region US (or GB, IE, CA, AU, NZ)."))
    }
    world.console.show(end, to: .result)
  }

  /// What needs no file at all.
  package static func compiled(region: String?) -> [Block] {
    guard let region, let card = CrisisCard.card(for: region) else {
      return [
        .alert("In danger now? Call your emergency number:"),
        .pair("112", "Europe, and mobile phones in many countries"),
        .pair("911", "United States, Canada"),
        .pair("999", "United Kingdom, Ireland"),
        .pair("000", "Australia"),
        .pair("111", "New Zealand"),
        .text(
          "Thoughts of suicide? In the United States and Canada, call or text 988. In the UK and Ireland, call 116 123."
        ),
        .text("Anywhere else: findahelpline.com lists the lines of your country."),
      ]
    }
    var blocks: [Block] = [.alert(Rich("In danger now? Call \(card.emergency)."))]
    if let first = card.lines.first {
      blocks.append(.text(Rich("Thoughts of suicide, or too much to bear? \(first.how.sentence) (\(first.name)).")))
    }
    for line in card.lines.dropFirst() { blocks.append(.text(Rich("\(line.how.sentence) (\(line.name))."))) }
    if card.lines.isEmpty { blocks.append(.text("findahelpline.com lists the lines of your country.")) }
    blocks.append(
      .text(
        "Overdose, or very sick after stopping alcohol or pills? Call \(Rich(card.emergency).plain) now, and stay with them."
      ))
    blocks.append(.quiet(Rich("\(card.place), numbers checked \(CrisisCard.verified).")))
    return blocks
  }

  /// The lines of `content/crisis/`, each with hours and the day it was checked. Nothing when they cannot be read.
  private func contentLines(region: String?) -> [Block] {
    guard let region else { return [] }
    var sheet = world.library.crisis(region: region)
    if sheet == nil, CrisisCard.union.contains(region) { sheet = world.library.crisis(region: "EU") }
    guard let sheet else { return [] }
    let said = CrisisCard.card(for: region)?.lines.map(\.name) ?? []
    return CrisisSheetText(sheet: sheet, today: world.clock.now().day, said: said).blocks
  }
}

extension String {
  /// With a capital first letter.
  package var sentence: String { prefix(1).uppercased() + dropFirst() }
}
