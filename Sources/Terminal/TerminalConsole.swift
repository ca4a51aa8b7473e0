import CReadline
import Glibc

/// A person at a terminal: Readline, masked passphrases, a pager.
package final class TerminalConsole: Console {
  package let isInteractive = true
  package var idleLimit: Int?
  package var pageStart = 0.0
  package private(set) var pageReached = 1.0
  private var looks: Looks
  private let mode: TerminalMode
  private let output = Output(STDOUT_FILENO)
  /// Made at the first prompt: until then Ctrl-C ends the program, as one expects of a command.
  private lazy var watch = startWatching()
  private var isWatching = false
  /// Keys that ended a wait and belong to the next answer.
  private var typedAhead: [UInt8] = []
  /// The progress line that the cursor stands on.
  private var progress: String?

  init(looks: Looks, mode: TerminalMode) {
    self.looks = looks
    self.mode = mode
  }

  deinit {
    if isWatching { mode.restore() }
  }

  package var isPlain: Bool {
    get { looks.isPlain }
    set { looks.isPlain = newValue || looks.isDumb }
  }

  package var width: Int { output.textWidth }

  package var drawingWidth: Int { output.drawingWidth }

  package var letters: Letters { looks.letters }

  package func show(_ blocks: [Block], to stream: Stream) {
    endProgress()
    output.write(looks.renderer(width: width).text(blocks))
  }

  package func write(raw text: String) {
    endProgress()
    output.write(text)
  }

  package func page(_ blocks: [Block]) -> Reply {
    endProgress()
    guard !watch.hungUp else { return .hangUp(draft: "") }
    var pager = Pager(keys: keys, output: output, looks: looks, blocks: blocks, idleLimit: idleLimit)
    pager.begin(at: pageStart)
    pageStart = 0
    let reply = pager.run()
    pageReached = pager.reached
    typedAhead += pager.typedAhead
    return reply
  }

  package func ask(_ prompt: Prompt) -> Reply {
    endProgress()
    guard !watch.hungUp else { return .hangUp(draft: prompt.prefill) }
    let reader = LineReader(
      watch: watch, mode: mode, idleLimit: idleLimit, typedAhead: typedAhead, letters: looks.letters,
      complete: prompt.complete)
    typedAhead = []
    let reply = reader.read(prompt: line(of: prompt), prefill: prompt.prefill, history: prompt.remember)
    switch reply {
    case .line(let text):
      if prompt.remember, text.contains(where: { !$0.isWhitespace }) { hr_history_add(text) }
    case .interrupted: output.write("^C\n")
    case .idle: output.write("\n")
    case .endOfInput: if !hr_line_breaks_at_end() { output.write("\n") }
    case .hangUp: break
    }
    return reply
  }

  package func askSecret(_ prompt: String) -> SecretReply {
    endProgress()
    guard !watch.hungUp else { return .hangUp }
    typedAhead = []
    let reader = SecretReader(
      watch: watch, mode: mode, output: output, showsMarks: !looks.isPlain, idleLimit: idleLimit)
    return reader.read(prompt: SafeText.line(prompt, looks.letters))
  }

  package func wait(seconds: Double, progress text: String) -> WaitEnd {
    guard !watch.hungUp else { return .hangUp }
    showProgress(text)
    let deadline = Watch.now + seconds
    while true {
      switch keys.next(deadline: deadline) {
      case .elapsed: return .elapsed
      case .interrupt: return .interrupted
      case .hangUp: return .hangUp
      case .redraw: showProgress(text)
      case .key(let key):
        // Someone who types `crisis`, `help`, `sos` or `emergency` finds all of it at the next prompt; any other key
        // only ends the wait.
        if case .character(let letter) = key, "chse".unicodeScalars.contains(letter) {
          typedAhead.append(UInt8(ascii: letter))
        }
        return .key
      }
    }
  }

  package func clear() {
    progress = nil
    output.write(
      looks.isDumb
        ? String(repeating: "\n", count: max(100, output.size?.rows ?? 0)) : "\u{1B}[H\u{1B}[2J\u{1B}[3J")
  }

  package func forget() {
    typedAhead = []
    hr_line_forget()
  }

  package var stopRequested: Bool {
    _ = watch
    return [SIGINT, SIGTERM, SIGHUP].contains { hr_signal_waits($0) }
  }

  package func released(_ body: () -> Void) {
    endProgress()
    guard isWatching else { return body() }
    mode.restore()
    body()
    mode.quiet()
  }

  private var keys: Keys { Keys(watch: watch, mode: mode) }

  private func startWatching() -> Watch {
    isWatching = true
    mode.restoreAtExit()
    mode.quiet()
    return Watch(input: STDIN_FILENO)
  }

  /// Readline needs room beside the prompt: a long one is written above.
  private func line(of prompt: Prompt) -> String {
    let text = SafeText.line(prompt.text, looks.letters)
    guard Cells.count(text) > width * 2 / 3 else { return text }
    output.write(looks.renderer(width: width).text([.text(Rich(text))]))
    return "> "
  }

  private func showProgress(_ text: String) {
    let shown = Line(SafeText.line(text, looks.letters)).wrapped(to: width - 1)[0].text(tone: .normal, colour: false)
    if looks.isPlain {
      if progress != shown { output.write(shown + "\n") }
    } else {
      output.write("\r\(shown)\u{1B}[K")
    }
    progress = shown
  }

  private func endProgress() {
    if progress != nil, !looks.isPlain { output.write("\n") }
    progress = nil
  }
}
