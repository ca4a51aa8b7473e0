import Exchange
import Forms
import Journal
import Terminal
import Vault

/// Brings in what another program kept: reads the file, shows what would come, asks once, and stores it as one change.
package struct ImportDesk {
  package struct Wishes: Equatable, Sendable {
    package var map: ColumnMap?
    package var scale: ClosedRange<Double>?
    package var order: PastDates.Order?
    /// Nothing is asked.
    package var yes = false
    /// Files with keys that open a sealed file.
    package var identities: [String] = []
    package init() {}
  }

  /// Ten years of a talkative person are a tenth of it.
  package static let limit = 32 << 20

  let session: Session
  let wishes: Wishes

  package init(session: Session, wishes: Wishes) {
    self.session = session
    self.wishes = wishes
  }

  package func run(_ path: String) throws(Departure) {
    var bytes = try GivenFile.read(path, limit: Self.limit, orUpTo: JournalFile.limit) { start in
      JournalFile.isAhead(in: start) || SealedImport.isAhead(in: start)
    }
    _ = try session.journal()
    if SealedImport.isAhead(in: bytes) {
      bytes = try SealedImport(session: session).opened(bytes, with: wishes.identities, from: path)
    }
    do throws(Departure) {
      if JournalFile.isAhead(in: bytes) {
        try TakeInDesk(session: session, yes: wishes.yes).run(bytes)
      } else {
        try bringIn(bytes)
      }
    } catch {
      guard error == .endOfInput, !session.console.isInteractive else { throw error }
      throw .failed(
        Failure(
          "Nothing was imported: an answer was missing.", safe: "Nothing was changed.",
          next: "Answer each question on a line, or give --map, --scale and --yes.", code: 65))
    }
  }

  private func bringIn(_ bytes: [UInt8]) throws(Departure) {
    let today = session.world.clock.now().day
    let columns = ColumnDesk(session: session, wishes: wishes)
    let (text, table) = try Self.reading { () throws(ImportError) in
      let text = try PlainText(reading: bytes)
      return (text, try PastFile.table(text))
    }
    var file: PastFile?
    if wishes.map == nil {
      file = try Self.reading { () throws(ImportError) in try PastFile.read(text, table: table, today: today) }
    }
    let isMapped = file == nil
    if file == nil {
      guard let table, !table.rows.isEmpty else { throw .failed(Failure(ImportError.empty)) }
      try columns.choose(for: table)
      file = try Self.reading { () throws(ImportError) in
        try columns.map.read(table, encoding: text.encoding, today: today)
      }
    }
    guard let file else { throw .failed(.unexpected) }
    guard !file.items.isEmpty else { throw .failed(Self.nothing(in: file)) }
    let scale = try MoodDesk(session: session, wishes: wishes).scale(for: file)
    let entries = PastEntries(scale: scale, now: session.world.clock.now()).entries(of: file)
    let ids = entries.map(\.id)
    let known = try session.inJournal { (store) throws(VaultError) in try store.known(ids) }
    let new = entries.filter { !known.standing.contains($0.id) && !known.deleted.contains($0.id) }
    ImportPreview(session: session).show(file, scale: scale, entries: entries, new: new, known: known)
    guard !new.isEmpty else {
      return session.console.show([.text("All of it is here already. Nothing was changed.")], to: .result)
    }
    let isWanted = wishes.yes ? true : try session.confirm("Bring \(new.count == 1 ? "it" : "them") in?")
    guard isWanted else {
      return session.console.show([.text("Left alone. Nothing was changed.")], to: .result)
    }
    try store(entries, from: file.source)
    if isMapped, let table { try columns.keep(for: table) }
  }

  private func store(_ entries: [Entry], from source: String) throws(Departure) {
    let now = session.world.clock.now()
    let console = session.console
    let forms = [PastForms.dayID: PastForms.day, PastForms.thoughtID: PastForms.thought]
    var shown = -1
    let count = try session.inJournal { (store) throws(VaultError) in
      try store.bringIn(entries, forms: forms, from: source, at: now) { done in
        let tenth = done * 10 / entries.count
        if entries.count > 2000, tenth > shown {
          shown = tenth
          switch console.wait(seconds: 0, progress: "Bringing them in: \(tenth * 10)%") {
          case .interrupted, .hangUp: return false
          case .elapsed, .key: break
          }
        }
        guard console.stopRequested else { return true }
        // Takes the request too: left there, it would end the next prompt as well.
        _ = console.wait(seconds: 0, progress: "Stopping")
        return false
      }
    }
    guard let count else {
      throw .failed(
        Failure("Stopped before the end.", safe: "Nothing was imported, and nothing is half done.", code: 130))
    }
    console.show(
      [.text(Rich("Brought in \(UndoDesk.counted(count)) from \(source). `undo` takes all of it back."))], to: .result)
  }

  private static func reading<T>(_ work: () throws(ImportError) -> T) throws(Departure) -> T {
    do throws(ImportError) { return try work() } catch { throw .failed(Failure(error)) }
  }

  private static func nothing(in file: PastFile) -> Failure {
    let first = file.leftOut.first.map { " Line \($0.line): \($0.why)." } ?? ""
    return Failure(
      "No entry could be read from that file.\(first)", safe: "Nothing was changed.",
      next: "Check that it is the whole export, as the other program wrote it.", code: 65)
  }
}
