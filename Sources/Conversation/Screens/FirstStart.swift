import Terminal

/// The very first screen: help and reading come before anything else.
package struct FirstStart {
  let session: Session

  package init(session: Session) { self.session = session }

  package enum Choice { case help, breatheOrRead, begin }

  package func ask() throws(Departure) -> Choice {
    session.show(
      .blank, .title("Handrail"),
      .text("Something to hold on to between sessions. Everything stays on this computer."),
      .alert("In danger, or thinking of suicide? Type crisis."),
      .blank)
    return [.help, .breatheOrRead, .begin][
      try session.choose(["Help now", "Breathe or read (no passphrase)", "Start my private journal"])]
  }

  package func breatheOrRead() throws(Departure) -> Bool {
    try session.choose(["Breathe for a minute", "Read"]) == 0
  }
}
