import Terminal

/// `now`: one choice, one step. It works before unlock, with steps that are compiled in.
package struct HardMoment {
  let session: Session

  package init(session: Session) { self.session = session }

  package enum Need: String, CaseIterable {
    case unsafe, urge, overwhelmed, numb
    var label: String {
      switch self {
      case .unsafe: "Unsafe, or thinking of suicide"
      case .urge: "A strong urge"
      case .overwhelmed: "Too much at once"
      case .numb: "Numb, or far away"
      }
    }
  }

  package func run(_ given: Need? = nil) throws(Departure) {
    session.show(.title("Hard moment"), .text("What is it most like?"))
    let need: Need
    if let given { need = given } else { need = Need.allCases[try session.choose(Need.allCases.map(\.label))] }
    guard need != .unsafe else { return try unsafe() }
    let helped = session.isUnlocked ? try OwnHelp(session: session).skills(most: 1).first : nil
    for (index, step) in Self.steps(for: need).enumerated() {
      session.console.show([.text(Rich(step))], to: .result)
      if index == 0 && need == .overwhelmed && session.console.isInteractive { try Breathing(session: session).lead() }
      let last = index == Self.steps(for: need).count - 1
      var labels = ["That is enough for now"] + (last ? [] : ["Another step"]) + ["Help now"]
      if let helped { labels.append("\(helped.title): you rated lower after it before") }
      switch labels[try session.choose(labels)] {
      case "Help now": return try help()
      case "Another step": continue
      case "That is enough for now":
        session.show(.quiet("All right. `now` is here whenever you want it."))
        return
      default:
        if let helped { try SkillGuide(session: session).practise(helped.id) }
        return
      }
    }
  }

  /// Whom to call, then the person's own plan where there is one.
  private func unsafe() throws(Departure) {
    try help()
    guard session.console.isInteractive, session.isUnlocked || session.world.folder.hasVault else { return }
    let desk = PlanDesk(session: session)
    if session.isUnlocked {
      guard let plan = try desk.newest(.emergency) else { return }
      if try session.choose(["Show my emergency plan", "Not now"], standard: 0) == 0 {
        try desk.read(plan, .emergency)
      }
    } else if try session.choose(["Open my journal, for my emergency plan", "Not now"], standard: 1) == 0 {
      _ = try session.journal()
      if let plan = try desk.newest(.emergency) { try desk.read(plan, .emergency) }
    }
  }

  private func help() throws(Departure) { try CrisisScreen(session: session).run() }

  /// One thing at a time, each short enough to read in a bad hour.
  static func steps(for need: Need) -> [String] {
    switch need {
    case .unsafe: []
    case .urge:
      [
        "Wait ten minutes before you do anything about it. Move to another room, or step outside.",
        "Tell one person, by voice or text: \"I have an urge and I want company.\" You need not explain.",
        "Name the urge out loud, and where in your body it sits. Watch it for a while. You do not have to obey it.",
      ]
    case .overwhelmed:
      [
        "Put both feet on the floor. Breathe out slowly, longer than you breathe in. Eyes open is fine.",
        "Leave the list alone for now. Pick one thing that takes five minutes, and do only that.",
        "Say what you see: five things, slowly, one after another.",
      ]
    case .numb:
      [
        "Press your feet into the floor and your hands together. Notice the pressure for a few breaths.",
        "Hold something with a texture: a towel, a stone, a mug. Say three words that describe it.",
        "Say your name, where you are, and what day it is. Then drink some water.",
      ]
    }
  }
}
