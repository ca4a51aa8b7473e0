import CReadline
import Glibc

/// Blocked signals are inherited: another program gets back those from before the first prompt.
package enum ChildSignals {
  package static func restore(in attributes: inout posix_spawnattr_t) -> Bool {
    hr_signals_restore_in_child(&attributes) == 0
  }
}
