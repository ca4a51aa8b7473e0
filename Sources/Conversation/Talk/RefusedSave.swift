import Terminal
import Vault

/// What happens when the disk refuses a save: the words stay in memory and on the screen, and the person chooses to try again,
/// to go on in another place, or to leave it.
struct RefusedSave {
  let session: Session
  /// Nothing new is to be saved: the file is gone, and the open journal may be all that is left of it.
  private let isLeaving: Bool
  /// Where the sitting went on, until what was refused is saved there.
  private var movedTo: String?

  init(session: Session, isLeaving: Bool = false) {
    self.session = session
    self.isLeaving = isLeaving
  }

  /// Returns when the work should be tried again.
  mutating func handle(_ error: VaultError) throws(Departure) {
    guard error.isRefusedSave, let vault = session.vault else { throw .failed(Failure(error)) }
    guard session.console.isInteractive else { throw .failed(Failure(error)) }
    session.holdsUnsaved = true
    defer { session.holdsUnsaved = false }
    // Someone who has just hidden the screen gets the masked prompt before a word of this.
    _ = try session.lockWhileAway()
    let failure = Failure(error)
    while true {
      session.show(
        .alert(Rich(failure.happened)),
        .text(
          isLeaving
            ? "All that you saved is still here, in memory, and perhaps nowhere else."
            : "What you just wrote is not stored yet. It is still here, and so is all that was saved before."))
      switch try choice() {
      case 0:
        do {
          try vault.takeUpAgain()
          return
        } catch {
          continue
        }
      case 1: if try saveElsewhere(vault) { return }
      default:
        tellPlace()
        let safe =
          error == .changedUnderneath
          ? "Nothing was overwritten, and the next save asks again." : "What was saved before is safe."
        throw .failed(Failure("That was left unsaved.", safe: safe, code: error.exitCode))
      }
    }
  }

  /// After the work went through: says where, if the sitting moved for it.
  mutating func settle() {
    guard movedTo != nil else { return }
    session.show(.text("Saved."))
    tellPlace()
  }

  private mutating func tellPlace() {
    guard let path = movedTo else { return }
    movedTo = nil
    session.show(
      .text(Rich("You now work in \(path), with all of your \(session.thing).")),
      .text(Rich(session.said("Next time, open it with: `handrail --home \(Quoted.path(path))`"))))
  }

  /// Only a plain choice lets go of the words: Ctrl-C, typed from habit, asks again.
  private func choice() throws(Departure) -> Int {
    while true {
      do throws(Departure) {
        return try session.choose([
          isLeaving ? "Look again" : "Try again", "Save it in another place, encrypted",
          isLeaving ? "Leave without it" : "Leave it unsaved",
        ])
      } catch {
        switch error {
        case .interrupted: session.show(.quiet("It is still here. 3 leaves without saving it."))
        case .paused, .endOfInput: return 2
        default: throw error
        }
      }
    }
  }

  /// Writes the whole journal to a folder the person names, and goes on there. False when they go back.
  private mutating func saveElsewhere(_ vault: OpenVault) throws(Departure) -> Bool {
    session.show(
      .text("Name a folder on a disk with room, such as a USB stick. Enter goes back."),
      .quiet("It opens with the same passphrase. The old place keeps what was saved there before."))
    while true {
      guard let line = try name(), !line.isEmpty, Words.bare(line) != "back" else { return false }
      do throws(VaultError) {
        let path = try TypedPath(line, home: session.world.environment.values["HOME"]).forNewVault()
        session.show(.quiet("Saving…"))
        session.move(to: try vault.copy(to: VaultFolder(path: path)), in: path)
        movedTo = path
        return true
      } catch {
        session.show(.text(Rich(Self.sentence(for: error))))
      }
    }
  }

  private func name() throws(Departure) -> String? {
    do throws(Departure) {
      return try session.ask(Prompt("Folder: ")).trimmed
    } catch {
      guard error == .interrupted || error == .endOfInput else { throw error }
      return nil
    }
  }

  private static func sentence(for error: VaultError) -> String {
    switch error {
    case .noSuchFile: "That folder is not there. A name that begins with / leads to it from everywhere."
    case .diskFull: "There is no room in that place either. Another one?"
    case .readOnly, .cannotCreate, .notPermitted: "That place does not take new files. Another one?"
    default: Failure(error).happened + " Another place?"
    }
  }
}
