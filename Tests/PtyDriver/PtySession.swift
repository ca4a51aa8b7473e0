import CPty
import Glibc

/// What went wrong while driving a program; `seen` is what it had shown.
package enum PtyError: Error {
  case notStarted(errno: Int32)
  case missing(text: String, seen: String)
  case ended(missing: String, seen: String)
  case stillRunning(seen: String)
  case notTyped
}

package enum PtyExit: Equatable, Sendable { case status(Int32), signal(Int32) }

/// A program on a real pseudo terminal, typed at and read as a person would.
package final class PtySession {
  private let child: pty_child
  private var output: [UInt8] = []
  /// The output without escape sequences, and what takes them out.
  private var shown: [UInt8] = []
  private var escapes = EscapeSequences()
  private var isWindowOpen = true
  private var exit: PtyExit?
  /// Where in `text` the next `expect` begins to look.
  private var seen = 0

  /// `input`, `output` and `error` are descriptors the program gets in place of the terminal.
  package init(
    _ executable: String, _ arguments: [String] = [], environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24, input: Int32 = -1, output: Int32 = -1, error: Int32 = -1, controlling: Bool = true,
    folder: String? = nil
  ) throws(PtyError) {
    let folderText = folder.map { strdup($0) } ?? nil
    var argv = ([executable] + arguments).map { strdup($0) } + [nil]
    var envp = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for text in argv + envp + [folderText] { free(text) }
    }
    let options = pty_options(
      columns: Int32(columns), rows: Int32(rows), input: input, output: output, error: error,
      controlling: controlling, folder: folderText)
    var child = pty_child()
    let failure = pty_start(executable, &argv, &envp, options, &child)
    guard failure == 0 else { throw .notStarted(errno: failure) }
    self.child = child
  }

  deinit {
    if exit == nil {
      kill(child.pid, SIGKILL)
      var status: Int32 = 0
      waitpid(child.pid, &status, 0)
    }
    if isWindowOpen { close(child.master) }
    close(child.pidfd)
  }

  package var processID: Int32 { child.pid }

  /// All that was written to the terminal, as it was written.
  package var rawOutput: String { String(decoding: output, as: UTF8.self) }

  /// The same without escape sequences and carriage returns.
  package var text: String { String(decoding: shown, as: UTF8.self) }

  /// The text that was shown after what was last waited for.
  package var unseen: String { String(decoding: shown[seen...], as: UTF8.self) }

  /// Waits until `text` is shown after what was last waited for.
  package func expect(_ wanted: String, within seconds: Double = 20) throws(PtyError) {
    let deadline = Self.now + seconds
    let bytes = Array(wanted.utf8)
    while true {
      if let end = ByteSearch.end(of: bytes, in: shown, from: seen) {
        seen = end
        return
      }
      guard isWindowOpen, exit == nil else { throw .ended(missing: wanted, seen: text) }
      guard try step(until: deadline) else { throw .missing(text: wanted, seen: text) }
    }
  }

  /// Types `text`; Enter is `\r`. Reads what the program shows meanwhile.
  package func type(_ text: String) throws(PtyError) { try type(bytes: Array(text.utf8)) }

  package func type(bytes: [UInt8]) throws(PtyError) {
    let deadline = Self.now + 30
    var left = bytes[...]
    while !left.isEmpty {
      guard isWindowOpen, Self.now < deadline else { throw .notTyped }
      let count = left.withUnsafeBytes { write(child.master, $0.baseAddress, min($0.count, 1024)) }
      if count > 0 { left = left.dropFirst(count) }
      if count <= 0, errno != EAGAIN, errno != EINTR { throw .notTyped }
      if count <= 0 { _ = try step(until: deadline, alsoWritable: true) }
    }
  }

  package func enter(_ line: String) throws(PtyError) { try type(line + "\r") }

  /// Whether the program has ended, without waiting for it.
  package var hasEnded: Bool {
    var waited = pollfd(fd: child.pidfd, events: Int16(POLLIN), revents: 0)
    return exit != nil || poll(&waited, 1, 0) > 0
  }

  package func resize(columns: Int, rows: Int) { _ = pty_resize(child.master, Int32(columns), Int32(rows)) }

  package func signal(_ number: Int32) { kill(child.pid, number) }

  /// Closes the window: the program gets SIGHUP and finds its terminal gone.
  package func closeWindow() {
    if isWindowOpen { close(child.master) }
    isWindowOpen = false
  }

  /// Waits for the end of the program and reads the rest of what it shows.
  package func waitForExit(within seconds: Double = 20) throws(PtyError) -> PtyExit {
    let deadline = Self.now + seconds
    while exit == nil {
      guard try step(until: deadline) else { throw .stillRunning(seen: text) }
    }
    return exit ?? .signal(0)
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Waits for output or the end; false when the time is over.
  private func step(until deadline: Double, alsoWritable: Bool = false) throws(PtyError) -> Bool {
    let events = Int16(POLLIN) | (alsoWritable ? Int16(POLLOUT) : 0)
    var waited = [
      pollfd(fd: isWindowOpen ? child.master : -1, events: events, revents: 0),
      pollfd(fd: exit == nil ? child.pidfd : -1, events: Int16(POLLIN), revents: 0),
    ]
    let left = max(0, Int32((deadline - Self.now) * 1000))
    guard poll(&waited, 2, left) > 0 else { return Self.now < deadline }
    if waited[0].revents != 0 { drain() }
    if waited[1].revents != 0 { reap() }
    return true
  }

  private func drain() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while isWindowOpen {
      let count = read(child.master, &buffer, buffer.count)
      if count > 0 {
        output += buffer[..<count]
        shown += escapes.removed(from: buffer[..<count])
      } else if count < 0, errno == EINTR {
        continue
      } else {
        // The last holder of the terminal has gone.
        if count == 0 || errno == EIO { closeWindow() }
        return
      }
    }
  }

  private func reap() {
    var status: Int32 = 0
    guard waitpid(child.pid, &status, 0) == child.pid else { return }
    // Its last words may have come after the last look.
    drain()
    let signal = status & 0x7F
    exit = signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal)
  }
}
