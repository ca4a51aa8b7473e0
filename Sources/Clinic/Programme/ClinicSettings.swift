import ArgumentParser
import Commands
import Conversation
import Exchange
import Terminal

/// `settings`: what the programme says of itself, and how this shell behaves.
struct ClinicSettings: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "What your programme says of itself: `settings after-hours` asks anew.")

  @Argument(help: "What to change, as `settings` lists it; or region, language, idle, plain.") var name: String?
  @Argument(help: "The new value; without one Handrail asks.") var value: [String] = []
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let shelf = ProgrammeShelf(session: session)
    guard let name = name?.lowercased() else {
      let record = try shelf.record()
      if global.json { return session.console.write(raw: String(decoding: record.bytes, as: UTF8.self) + "\n") }
      return show(record, in: session)
    }
    let words = value.joined(separator: " ")
    guard let field = ProgrammeRecord.Field(rawValue: name) else {
      guard ["region", "language", "idle", "plain"].contains(name) else {
        throw .failed(
          Failure(
            "There is no setting `\(name)`.", safe: "Nothing was changed.", next: "`settings` lists them.", code: 64))
      }
      guard !words.isEmpty else {
        throw .failed(Failure("A value is missing.", next: "Try `settings idle 20`.", code: 64))
      }
      try PlainSettings(session: session).set(name, words)
      return session.console.show(PlainSettings(session: session).blocks, to: .result)
    }
    guard try change(field, words, shelf, in: session) else {
      return session.console.show([.text("Left as it was.")], to: .result)
    }
    let record = try shelf.record()
    session.console.show(
      [.text("Changed."), .pair(field.rawValue, Rich(record[field].joined(separator: "; ")))], to: .result)
    if field != .initials, field != .holder, field != .keep {
      session.show(.text("Packs that you handed out still say what stood there before. `invite` writes a new one."))
    }
  }

  /// Whether anything changed.
  private func change(
    _ field: ProgrammeRecord.Field, _ words: String, _ shelf: ProgrammeShelf, in session: Session
  ) throws(Departure) -> Bool {
    guard !words.isEmpty else { return try ProgrammeInterview(session: session).change(field) }
    guard !field.isList else {
      throw .failed(
        Failure(
          "`\(field.rawValue)` is a list.", safe: "Nothing was changed.",
          next: "`settings \(field.rawValue)` asks for it line by line.", code: 64))
    }
    var record = try shelf.record()
    let before = record
    do { try record.set(field, [words]) } catch {
      throw .failed(Failure(ProgrammeMistake.sentence(error, field), safe: "Nothing was changed.", code: 65))
    }
    try shelf.keep(record)
    return record != before
  }

  private func show(_ record: ProgrammeRecord, in session: Session) {
    let said = ProgrammeRecord.Field.allCases.map { field -> Block in
      let value = record[field].joined(separator: "; ")
      return .pair(field.rawValue, Rich(value.isEmpty ? "not said" : value))
    }
    session.console.show(
      [.title("Your programme")] + said + [.blank, .title("This shell")] + PlainSettings(session: session).blocks,
      to: .result)
    session.show(.quiet("`settings hours` asks one anew."))
  }
}
