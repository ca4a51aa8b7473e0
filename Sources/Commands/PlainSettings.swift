import Conversation
import Terminal

/// What stands in the plain file `settings`, and can be read before unlock: the same on every side.
package struct PlainSettings {
  let session: Session

  package init(session: Session) { self.session = session }

  package func set(_ name: String, _ value: String) throws(Departure) {
    var settings = session.world.settings
    guard settings.set(name.lowercased(), value) else {
      throw .failed(
        Failure(
          "That setting does not take that value.", safe: "Nothing was changed.",
          next: "Try `settings region IE`, `settings idle 20` (minutes, 1 to 240), `settings plain yes`.", code: 64))
    }
    try settings.write(inHome: session.world.environment.home)
    session.world.settings = settings
    session.world.applySettings()
  }

  package var blocks: [Block] {
    let settings = session.world.settings
    let idle = settings.idleSeconds % 60 == 0 ? "\(settings.idleText) min" : "\(settings.idleSeconds) seconds"
    return [
      .pair("region", Rich(settings.region ?? "not set (`settings region US`)")),
      .pair("language", Rich(settings.language ?? "as your computer")),
      .pair("idle", Rich("locks after \(idle)")),
      .pair("plain", Rich(settings.plain ? "yes" : "no")),
    ]
  }
}
