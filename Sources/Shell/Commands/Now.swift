import ArgumentParser
import Commands
import Conversation

/// `now`: a hard moment, one choice, one step.
struct Now: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "now", abstract: "A hard moment: one choice, one step.")

  @Argument(help: "unsafe, urge, overwhelmed or numb.")
  var need: HardMoment.Need?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) { try HardMoment(session: session).run(need) }
}

extension HardMoment.Need: ExpressibleByArgument {}
