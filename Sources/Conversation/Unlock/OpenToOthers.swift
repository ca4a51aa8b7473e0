import Terminal
import Vault

/// A folder or files that other people of the computer can read or change: said, and mended with a yes.
struct OpenToOthers {
  let session: Session
  private static let declined = "open-to-others"

  func say() throws(Departure) {
    let asks = session.isShell && session.console.isInteractive
    let declined = try session.inVault { (store) throws(VaultError) in try store.memory(Self.declined) }
    guard asks ? declined == nil : true else { return }
    session.show(
      .text(
        Rich(
          "Other people on this computer can reach your \(session.thing)'s folder or files: they could copy or delete them."
        )),
      .text(session.side == .clinic ? "What is in them stays encrypted." : "What you wrote stays encrypted."))
    guard asks else {
      let folder = Quoted.path(session.world.environment.home)
      return session.show(.quiet(Rich("`chmod -R go= \(folder)` closes it to them.")))
    }
    guard try session.confirm("Close it to them now?", standard: true) else {
      session.rememberIfPossible(Self.declined, [1])
      return session.show(.quiet("Left as it is. You will not be asked again."))
    }
    if session.world.folder.closeToOthers() { return session.show(.text("Closed. Only you can reach it now.")) }
    // Many USB sticks keep no such rights.
    session.rememberIfPossible(Self.declined, [2])
    session.show(.text("This disk does not keep such rights. Keep it with you, and choose a long passphrase."))
  }
}
