/// Takes terminal control out of output: CSI, OSC and two-byte sequences, carriage returns, bells.
package struct EscapeSequences {
  private enum State { case text, escape, csi, osc, charset }
  private var state = State.text

  package init() {}

  /// The bytes of the next piece of output that are text.
  package mutating func removed(from bytes: some Sequence<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    for byte in bytes {
      switch (state, byte) {
      case (.text, 0x1B): state = .escape
      case (.text, 0x0D), (.text, 0x07): break
      case (.text, _): kept.append(byte)
      case (.escape, UInt8(ascii: "[")): state = .csi
      case (.escape, UInt8(ascii: "]")): state = .osc
      case (.escape, UInt8(ascii: "(")), (.escape, UInt8(ascii: ")")): state = .charset
      case (.escape, _), (.charset, _): state = .text
      case (.csi, 0x40...0x7E): state = .text
      case (.osc, 0x07): state = .text
      case (.osc, 0x1B): state = .escape
      case (.csi, _), (.osc, _): break
      }
    }
    return kept
  }
}
