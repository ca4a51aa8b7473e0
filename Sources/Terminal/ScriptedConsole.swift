import CReadline
import Glibc

/// Answers come line by line from a pipe or a file, or results go to one: prompts on stderr, results on stdout.
package final class ScriptedConsole: Console {
  package let isInteractive = false
  package var idleLimit: Int?
  private var looks: Looks
  private let results = Output(STDOUT_FILENO)
  private let asides = Output(STDERR_FILENO)
  private lazy var watch = Watch(input: STDIN_FILENO)
  private let isTyped = isatty(STDIN_FILENO) == 1
  private var buffer = LineBuffer()
  private var isAtEnd = false
  private var progress: String?

  init(looks: Looks) { self.looks = looks }

  package var isPlain: Bool {
    get { looks.isPlain }
    set { looks.isPlain = newValue || looks.isDumb }
  }

  package var width: Int { results.textWidth }

  package var drawingWidth: Int { results.drawingWidth }

  package var letters: Letters { looks.letters }

  package func show(_ blocks: [Block], to stream: Stream) {
    let output = stream == .result ? results : asides
    output.write(looks.renderer(width: output.textWidth, colour: output.isTerminal).text(blocks))
  }

  package func page(_ blocks: [Block]) -> Reply {
    show(blocks, to: .result)
    return .endOfInput
  }

  package func write(raw text: String) { results.write(text) }

  package func ask(_ prompt: Prompt) -> Reply {
    // Watching begins before the question is seen: Ctrl-C there is a reply.
    guard !watch.hungUp else { return .hangUp(draft: "") }
    asides.write(SafeText.line(prompt.text, looks.letters))
    let reply = readLine()
    // The answer is not echoed: its line end would be missing.
    if !isTyped || !reply.isLine { asides.write("\n") }
    return reply
  }

  package func askSecret(_ prompt: String) -> SecretReply {
    var terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    if terminal < 0, isTyped { terminal = dup(STDIN_FILENO) }
    guard terminal >= 0 else { return .noTerminal }
    defer { close(terminal) }
    guard let mode = TerminalMode(descriptor: terminal) else { return .noTerminal }
    let watch = Watch(input: terminal)
    defer { mode.restore() }
    let reader = SecretReader(
      watch: watch, mode: mode, output: Output(terminal), showsMarks: !looks.isPlain, idleLimit: idleLimit)
    let reply = reader.read(prompt: SafeText.line(prompt, looks.letters))
    if case .hangUp = reply { self.watch.markHungUp() }
    return reply
  }

  package func wait(seconds: Double, progress text: String) -> WaitEnd {
    guard !watch.hungUp else { return .hangUp }
    if progress != text { asides.write(SafeText.line(text, looks.letters) + "\n") }
    progress = text
    // Nobody sits at a pipe to breathe along.
    guard isTyped else { return .elapsed }
    let deadline = Watch.now + seconds
    while true {
      switch watch.next(deadline: deadline) {
      case .elapsed: return .elapsed
      case .interrupt: return .interrupted
      case .hangUp: return .hangUp
      case .suspend: hr_signals_stop()
      case .resized, .resumed: break
      case .readable:
        fill()
        return isAtEnd ? .hangUp : .key
      }
    }
  }

  package func clear() {}

  package func forget() { buffer.forgetTaken() }

  package var stopRequested: Bool {
    // From the first look on, Ctrl-C is something that is seen here, and does not end the program in the middle.
    _ = watch
    return [SIGINT, SIGTERM, SIGHUP].contains { hr_signal_waits($0) }
  }

  package var resultsLost: Bool { results.isLost }

  private func readLine() -> Reply {
    let deadline = isTyped ? idleLimit.map { Watch.now + Double($0) } : nil
    while true {
      // Lines that were read ahead do not outrun a request to stop.
      if let event = watch.pendingSignal(), let reply = ending(event) { return reply }
      if let line = buffer.nextLine() { return .line(line) }
      if isAtEnd { return buffer.lastLine().map { .line($0) } ?? .endOfInput }
      let event = watch.next(deadline: deadline)
      if event == .readable { fill() } else if let reply = ending(event) { return reply }
    }
  }

  private func ending(_ event: Event) -> Reply? {
    switch event {
    case .elapsed: return .idle(draft: buffer.lastLine() ?? "")
    case .interrupt: return .interrupted(draft: buffer.lastLine() ?? "")
    case .hangUp: return .hangUp(draft: buffer.lastLine() ?? "")
    case .suspend: hr_signals_stop()
    case .readable, .resized, .resumed: break
    }
    return nil
  }

  private func fill() {
    withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 1) { room in
      var count: Int
      repeat { count = read(STDIN_FILENO, room.baseAddress, room.count) } while count < 0 && errno == EINTR
      if count > 0 {
        buffer.append(room[..<count])
      } else if count == 0 || errno != EAGAIN {
        isAtEnd = true
      }
    }
  }
}

extension Reply {
  fileprivate var isLine: Bool { if case .line = self { true } else { false } }
}
