/// Why a conversation was left. Only `failed` is an error; the rest are ways out that people take.
package enum Departure: Error, Equatable {
  /// Back to the menu; everything typed is kept.
  case paused
  case quit
  /// Ctrl-C outside a form.
  case interrupted
  /// Ctrl-D, or the end of piped input.
  case endOfInput
  /// The window closed, or the system asked the program to stop.
  case hungUp
  case failed(Failure)

  /// For a one-shot command; a shell goes on after most of these.
  package var exitCode: Int32 {
    switch self {
    case .paused, .quit, .endOfInput: 0
    case .interrupted: 130
    case .hungUp: 129
    case .failed(let failure): failure.code
    }
  }
}

/// What went wrong, in three short parts: what happened, what is safe, what to do.
package struct Failure: Equatable, Sendable {
  package var happened: String
  package var safe: String?
  package var next: String?
  /// One of the exit codes of the manual: 1, 64 to 77.
  package var code: Int32

  package init(_ happened: String, safe: String? = nil, next: String? = nil, code: Int32) {
    self.happened = happened
    self.safe = safe
    self.next = next
    self.code = code
  }

  /// The same said of what a side calls its own.
  package func about(_ thing: String) -> Failure {
    guard thing != "journal" else { return self }
    // What is said of a journal is not said again of a caseload in the same breath.
    guard !happened.contains(thing) else { return self }
    func said(_ text: String) -> String {
      text.replacing("Type `handrail` on its own to start one.", with: "`handrail clinic init` makes one.")
        .replacing("`handrail vault", with: "`handrail clinic vault").replacing("journal", with: thing)
    }
    return Failure(said(happened), safe: safe.map(said), next: next.map(said), code: code)
  }

  package var sentences: String { [happened, safe, next].compactMap { $0 }.joined(separator: " ") }
}
