/// Gives prepared replies and records what was shown, for the tests of the layers above.
package final class RecordingConsole: Console {
  package var isInteractive = true
  package var isPlain = true
  package var width = 80
  package var drawingWidth = 80
  package var letters = Letters.unicode
  package var idleLimit: Int?
  package var pageStart = 0.0
  package var pageReached = 1.0
  /// What the next prompts return, in turn; afterwards the input has ended.
  package var replies: [Reply]
  package var secrets: [String]
  /// How the next waits end, in turn; afterwards they elapse.
  package var waitEnds: [WaitEnd] = []
  /// All that was shown and asked, in order, as plain text.
  package private(set) var transcript = ""
  package private(set) var results = ""
  package private(set) var raw = ""
  package private(set) var blocks: [Block] = []
  package private(set) var prompts: [String] = []
  package private(set) var prefills: [String] = []
  package private(set) var progress: [String] = []
  package private(set) var clearCount = 0
  package private(set) var forgetCount = 0

  package init(replies: [Reply] = [], secrets: [String] = []) {
    self.replies = replies
    self.secrets = secrets
  }

  /// Each answer is a line.
  package convenience init(lines: String..., secrets: [String] = []) {
    self.init(replies: lines.map { .line($0) }, secrets: secrets)
  }

  package func show(_ blocks: [Block], to stream: Stream) {
    let text = Renderer(width: width, plain: isPlain).text(blocks)
    self.blocks += blocks
    transcript += text
    if stream == .result { results += text }
  }

  package func page(_ blocks: [Block]) -> Reply {
    show(blocks, to: .result)
    return .endOfInput
  }

  package func write(raw text: String) {
    raw += text
    transcript += text
  }

  package func ask(_ prompt: Prompt) -> Reply {
    prompts.append(prompt.text)
    prefills.append(prompt.prefill)
    let reply = replies.isEmpty ? .endOfInput : replies.removeFirst()
    transcript += prompt.text + reply.draft + "\n"
    return reply
  }

  package func askSecret(_ prompt: String) -> SecretReply {
    prompts.append(prompt)
    transcript += prompt + "\n"
    return secrets.isEmpty ? .endOfInput : .secret(SecretLine(copying: secrets.removeFirst().utf8))
  }

  package func wait(seconds: Double, progress text: String) -> WaitEnd {
    progress.append(text)
    return waitEnds.isEmpty ? .elapsed : waitEnds.removeFirst()
  }

  package func clear() { clearCount += 1 }

  package func forget() { forgetCount += 1 }
}
