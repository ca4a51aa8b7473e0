import ArgumentParser
import Commands
import Conversation
import JSON
import Journal
import Terminal
import Vault

/// `strangers`: files by keys that nobody here has.
struct Strangers: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "strangers", abstract: "Files signed by a key that nobody here has, with its eight words.")

  @Option(help: ArgumentHelp("Forget the one with this number.", valueName: "n")) var forget: Int?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let met = try session.inCaseload { (store) throws(VaultError) in try store.strangers() }
    if let forget { return try self.forget(forget, of: met, in: session) }
    if global.json {
      return try session.write([
        "strangers": .array(
          met.map { one in
            [
              "path": .string(one.path), "words": .string(one.words),
              "at": .string(Self.moment(one, in: session).rfc3339),
            ]
          })
      ])
    }
    guard !met.isEmpty else {
      return session.console.show([.text("No file came by a key that nobody here has.")], to: .result)
    }
    let today = session.world.clock.now().day
    for (place, one) in met.enumerated() {
      session.console.show(
        [
          .choice(
            key: String(place + 1), label: Rich(one.path),
            note: Dates.words(Self.moment(one, in: session).day, today: today)),
          .inset([session.numbered(one.words.split(separator: " ").map(String.init))]),
        ], to: .result)
    }
    session.show(
      .blank, .text("Nothing of these files was kept but where they lay and the eight words of the key."),
      .text(
        "Compare the words with the person, by phone or face to face. `enroll CARD` adds them; then `import` takes the file."
      ),
      .text("`strangers --forget 1` forgets the first."))
  }

  private func forget(_ number: Int, of met: [Stranger], in session: Session) throws(Departure) {
    guard met.indices.contains(number - 1) else {
      throw .failed(
        Failure(
          "There is no number \(number) in the list.", safe: "Nothing was changed.", next: "`strangers` shows it.",
          code: 66))
    }
    let one = met[number - 1]
    try session.inCaseload { (store) throws(VaultError) in try store.forget(one) }
    session.console.show([.text(Rich("Forgotten: \(one.path)"))], to: .result)
  }

  private static func moment(_ one: Stranger, in session: Session) -> Moment {
    let now = session.world.clock.now()
    return Moment(milliseconds: one.at, offset: now.offset, zone: now.zone)
  }
}
