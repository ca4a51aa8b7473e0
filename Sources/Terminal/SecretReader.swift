import CReadline
import Glibc

/// Reads a passphrase key by key, without echo and without Readline.
struct SecretReader {
  let watch: Watch
  let mode: TerminalMode
  let output: Output
  /// A `*` for each character. None for screen readers.
  let showsMarks: Bool
  let idleLimit: Int?

  /// Leaves the terminal quiet; the caller puts it as it wants it.
  func read(prompt: String) -> SecretReply {
    // Keys from before the question are not a passphrase.
    mode.quiet(dropTypedAhead: true)
    output.write(prompt)
    let reply = readKeys(prompt)
    output.write("\n")
    return reply
  }

  private func readKeys(_ prompt: String) -> SecretReply {
    var keys = SecretKeys(marksThatFit: showsMarks ? max(0, output.textWidth - Cells.count(prompt) - 1) : 0)
    var deadline: Double?
    func touch() { deadline = idleLimit.map { Watch.now + Double($0) } }
    touch()
    while true {
      switch watch.next(deadline: deadline) {
      case .elapsed: return .idle
      case .interrupt: return .interrupted
      case .hangUp: return .hangUp
      case .resized: break
      case .suspend:
        mode.restore()
        hr_signals_stop()
        again(prompt, keys)
      case .resumed: again(prompt, keys)
      case .readable:
        guard case .byte(let byte) = watch.take() else { continue }
        touch()
        switch keys.press(byte) {
        case .more(let echo): output.write(echo)
        case .entered: return .secret(keys.secret)
        case .end: return .endOfInput
        }
      }
    }
  }

  private func again(_ prompt: String, _ keys: SecretKeys) {
    mode.quiet()
    output.write("\n" + prompt + String(repeating: "*", count: keys.shownMarks))
  }
}

/// What the keys of a passphrase do. Escape sequences of arrow keys and pastes are not part of it.
struct SecretKeys {
  enum Effect: Equatable { case more(echo: String), entered, end }
  private enum Escape { case none, begun, sequence }

  let secret = SecretLine()
  private let marksThatFit: Int
  private var characters = 0
  private var escape = Escape.none

  init(marksThatFit: Int) { self.marksThatFit = marksThatFit }

  var shownMarks: Int { min(characters, marksThatFit) }

  mutating func press(_ byte: UInt8) -> Effect {
    if skipsEscape(byte) { return .more(echo: "") }
    let before = shownMarks
    switch byte {
    case 0x0A, 0x0D: return .entered
    case 0x04: return secret.count == 0 ? .end : .more(echo: "")
    case 0x08, 0x7F:
      if characters > 0 { characters -= 1 }
      secret.removeLast()
    case 0x15:
      characters = 0
      secret.wipe()
    case 0..<0x20: break
    default:
      guard secret.append(byte) else { return .more(echo: "\u{7}") }
      if byte & 0xC0 != 0x80 { characters += 1 }
    }
    let change = shownMarks - before
    let rubOut = String(repeating: "\u{8} \u{8}", count: max(0, -change))
    return .more(echo: String(repeating: "*", count: max(0, change)) + rubOut)
  }

  private mutating func skipsEscape(_ byte: UInt8) -> Bool {
    switch escape {
    case .none:
      if byte == 0x1B { escape = .begun }
      return byte == 0x1B
    case .begun:
      escape = byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") ? .sequence : .none
      // Escape alone, then Enter or Ctrl-U, is meant.
      return byte >= 0x20
    case .sequence:
      if (0x40...0x7E).contains(byte) || byte < 0x20 { escape = .none }
      return byte >= 0x20
    }
  }
}
