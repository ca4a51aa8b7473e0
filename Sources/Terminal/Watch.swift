import CReadline
import Glibc

/// What a prompt can meet while it waits.
enum Event: Equatable { case readable, elapsed, interrupt, hangUp, suspend, resumed, resized }

/// What a look at the terminal gave.
enum Taken: Equatable { case byte(UInt8), nothing, end }

/// Waits on the input, the signals and the clock at once. From the first one on, Ctrl-C and the like are events, not ends.
final class Watch {
  private let input: Int32
  private let signals: Int32
  private let timer: Int32
  private let isTerminal: Bool
  private var armed: Double?
  /// The window closed, or the system asked to stop: no prompt waits any more.
  private(set) var hungUp = false

  init(input: Int32) {
    self.input = input
    isTerminal = isatty(input) == 1
    signals = hr_signals_open()
    timer = hr_timer_open()
  }

  deinit {
    if signals >= 0 { close(signals) }
    if timer >= 0 { close(timer) }
  }

  private static let gone = POLLHUP | POLLERR | POLLNVAL

  static var now: Double { hr_boot_seconds() }

  func markHungUp() { hungUp = true }

  /// The next event; `.elapsed` once the boot clock, which also counts sleep, has reached `deadline`.
  func next(deadline: Double?) -> Event {
    while true {
      if hungUp { return isTerminal && hasInput(within: 0) ? .readable : .hangUp }
      arm(deadline)
      var waited = [
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0), pollfd(fd: timer, events: Int16(POLLIN), revents: 0),
        pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waited, nfds_t(waited.count), -1) >= 0 else { continue }
      if waited[0].revents != 0, let event = nextSignal() { return event }
      if let deadline, Watch.now >= deadline { return .elapsed }
      if waited[1].revents != 0 {
        armed = nil
        hr_timer_set(timer, 0)
      }
      let found = Int32(waited[2].revents)
      if isTerminal, found & Self.gone != 0 { hungUp = true }
      if !isTerminal || !hungUp, found != 0 { return .readable }
    }
  }

  /// A signal that is already there, without waiting.
  func pendingSignal() -> Event? {
    if hungUp { return .hangUp }
    return nextSignal() ?? (hungUp ? .hangUp : nil)
  }

  /// One byte of a terminal in quiet mode, without waiting: after `.readable` Ctrl-C may still have emptied the queue.
  func take() -> Taken {
    var byte: UInt8 = 0
    let count = read(input, &byte, 1)
    if count == 1 { return .byte(byte) }
    if count < 0, errno == EINTR || errno == EAGAIN { return .nothing }
    if count == 0, !isGone { return .nothing }
    hungUp = true
    return .end
  }

  /// The byte that arrives within `milliseconds`.
  func take(within milliseconds: Int32) -> UInt8? {
    guard hasInput(within: milliseconds), case .byte(let byte) = take() else { return nil }
    return byte
  }

  private func hasInput(within milliseconds: Int32) -> Bool {
    var waited = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&waited, 1, milliseconds) > 0 && Int32(waited.revents) & Self.gone == 0
  }

  private var isGone: Bool {
    var waited = pollfd(fd: input, events: 0, revents: 0)
    return poll(&waited, 1, 0) > 0 && Int32(waited.revents) & Self.gone != 0
  }

  private func nextSignal() -> Event? {
    switch hr_signals_next(signals) {
    case SIGINT: .interrupt
    case SIGTSTP: .suspend
    case SIGCONT: .resumed
    case SIGWINCH: .resized
    case SIGHUP, SIGTERM: hang()
    default: nil
    }
  }

  /// What was typed before the signal is read first, so that the draft holds it.
  private func hang() -> Event? {
    hungUp = true
    return nil
  }

  /// A deadline only moves on: a timer set for an earlier one goes off, and is set anew.
  private func arm(_ deadline: Double?) {
    guard let deadline, armed.map({ $0 > deadline }) ?? true else { return }
    hr_timer_set(timer, deadline)
    armed = deadline
  }
}
