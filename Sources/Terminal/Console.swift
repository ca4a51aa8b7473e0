/// What came back from a prompt. Each case but `line` ends the waiting, never the session.
package enum Reply: Equatable, Sendable {
  /// A line as entered, without its newline. A bracketed paste may hold newlines.
  case line(String)
  /// Ctrl-C, with what stood on the line.
  case interrupted(draft: String)
  /// Ctrl-D on an empty line, or the end of piped input.
  case endOfInput
  /// Nobody typed for the idle limit.
  case idle(draft: String)
  /// The window closed or the system asks to stop (SIGHUP, SIGTERM).
  case hangUp(draft: String)
}

/// What came back from a masked prompt.
package enum SecretReply {
  case secret(SecretLine)
  case interrupted, endOfInput, idle, hangUp
  /// There is no terminal to ask on (exit code 69).
  case noTerminal
}

/// One question to the person. The prompt is a single line; paragraphs are shown above it with `show`.
package struct Prompt {
  package var text: String
  /// Stands on the line, ready to edit.
  package var prefill: String
  /// Candidates for Tab, given what stands before the cursor on the line.
  package var complete: ((String) -> [Completion])?
  /// Whether the line joins the in-memory history (commands do, answers do not).
  package var remember: Bool
  package init(
    _ text: String = "> ", prefill: String = "", remember: Bool = false,
    complete: ((String) -> [Completion])? = nil
  ) {
    self.text = text
    self.prefill = prefill
    self.remember = remember
    self.complete = complete
  }
}

/// A candidate for Tab: replaces the word before the cursor.
package struct Completion: Equatable, Sendable {
  package var text: String
  package var note: String
  package init(_ text: String, note: String = "") {
    self.text = text
    self.note = note
  }
}

/// Where blocks go. Piped, results are stdout and everything else stderr; on a terminal both are the screen.
package enum Stream: Sendable { case result, aside }

/// How a timed wait ended.
package enum WaitEnd: Equatable, Sendable { case elapsed, key, interrupted, hangUp }

/// The one narrow interface through which the program reads and writes. Handed in, never global.
package protocol Console: AnyObject {
  /// Standard input and output are both a terminal.
  var isInteractive: Bool { get }
  /// For screen readers and braille: no redrawing, no box drawing, no colour, sentences and tables.
  var isPlain: Bool { get set }
  /// Columns of text now: the window's, at most 80, at least 20.
  var width: Int { get }
  /// Columns that a drawing may take now: the window's, from 20 to 120.
  var drawingWidth: Int { get }
  /// What the terminal shows: a drawing needs more than letters.
  var letters: Letters { get }
  /// Seconds without a key after which a prompt ends with `.idle`; nil never.
  var idleLimit: Int? { get set }

  func show(_ blocks: [Block], to stream: Stream)
  /// Long text: a screenful at a time on a terminal, all at once elsewhere. `.endOfInput` and `.line` both mean read or left.
  func page(_ blocks: [Block]) -> Reply
  /// How far into the next long text to begin, and how far into the last one the reader came: from 0 to 1, its end.
  var pageStart: Double { get set }
  var pageReached: Double { get }
  /// Machine-readable output, exactly as given, to stdout.
  func write(raw text: String)
  func ask(_ prompt: Prompt) -> Reply
  /// Reads a passphrase from the terminal (`/dev/tty` when stdin is a pipe), echo off.
  func askSecret(_ prompt: String) -> SecretReply
  /// Waits, showing `progress` in place on a terminal (a new line each call in plain mode when the text changed); any key ends it early.
  func wait(seconds: Double, progress: String) -> WaitEnd
  /// Clears the screen and the scrollback.
  func clear()
  /// Forgets history, the undo list and the kill ring (private words live there).
  func forget()
  /// Ctrl-C or a hang-up is waiting to be seen: long work between prompts looks here and stops early.
  var stopRequested: Bool { get }
  /// Results went to a file that could not take all of them.
  var resultsLost: Bool { get }
  /// Gives the terminal back as it was found while another program uses it (started with `ChildSignals`).
  func released(_ body: () -> Void)
}

extension Console {
  package var drawingWidth: Int { width }
  package var letters: Letters { .unicode }
  package var pageStart: Double {
    get { 0 }
    set {}
  }
  package var pageReached: Double { 1 }
  package var stopRequested: Bool { false }
  package var resultsLost: Bool { false }
  package func released(_ body: () -> Void) { body() }
  package func show(_ blocks: [Block]) { show(blocks, to: .aside) }
  package func show(_ blocks: Block..., to stream: Stream = .aside) { show(blocks, to: stream) }
}
