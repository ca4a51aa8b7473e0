import Conversation
import Crypto
import Exchange
import Terminal
import Vault

/// `import`: takes in files one after the other, shows how far it is, and tells what became of each.
struct LogImport {
  let session: Session
  let wishes: FileTaking.Wishes
  /// Words that open a file are asked for.
  var passphrase = false
  /// Each entry is told.
  var details = false

  func run(_ typed: [String], deep: Bool, json: Bool) throws(Departure) {
    let given = GivenLogs(typed, deep: deep, in: session)
    var report = ImportReport(passedOver: given.passedOver)
    guard !given.items.isEmpty else {
      if json { return try report.write(to: session) }
      report.show(in: session, details: false)
      throw .failed(
        Failure(
          "There is no log to take in.", safe: "Nothing was changed.",
          next: "Files that end with .handrail or .age are taken from a folder; --deep looks into folders in it.",
          code: 66))
    }
    let keys = try KeyDesk(session: session).keys()
    let passphrases = passphrase ? try UnsealDesk(session: session).passphrases(fromFile: false) : []
    let taking = FileTaking(session: session, wishes: wishes, keys: keys, passphrases: passphrases)
    var left: Departure?
    let progress = ImportProgress(console: session.console, count: given.items.count)
    do throws(Departure) {
      for (place, item) in given.items.enumerated() {
        try progress.show(place)
        report.add(item.shown, try taking.take(item), keepsLines: details || json)
      }
    } catch {
      left = error
    }
    if json { try report.write(to: session) } else { report.show(in: session, details: details) }
    if let left { throw Self.stopped(left, after: report.files.count, of: given.items.count) }
    if let failure = report.failure { throw .failed(failure) }
  }

  /// What is taken is whole: each file is one commit.
  private static func stopped(_ departure: Departure, after done: Int, of all: Int) -> Departure {
    switch departure {
    case .interrupted:
      .failed(
        Failure(
          "Stopped after \(done) of \(all) files.", safe: "What was taken in stays, each file whole.",
          next: "`import` with --new goes on.", code: 130))
    case .failed(var failure):
      .failed(
        {
          failure.safe =
            done == 0 ? failure.safe : "What was taken in before stays, each file whole: \(done) of \(all) files."
          return failure
        }())
    default: departure
    }
  }
}

/// Tells how far it is once a second has gone by, and sees when somebody wants to stop.
final class ImportProgress {
  private let doing: String
  private let console: any Console
  private let count: Int
  private let begun = ContinuousClock.now
  private var shown = ""

  init(_ doing: String = "Taking in files", console: any Console, count: Int) {
    self.doing = doing
    self.console = console
    self.count = count
  }

  func show(_ done: Int) throws(Departure) {
    let isStopped = console.stopRequested
    guard isStopped || begun.duration(to: .now) > .seconds(1) else { return }
    let tenths = done * 10 / max(1, count)
    let text =
      console.isPlain
      ? "\(doing): \(tenths * 10)%"
      : "\(doing) [\(String(repeating: "#", count: tenths * 2))"
        + "\(String(repeating: ".", count: 20 - tenths * 2))] \(done) of \(count)"
    guard isStopped || text != shown else { return }
    shown = text
    // Takes the request too: left there, it would end the next prompt as well.
    switch console.wait(seconds: 0, progress: text) {
    case .interrupted: throw .interrupted
    case .hangUp: throw .hungUp
    case .elapsed, .key: if isStopped { throw .interrupted }
    }
  }
}
