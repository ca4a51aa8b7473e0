import ArgumentParser
import Commands
import Conversation
import Terminal

/// `keep`: how long what people shared is kept after they left.
struct Keep: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "keep", abstract: "How many years data are kept after the last of them.",
    discussion: "`keep 7` or `keep forever`. Nothing is ever erased by itself.")
  @Argument(help: "Years, or `forever`.") var years: String?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    guard let years, years.lowercased() != "forever" else { return }
    guard let number = Int(years), (1...100).contains(number) else {
      throw ValidationError("A number of years from 1 to 100, or `forever`.")
    }
  }

  mutating func run(in session: Session) throws(Departure) {
    let desk = KeepDesk(session: session)
    if let years { try desk.set(Int(years)) }
    session.console.show([.text(Rich(try desk.sentence()))], to: .result)
    try desk.offer()
  }
}
