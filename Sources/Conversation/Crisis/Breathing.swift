import Terminal

/// Paced breathing, led in time: never a hold, ended early by any key.
package struct Breathing {
  let session: Session

  package init(session: Session) { self.session = session }

  package func lead(inhale: Int = 4, exhale: Int = 6, seconds: Int = 60) throws(Departure) {
    session.show(
      .text("Breathe in while the line grows, and out while it shrinks. Gently: no need to fill up."),
      .quiet("Any key ends it."))
    guard session.console.isInteractive else { return }
    var passed = 0
    while passed < seconds {
      for (word, length, grows) in [("In ", inhale, true), ("Out", exhale, false)] {
        for second in 0..<length {
          let filled = grows ? second + 1 : length - second
          let bar = String(repeating: "=", count: filled * 3)
          let text = session.console.isPlain ? "\(grows ? "In" : "Out"), \(length) seconds" : "\(word) \(bar)"
          switch session.console.wait(seconds: 1, progress: text) {
          case .elapsed: passed += 1
          case .key, .interrupted: return end()
          case .hangUp: throw .hungUp
          }
        }
      }
    }
    end()
  }

  private func end() { session.show(.quiet("Let your breath find its own pace again.")) }
}
