import Conversation
import Crypto
import Terminal

/// How a demo begins, on either side: in a folder of its own, with the lightest key and a passphrase that everyone knows.
package enum DemoStart {
  /// A sitting with a new, open vault. `home` is the folder where one was named; `saying` tells what is being made.
  package static func begin(_ session: Session, home: String?, saying: String) throws(Departure) -> Session {
    guard !session.isShell else {
      throw .failed(
        Failure(
          "The demo starts outside this shell.", next: "`quit`, then `\(session.side.command) demo`.", code: 64))
    }
    var environment = session.world.environment
    environment.passphraseFile = nil
    var home = home
    if home == nil { home = try DemoFolder.make(environment) }
    environment.moveHome(to: home ?? environment.home)
    let world = World(console: session.console, clock: session.world.clock, environment: environment)
    let demo = Session(world, side: session.side)
    guard !world.folder.hasVault else {
      throw .failed(
        Failure(
          "There is a \(session.thing) in that folder already.", safe: "It was left as it is.",
          next: "Name an empty folder with --home, or leave it out.", code: 73))
    }
    session.show(.quiet(Rich(saying)))
    let new = NewJournal(session: demo)
    try new.create(
      try new.accept(SecretLine(copying: DemoFolder.passphrase.utf8)), kdf: KeyOptions.lightest(), recovery: false)
    return demo
  }
}
