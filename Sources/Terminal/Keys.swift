import CReadline
import Glibc

/// One key press, where keys are read one at a time.
enum Key: Equatable {
  case character(Unicode.Scalar), up, down, pageUp, pageDown, home, end, other
}

/// What a screen that waits for keys can meet.
enum KeyEvent: Equatable {
  case key(Key), elapsed, interrupt, hangUp
  /// The window changed, or the program was continued: draw again.
  case redraw
}

/// Reads single keys from the terminal.
struct Keys {
  let watch: Watch
  let mode: TerminalMode

  func next(deadline: Double?) -> KeyEvent {
    while true {
      switch watch.next(deadline: deadline) {
      case .readable: if let key = read() { return .key(key) }
      case .elapsed: return .elapsed
      case .interrupt: return .interrupt
      case .hangUp: return .hangUp
      case .resized: return .redraw
      case .resumed:
        mode.quiet()
        return .redraw
      case .suspend:
        mode.restore()
        hr_signals_stop()
        mode.quiet()
        return .redraw
      }
    }
  }

  /// The key whose first byte is there, if it still is.
  private func read() -> Key? {
    if case .byte(let byte) = watch.take() { decode(byte) } else { nil }
  }

  /// Takes the rest of `word` and Enter off the input, if someone is typing it; other keys are given back.
  func swallow(_ word: String) -> [UInt8] {
    var taken: [UInt8] = []
    for expected in word.utf8 {
      guard let byte = watch.take(within: 400) else { return [] }
      guard byte == expected else { return byte == UInt8(ascii: "\n") ? [] : taken + [byte] }
      taken.append(byte)
    }
    if let byte = watch.take(within: 400), byte != UInt8(ascii: "\n") { return [byte] }
    return []
  }

  private func decode(_ byte: UInt8) -> Key {
    guard byte == 0x1B else { return byte < 0x80 ? .character(Unicode.Scalar(byte)) : .other }
    guard let next = watch.take(within: 50),
      next == UInt8(ascii: "[") || next == UInt8(ascii: "O")
    else { return .other }
    var sequence = ""
    while sequence.utf8.count < 16, let byte = watch.take(within: 50) {
      sequence.unicodeScalars.append(Unicode.Scalar(byte))
      if (0x40...0x7E).contains(byte) { break }
    }
    return Self.names[sequence] ?? .other
  }

  private static let names: [String: Key] = [
    "A": .up, "B": .down, "5~": .pageUp, "6~": .pageDown, "H": .home, "1~": .home, "F": .end, "4~": .end,
  ]
}
