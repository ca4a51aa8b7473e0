import CSystem

/// Keeps secrets of this process from leaking sideways. All of it is best effort.
package enum Hardening {
  /// No core dumps, and no looking into this process by other programs of the same user. False when the system refused.
  @discardableResult package static func apply() -> Bool { handrail_harden_process() == 0 }

  /// Wipes what finished calls left on the stack. What they left on the heap is wiped as it is let go.
  package static func wipeStack() { handrail_wipe_stack() }
}
