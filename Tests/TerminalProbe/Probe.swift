import Glibc
import Terminal

/// Takes steps with a console and tells the replies: on the screen, and in the file `log` for when the window is gone.
struct Probe {
  let console: any Console
  let log: String?

  func take(_ step: String) {
    let parts = step.split(separator: "=", maxSplits: 1).map(String.init)
    let value = parts.count > 1 ? parts[1] : ""
    switch parts[0] {
    case "ask": tell(told(console.ask(Prompt("Say> ", prefill: value))))
    case "question": tell(told(console.ask(Prompt(value))))
    case "command": tell(told(console.ask(Prompt("> ", remember: true, complete: Self.candidates))))
    case "secret": tell(told(console.askSecret("Passphrase: ")))
    case "page": tell(told(console.page((1...60).map { .text("Line number \($0) of the long text.") })))
    case "wait": tell("\(console.wait(seconds: Double(value) ?? 0, progress: "Breathe in"))")
    case "show":
      console.show([.title("Today"), .alert("Help is near"), .bullet("one thing"), .text(Rich(value))], to: .aside)
    case "idle": console.idleLimit = Int(value)
    case "forget": console.forget()
    case "clear": console.clear()
    case "about": tell("width \(console.width), interactive \(console.isInteractive), plain \(console.isPlain)")
    case "busy":
      // From the first look on it is noticed.
      if !console.stopRequested { tell("busy") }
      while !console.stopRequested {}
      tell("stop requested")
    case "raw": console.write(raw: value + "\n")
    case "shell": console.released { run(value) }
    default: break
    }
  }

  private func tell(_ text: String) {
    if let log {
      let file = open(log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
      _ = (text + "\n").withCString { write(file, $0, strlen($0)) }
      close(file)
    }
    console.show([.text(Rich("got " + text))], to: .result)
  }

  private func told(_ reply: Reply) -> String {
    if case .line(let text) = reply, text.utf8.count > 1000 {
      return "\(text.utf8.count) bytes, \(text.split(separator: "\n").count) lines, check \(Self.check(text))"
    }
    return "\(reply)"
  }

  private func told(_ reply: SecretReply) -> String {
    guard case .secret(let line) = reply else { return "\(reply)" }
    return "secret bytes " + line.withBytes { $0.map { String($0) }.joined(separator: " ") }
  }

  /// A number that tells two long texts apart.
  static func check(_ text: String) -> UInt32 { text.utf8.reduce(0) { $0 &* 31 &+ UInt32($1) } }

  private static func candidates(before: String) -> [Completion] {
    ["mood", "mountain", "medication", "crisis"].map { Completion($0) }
  }

  private func run(_ command: String) {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    guard ChildSignals.restore(in: &attributes) else { return }
    var pid: pid_t = 0
    var arguments = ["sh", "-c", command].map { (text: String) in strdup(text) } + [nil]
    posix_spawn(&pid, "/bin/sh", nil, &attributes, &arguments, environ)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
    for argument in arguments { free(argument) }
  }
}
