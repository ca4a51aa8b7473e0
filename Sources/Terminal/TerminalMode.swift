import CReadline
import Glibc

/// How the terminal treats keys: as it was found, or quiet (no echo, key by key).
struct TerminalMode {
  private let descriptor: Int32
  private let original: termios

  init?(descriptor: Int32) {
    var found = termios()
    guard tcgetattr(descriptor, &found) == 0 else { return nil }
    self.descriptor = descriptor
    original = found
  }

  func restore() { withUnsafePointer(to: original) { hr_mode_restore(descriptor, $0) } }
  func restoreAtExit() { withUnsafePointer(to: original) { hr_mode_restore_at_exit(descriptor, $0) } }

  /// Also between prompts: the terminal's own line assembly would cut a long paste, and echo what comes early.
  func quiet(dropTypedAhead: Bool = false) {
    var mode = original
    hr_mode_make_quiet(&mode)
    set(mode, dropTypedAhead ? TCSAFLUSH : TCSADRAIN)
  }

  /// What Readline is to find, and takes for the ordinary mode.
  func echoing() {
    var mode = original
    hr_mode_make_echoing(&mode)
    set(mode, TCSADRAIN)
  }

  private func set(_ mode: termios, _ action: Int32) {
    _ = withUnsafePointer(to: mode) { hr_mode_set(descriptor, action, $0) }
  }
}
