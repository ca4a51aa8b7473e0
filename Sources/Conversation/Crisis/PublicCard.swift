import Terminal

/// What the person chose to keep readable before unlock: their programme's numbers, and the pocket copy of their plan.
package struct PublicCard {
  let world: World

  package init(world: World) { self.world = world }

  /// The pocket copy's place; the name says nothing.
  package static func path(inHome home: String) -> String { home + "/card" }
  /// More than this is not ours.
  static let limit = 32_768

  package var blocks: [Block] { programme + pocketCopy }

  private var programme: [Block] {
    guard let programme = world.settings.programme else { return [] }
    var blocks: [Block] = [.blank, .text(Rich([Rich.Span(programme.name, .strong)]))]
    if let day = programme.day { blocks.append(.bullet(Rich("By day: \(day)"))) }
    if let night = programme.night { blocks.append(.bullet(Rich("After hours: \(night)"))) }
    if let hours = programme.hours { blocks.append(.bullet(Rich("Open: \(hours)"))) }
    return blocks + programme.steps.map { .bullet(Rich($0)) }
  }

  private var pocketCopy: [Block] {
    guard world.environment.knowsHome,
      case .success(let bytes) = PlainFile.read(Self.path(inHome: world.environment.home), limit: Self.limit)
    else { return [] }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.isEmpty ? [] : [.blank, .quiet("From your plan, kept here by you:"), .quote(text)]
  }
}
