import Conversation
import Exchange
import Terminal
import Vault

/// Passes data on: says what goes, asks, and writes all of it or nothing.
struct ExportDesk {
  let session: Session

  func run(_ request: ExportRequest) throws(Departure) {
    var request = request
    var counts: [(participant: Int64, entries: Int, logs: Int)] = []
    for person in request.people {
      let found = try session.inCaseload { (store) throws(VaultError) in
        try store.exportCounts(of: person.n, days: request.days)
      }
      counts.append((person.n, found.entries, found.logs))
    }
    let withAny = Set(counts.filter { request.format == .log ? $0.logs > 0 : $0.entries > 0 }.map(\.participant))
    request.people = request.people.filter { withAny.contains($0.n) }
    counts = counts.filter { withAny.contains($0.participant) }
    guard !request.people.isEmpty else {
      throw .failed(
        Failure(
          "There is nothing of \(request.period) to pass on.", safe: "Nothing was written.",
          next: "`roster` shows who shared what.", code: 66))
    }
    let gathering = ExportGathering(session: session, programmeNotice: try programmeNotice())
    let notice = try notice(for: request.people, gathering)
    let went = went(request, counts)
    guard try agreed(request, went, notice) else {
      return session.console.show([.text("Nothing was passed on.")], to: .result)
    }
    let output = try output(&request)
    if request.people.count > 20 { session.show(.quiet("Writing…")) }
    var writing = ExportWriting(session: session, request: request, output: output, gathering: gathering)
    try writing.write(notice)
    try writing.append(notice.bytes, to: ExportNotice.fileName)
    // Noted before the folder has its name: what went and is not noted would be worse than the other way round.
    let doing = try PeopleDesk(session: session).doing()
    try session.inCaseload { (store) throws(VaultError) in
      try store.noteExport(
        of: counts.map { ($0.participant, request.detail(entries: $0.entries, logs: $0.logs)) }, doing)
    }
    let files = output.count
    do { try output.finish() } catch { throw Failure.departure(error, out: request.out) }
    let place =
      request.to.isEmpty
      ? "It is in the folder \(request.out), in \(files) files." : "It is sealed, in one file: \(request.out)."
    session.console.show([.text(Rich("\(went). \(place)"))], to: .result)
    session.show(.quiet("Who has it keeps it. `audit` shows that it went."))
  }

  private func went(_ request: ExportRequest, _ counts: [(participant: Int64, entries: Int, logs: Int)]) -> String {
    let logs = counts.map(\.logs).reduce(0, +)
    let what =
      request.format == .log
      ? "\(logs) log file\(logs == 1 ? "" : "s")" : ExportRequest.entries(counts.map(\.entries).reduce(0, +))
    return "\(ExportRequest.people(counts.count)), \(what)"
  }

  private func agreed(_ request: ExportRequest, _ went: String, _ notice: ExportNotice) throws(Departure) -> Bool {
    session.show(
      .text(Rich("This goes: \(went) of \(request.period), as \(request.format.words).")),
      .text(Rich(ExportNotice.standing)))
    if let said = notice.notices.first {
      session.show(.text("With it goes the notice:"), .quote(ExportNotice.words(said)))
    } else {
      session.show(.text("No notice about passing it on is known here. The note beside the files says so."))
    }
    if request.names { session.show(.alert("The names that you use here go with it.")) }
    if request.to.isEmpty {
      session.show(.alert("It will not be sealed. Whoever gets it can read it."))
    }
    if request.isAgreed { return true }
    guard session.console.isInteractive else {
      throw .failed(
        Failure("Nothing goes without a yes.", safe: "Nothing was written.", next: "Add --yes.", code: 64))
    }
    return try session.confirm("Pass it on?", standard: false)
  }

  /// A folder that is there is never replaced; a sealed file after a yes.
  private func output(_ request: inout ExportRequest) throws(Departure) -> any FolderOutput {
    if !request.to.isEmpty, !request.replacing, session.console.isInteractive, PlainFile.exists(request.out),
      !PlainFile.isFolder(request.out)
    {
      guard try session.confirm("There is a file of that name. Replace it?", standard: false) else { throw .paused }
      request.replacing = true
    }
    do throws(AgeError) {
      if request.to.isEmpty { return try NewFolder(request.out) }
      return try SealedFolder(request.out, for: request.to, replacing: request.replacing)
    } catch .file(.exists) where request.to.isEmpty {
      throw .failed(
        Failure(
          "There is something named \(request.out) already. A folder is never replaced.", safe: "It is as it was.",
          next: "Choose another name after --out.", code: 73))
    } catch {
      throw Failure.departure(error, out: request.out)
    }
  }

  private func notice(for people: [Participant], _ gathering: ExportGathering) throws(Departure) -> ExportNotice {
    var notices: [LogManifest.Notice] = []
    for person in people {
      if let notice = try gathering.notice(of: person), !notices.contains(notice) { notices.append(notice) }
    }
    let card = try KeyDesk(session: session).card()
    return ExportNotice(
      programme: card.name, key: card.keys.signing.fingerprint, exportID: session.world.newID().text,
      made: session.world.clock.now(), app: "handrail \(Release.version)", notices: notices)
  }

  private func programmeNotice() throws(Departure) -> LogManifest.Notice? {
    try ProgrammeShelf(session: session).record().notice
  }
}
