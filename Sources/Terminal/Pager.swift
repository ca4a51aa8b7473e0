/// Shows long text a screenful at a time.
struct Pager {
  let keys: Keys
  let output: Output
  let looks: Looks
  let blocks: [Block]
  let idleLimit: Int?
  /// What the footer says, the first that the window has room for.
  private static let footers = footers(space: "next")
  private static let lastFooters = footers(space: "done")
  private static let plainFooter = "Enter for more, c for crisis, h to hide, q to leave"

  private static func footers(space: String) -> [String] {
    [
      "Space \(space) · b back · c crisis · h hide · q leave", "c crisis · h hide · q leave", "c crisis · q leave",
    ]
  }

  private var lines: [String] = []
  private var top = 0
  private var height = 0
  /// Keys that were typed for what comes after.
  private(set) var typedAhead: [UInt8] = []

  init(keys: Keys, output: Output, looks: Looks, blocks: [Block], idleLimit: Int?) {
    self.keys = keys
    self.output = output
    self.looks = looks
    self.blocks = blocks
    self.idleLimit = idleLimit
    layOut()
  }

  /// How much of the text stands above the end of the window, from 0 to 1.
  var reached: Double { isAtEnd ? 1 : Double(top) / Double(max(1, lines.count)) }

  /// Begins at this share of the text.
  mutating func begin(at share: Double) {
    if share > 0, lines.count > height { top = min(Int(share * Double(lines.count)), max(0, lines.count - height)) }
  }

  mutating func run() -> Reply {
    show()
    if lines.count <= height { return .endOfInput }
    while true {
      drawFooter()
      let event = keys.next(deadline: idleLimit.map { Watch.now + Double($0) })
      eraseFooter()
      switch event {
      case .elapsed: return .idle(draft: "")
      case .interrupt: return .interrupted(draft: "")
      case .hangUp: return .hangUp(draft: "")
      case .redraw: redraw()
      case .key(let key):
        if let reply = press(key) { return reply }
      }
    }
  }

  private mutating func press(_ key: Key) -> Reply? {
    switch key {
    case .character("c"), .character("C"):
      typedAhead = keys.swallow("risis")
      return .line("crisis")
    case .character("h"), .character("H"):
      // Nothing of the page may stand there while the rest of the word is awaited.
      erase()
      typedAhead = keys.swallow("ide")
      return .line("hide")
    case .character("q"), .character("Q"), .character("\u{4}"): return .endOfInput
    case .character(" "), .character("\n"), .character("\r"), .down, .pageDown:
      if isAtEnd { return .endOfInput }
      top = min(top + height, lines.count - 1)
      show()
    case .character("b"), .up, .pageUp:
      top = max(0, top - height)
      redrawPage()
    case .home:
      top = 0
      redrawPage()
    case .end:
      top = max(0, lines.count - height)
      redrawPage()
    case .character, .other: break
    }
    return nil
  }

  private var isAtEnd: Bool { top + height >= lines.count }

  private mutating func layOut() {
    lines = looks.renderer(width: output.textWidth).lines(blocks)
    height = max(1, (output.size?.rows ?? 24) - 1)
  }

  /// After a change of the window: the same place in the text, in its new lines.
  private mutating func redraw() {
    let share = Double(top) / Double(max(1, lines.count))
    layOut()
    top = min(Int(share * Double(lines.count)), max(0, lines.count - 1))
    redrawPage()
  }

  private func erase() {
    output.write(looks.isDumb ? String(repeating: "\n", count: max(100, height)) : "\u{1B}[H\u{1B}[2J\u{1B}[3J")
  }

  private func redrawPage() {
    if !looks.isPlain { output.write("\u{1B}[H\u{1B}[2J") }
    show()
  }

  private func show() {
    output.write(lines[top..<min(top + height, lines.count)].map { $0 + "\n" }.joined())
  }

  private func drawFooter() {
    guard !looks.isPlain else {
      output.write(Self.plainFooter + "\n")
      return
    }
    let width = output.textWidth
    let footers = isAtEnd ? Self.lastFooters : Self.footers
    let footer = footers.first { Cells.count($0) < width } ?? ""
    let words = SafeText.line(footer, looks.letters == .unicode ? .unicode : .ascii)
    output.write(looks.colour ? "\u{1B}[2m\(words)\u{1B}[0m" : words)
  }

  private func eraseFooter() {
    if !looks.isPlain { output.write("\r\u{1B}[K") }
  }
}
