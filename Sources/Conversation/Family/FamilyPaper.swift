import Library
import Terminal

/// The list for the door of the fridge: whom to call, and the signs that cannot wait. It names nobody.
package struct FamilyPaper {
  let session: Session

  package init(session: Session) { self.session = session }

  private var card: CrisisCard? { region.flatMap(CrisisCard.card) }
  private var region: String? { session.world.settings.region ?? session.world.environment.localeCountry }

  /// Every line that is known for the country: in danger first, then to talk, then fear at home and poison.
  package var lines: [Block] {
    var blocks: [Block] = [.title("Whom to call")]
    guard let region, let card else {
      return blocks + CrisisScreen.compiled(region: nil)
    }
    blocks.append(.alert(Rich("In danger now: \(card.emergency)")))
    blocks += card.lines.map(Self.line)
    if let violence = card.violence { blocks.append(Self.line(violence)) }
    if let poison = card.poison { blocks.append(Self.line(poison)) }
    if card.lines.isEmpty { blocks.append(.text("findahelpline.com lists the lines of your country.")) }
    blocks.append(.quiet(Rich("\(card.place), checked \(CrisisCard.verified).")))
    let said = card.lines.map(\.name) + [card.violence?.name, card.poison?.name].compactMap { $0 }
    let sheet = session.world.library.crisis(region: CrisisCard.union.contains(region) ? "EU" : region)
    if let sheet {
      blocks += CrisisSheetText(sheet: sheet, today: session.world.clock.now().day, said: said).blocks
    }
    return blocks
  }

  private static func line(_ line: CrisisCard.Line) -> Block {
    .bullet(Rich([Rich.Span(line.name, .strong), Rich.Span(": \(line.how)")]))
  }

  static let signs: [(heading: String, signs: [String])] = [
    (
      "Do not wait: call the emergency number",
      [
        "says they want to die, says goodbye, gives away what they love, or looks for a way",
        "cannot be woken, breathes slowly or badly, has blue or grey lips",
        "a seizure; or shaking, confusion or seeing things after stopping alcohol or pills",
        "hears voices that order harm, or no longer knows what is real",
        "threatens someone, or you are afraid",
      ]
    ),
    (
      "Today: ask about suicide plainly, and call the team or a crisis line",
      [
        "hopeless talk, or feeling a burden", "days in bed, or no sleep and high spirits", "hurting themselves",
        "using again",
      ]
    ),
    (
      "Soon: one calm sentence, one offer",
      [
        "sleep much shorter or longer", "sessions or meals skipped", "secrets, borrowed money",
        "talk of medicine as useless",
      ]
    ),
  ]

  package var blocks: [Block] {
    lines
      + Self.signs.flatMap { part in
        [.blank, .text(Rich([Rich.Span(part.heading, .strong)]))] + part.signs.map { Block.bullet(Rich($0)) }
      } + [
        .blank, .text("What to say: I am worried. Are you thinking of killing yourself? I am staying."),
        .quiet("Their own signs may be others. Ask them on a good day, and take no for an answer."),
      ]
  }

  /// As it goes on paper.
  package var text: String { Renderer(width: 76, plain: false, letters: .unicodeText).text(blocks) }

  /// To a file that the person names; nothing is written otherwise.
  package func write(to path: String) throws(Departure) {
    let path = PlainFile.expanded(path, home: session.world.environment.userHome)
    guard !PlainFile.exists(path) else {
      throw .failed(
        Failure(
          "There is already a file of that name.", safe: "It was left as it is.", next: "Choose another name.", code: 73
        ))
    }
    try PlainFile.replace(path, with: Array(text.utf8), what: "the list")
    session.console.show([.text(Rich("The list is in \(path)."))], to: .result)
  }

  /// On the screen, or in a file.
  package func offer() throws(Departure) {
    guard session.console.isInteractive else { return session.console.show(blocks, to: .result) }
    switch try session.choose(["Show it here", "A text file, to print", "Back"], standard: 0) {
    case 0: session.console.show([.blank] + blocks, to: .result)
    case 1:
      session.show(.text("Where should the file go? Enter on an empty line makes none."))
      let path = try session.ask(Prompt("File: ")).trimmed
      if !path.isEmpty { try write(to: path) }
    default: return
    }
  }
}
