import Library
import Terminal

/// Help, one word away: before unlock, in every prompt, without a vault or a content folder.
/// The first line is whom to call when in danger now; nothing is asked before the lines are shown.
package struct CrisisScreen {
  let session: Session
  private var world: World { session.world }

  package init(session: Session) { self.session = session }

  /// The lines, and how to get at the steps. Asks nothing: what was being typed stays in its place.
  package func show(region asked: String? = nil) {
    let region = region(asked)
    world.console.show((world.console.isInteractive ? [.blank] : []) + lines(region), to: .result)
    world.console.show([.blank] + situations.map { .pair("crisis \($0.rawValue)", Rich($0.label)) }, to: .result)
    world.console.show(emergencyAgain(region), to: .result)
  }

  /// The first steps for one kind of emergency.
  package func show(_ situation: CrisisSituation, region asked: String? = nil) {
    let card = region(asked).flatMap(CrisisCard.card)
    world.console.show((world.console.isInteractive ? [.blank] : []) + situation.blocks(card), to: .result)
  }

  /// The lines first, then the steps by number, until Enter goes back. Returns a line that was meant for elsewhere.
  @discardableResult package func run(region asked: String? = nil) throws(Departure) -> String? {
    guard world.console.isInteractive else {
      show(region: asked)
      for situation in situations { show(situation, region: asked) }
      return nil
    }
    var region = region(asked)
    func choices() -> [Block] {
      [.blank] + situations.map { .choice(key: String($0.rawValue), label: Rich($0.label)) } + emergencyAgain(region)
    }
    world.console.show([.blank] + lines(region) + choices(), to: .result)
    while true {
      let known = region.flatMap(CrisisCard.card) != nil
      let prompt = known ? "1 to 5, or Enter to go back > " : "1 to 5, a country's two letters, or Enter > "
      let line: String
      do {
        line = try session.ask(Prompt(prompt), place: choices)
      } catch {
        // Ctrl-D goes back; it must not end a session that was left for help.
        if error == .endOfInput { return nil }
        throw error
      }
      let word = Words.bare(line)
      if let number = Int(word), let situation = CrisisSituation(rawValue: number) {
        show(situation, region: region)
      } else if CrisisCard.card(for: word.uppercased()) != nil || word == "uk" {
        region = word == "uk" ? "GB" : word.uppercased()
        world.console.show([.blank] + lines(region) + choices(), to: .result)
      } else {
        return word.isEmpty || ["back", "menu", "pause", "0"].contains(word) ? nil : line
      }
    }
  }

  private var situations: [CrisisSituation] { CrisisSituation.allCases }

  private func region(_ asked: String?) -> String? {
    asked ?? world.settings.region ?? world.environment.localeCountry
  }

  private func lines(_ region: String?) -> [Block] {
    Self.compiled(region: region)
      + (session.isFamily ? violence(region) : PublicCard(world: world).blocks) + contentLines(region: region) + [
        .blank,
        .text(
          "Someone to be with you helps. If you can, go where other people are, and away from what could hurt you."),
        .quiet("Handrail cannot call anyone, and nobody sees what you type."),
      ]
  }

  /// For whoever is at home with someone who hurts or frightens them. What a person keeps readable for themselves in
  /// `crisis` is not shown to family.
  private func violence(_ region: String?) -> [Block] {
    guard let line = region.flatMap(CrisisCard.card)?.violence else { return [] }
    return [.text(Rich("Someone hurts, frightens or controls you? \(line.how.sentence) (\(line.name))."))]
  }

  /// Once more at the end: on a small window the first line has scrolled away.
  private func emergencyAgain(_ region: String?) -> [Block] {
    if let card = region.flatMap(CrisisCard.card) { return [.alert(Rich("In danger now? Call \(card.emergency)."))] }
    return [.quiet("To see the lines of your country: crisis --region US (or GB, IE, CA, AU, NZ).")]
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
    let card = CrisisCard.card(for: region)
    let said = (card?.lines ?? []).map(\.name) + (session.isFamily ? [card?.violence?.name].compactMap { $0 } : [])
    return CrisisSheetText(sheet: sheet, today: world.clock.now().day, said: said).blocks
  }
}

extension String {
  /// With a capital first letter.
  package var sentence: String { prefix(1).uppercased() + dropFirst() }
}
