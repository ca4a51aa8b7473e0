import CReadline
import Glibc

/// Reads one line with Readline, from the prompt to its reply.
final class LineReader {
  private let watch: Watch
  private let mode: TerminalMode
  private let idleLimit: Int?
  private var legacy: LegacyInput?
  private let complete: ((String) -> [Completion])?
  private var typedAhead: [UInt8]
  private var filter = PasteFilter()
  private var deadline: Double?
  private var reply: Reply?

  init(
    watch: Watch, mode: TerminalMode, idleLimit: Int?, typedAhead: [UInt8], letters: Letters,
    complete: ((String) -> [Completion])?
  ) {
    self.watch = watch
    self.mode = mode
    self.idleLimit = idleLimit
    self.typedAhead = typedAhead
    legacy = letters == .ascii ? LegacyInput() : nil
    self.complete = complete
  }

  /// `prompt` is one line that is safe to show.
  func read(prompt: String, prefill: String, history: Bool) -> Reply {
    touch()
    hr_line_begin(prompt, prefill, history, callbacks)
    while reply == nil {
      if typedAhead.isEmpty, !hr_line_pending(), let ending = waitForByte() {
        reply = ending
        break
      }
      hr_line_step()
    }
    let reached = reply ?? .endOfInput
    switch reached {
    case .line, .endOfInput:
      hr_line_end()
      return reached
    case .interrupted, .idle, .hangUp:
      // A paste that was under way is put on the line only when Readline sees its end.
      let draft = longer(reached.draft, currentText)
      hr_line_abandon()
      return reached.with(draft: draft)
    }
  }

  private func touch() { deadline = idleLimit.map { Watch.now + Double($0) } }

  private var currentText: String { String(cString: hr_line_text()) }

  private var isOverdue: Bool { deadline.map { Watch.now >= $0 } ?? false }

  private func longer(_ one: String, _ other: String) -> String { one.utf8.count > other.utf8.count ? one : other }

  /// Waits until there is a byte; otherwise says how the line ends.
  private func waitForByte() -> Reply? {
    while true {
      switch watch.next(deadline: deadline) {
      case .readable: return nil
      case .elapsed: return .idle(draft: currentText)
      case .interrupt: return .interrupted(draft: currentText)
      case .hangUp: return .hangUp(draft: currentText)
      case .resized: hr_line_resized()
      case .resumed: if !isOverdue { hr_line_resume() }
      case .suspend:
        hr_line_suspend()
        mode.restore()
        hr_signals_stop()
        mode.quiet()
        // After a long stop the line is not shown again: the prompt ends as idle.
        if !isOverdue { hr_line_resume() }
      }
    }
  }

  private func readByte() -> Int32 {
    while reply == nil {
      if !typedAhead.isEmpty { return Int32(typedAhead.removeFirst()) }
      if let ending = waitForByte() {
        reply = ending
        break
      }
      switch watch.take() {
      case .byte(let byte):
        touch()
        if filter.admits(byte) { typedAhead += utf8(byte) }
      case .nothing: break
      case .end: reply = .hangUp(draft: currentText)
      }
    }
    return -1
  }

  private func utf8(_ byte: UInt8) -> [UInt8] {
    legacy?.utf8(byte) { watch.take(within: 20) } ?? [byte]
  }

  private func finish(_ line: UnsafePointer<CChar>?) {
    // An end that Readline makes of a missing byte is not the person's.
    if reply == nil { reply = line.map { .line(String(cString: $0)) } ?? .endOfInput }
  }

  private func offerCompletions(before: String, word: String) {
    for candidate in complete?(before) ?? [] where candidate.text.hasCaseInsensitivePrefix(word) {
      hr_candidate(candidate.text)
    }
  }

  private var callbacks: hr_line_callbacks {
    hr_line_callbacks(
      context: Unmanaged.passUnretained(self).toOpaque(),
      read_byte: { LineReader.from($0)?.readByte() ?? -1 },
      finished: { context, line in LineReader.from(context)?.finish(line) },
      complete: { context, before, word in
        LineReader.from(context)?.offerCompletions(before: String(cString: before), word: String(cString: word))
      },
      prepare: { LineReader.from($0)?.mode.echoing() },
      release: { LineReader.from($0)?.mode.quiet() })
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> LineReader? {
    context.map { Unmanaged<LineReader>.fromOpaque($0).takeUnretainedValue() }
  }
}

extension Reply {
  /// What stood on the line.
  var draft: String {
    switch self {
    case .line(let text), .interrupted(let text), .idle(let text), .hangUp(let text): text
    case .endOfInput: ""
    }
  }

  func with(draft: String) -> Reply {
    switch self {
    case .line: .line(draft)
    case .interrupted: .interrupted(draft: draft)
    case .idle: .idle(draft: draft)
    case .hangUp: .hangUp(draft: draft)
    case .endOfInput: .endOfInput
    }
  }
}

extension String {
  func hasCaseInsensitivePrefix(_ prefix: String) -> Bool { lowercased().hasPrefix(prefix.lowercased()) }
}
