import Exchange
import Forms
import Journal
import Terminal
import Vault

/// `share --to NAME --format log --out FILE --yes`: a share in one line, for someone who has shared before.
package struct ShareOnce {
  package enum Format: String, CaseIterable, Sendable { case log, fhir, csv, text, page }

  package var to: String?
  package var from: Day?
  package var until: Day?
  package var format = Format.log
  package var out: String?
  package var sinceLast = false
  package var unsealed = false
  package var note: String?
  package var isAgreed = false
  /// A file of that name may be replaced.
  package var replacing = false
  /// How many entries one FHIR bundle has at most.
  package var bundleSize = FHIRBundles.usualSize
  /// Entries that stay here this time, besides those that are held back always.
  package var heldBack: Set<ULID> = []
  /// Categories said on the line; the last choice for the same reader counts for the others.
  package var details: [ShareCategory: ShareDetail] = [:]

  package init() {}

  package func run(in session: Session, version: String) throws(Departure) {
    let today = session.world.clock.now().day
    let recipient = try to.map { (name) throws(Departure) in try self.recipient(name, in: session) } ?? nil
    if recipient == nil, !unsealed, [.log, .fhir, .csv].contains(format) {
      throw .failed(
        Failure(
          "For whom is it?", safe: "Nothing was shared.",
          next: "--to NAME seals for a recipient; `share recipients` lists them. --unsealed leaves it open to all.",
          code: 64))
    }
    if unsealed, recipient == nil {
      session.show(.alert("This file will not be sealed. Whoever gets it can read it."))
    }
    var choices = try self.choices(for: recipient?.name, today: today, in: session)
    choices.note = note
    choices.consent.heldBack.formUnion(heldBack)
    choices.recipient = recipient?.name
    let gathered = try ShareGathering(session: session).gather(choices)
    let sending = Sending(session: session, version: version, recipient: recipient)
    let made = try sending.make(self, gathered, choices)
    guard try agreed(made, gathered, choices, to: recipient?.name, in: session) else {
      return session.console.show([.text("Nothing was shared.")], to: .result)
    }
    guard let out else {
      guard made.folder.isEmpty else { throw .failed(.severalFiles(made.folder.count)) }
      return session.console.write(raw: String(decoding: made.bytes, as: UTF8.self))
    }
    try sending.write(
      made, to: TypedPath(out, home: session.world.environment.userHome).path, replacing: replacing)
  }

  /// What was made, before it leaves.
  struct Made {
    var bytes: [UInt8]
    var receipt: ShareReceipt
    var withdrawn = 0
    /// Several files that go into a folder of their own, in place of the bytes.
    var folder: [NamedBytes] = []

    func place(_ path: String) -> String {
      folder.isEmpty ? "It is in \(path)." : "It is in the folder \(path), in \(folder.count) files."
    }
  }

  /// Without `--yes` the preview comes first; a script without it gets nothing.
  private func agreed(
    _ made: Made, _ gathered: Gathered, _ choices: ShareChoices, to reader: String?, in session: Session
  ) throws(Departure) -> Bool {
    if isAgreed { return true }
    guard session.console.isInteractive else {
      throw .failed(
        Failure(
          "Nothing leaves without a yes.", safe: "Nothing was shared.",
          next: "Add --yes when you know what goes, or run `handrail share` in a terminal to see it.", code: 64))
    }
    let preview = SharePreview(gathered: gathered, today: session.world.clock.now().day)
    let text = format == .text || format == .page ? [Block.quote(String(decoding: made.bytes, as: UTF8.self))] : []
    try Reading(session: session).page((format == .text ? text + preview.staying : preview.blocks) + SharePreview.keep)
    return try session.confirm("Does it go to \(reader ?? ShareLog.open)?", standard: false)
  }

  /// What was chosen for this reader the last time; what is usual where nothing was. A choice for somebody else says nothing.
  private func choices(
    for recipient: String?, today: Day, in session: Session
  ) throws(Departure) -> ShareChoices {
    let last = try ShareDesk(session: session, version: "").earlier(most: nil).map(\.choices).first {
      recipient == nil ? $0.way != .sealed : $0.way == .sealed && $0.recipient == recipient
    }
    var choices = ShareChoices(way: .sealed, consent: Consent(days: today.adding(days: -6)...today))
    choices.consent.heldBack = try HeldBack(session: session).entries()
    if let last {
      choices = last
      if let expires = choices.expires, choices.hasExpired(on: today) {
        throw .failed(
          Failure(
            "You chose what goes until \(expires.iso), and that day has passed.", safe: "Nothing was shared.",
            next: "`share` in the shell asks you again.", code: 65))
      }
    }
    choices.consent.details.merge(details) { $1 }
    if from != nil || until != nil || last == nil {
      let end = until ?? today
      let start = from ?? end.adding(days: -6)
      guard start <= end else {
        throw .failed(Failure("The first day comes after the last one.", next: "Swap --from and --until.", code: 64))
      }
      choices.consent.days = start...end
    }
    return choices
  }

  private func recipient(_ name: String, in session: Session) throws(Departure) -> Recipient? {
    if unsealed { return nil }
    return try ShareSending(session: session, version: "").recipient(name)
  }
}

extension ShareOnce {
  /// Makes and writes the one file.
  private struct Sending {
    let session: Session
    let version: String
    let recipient: Recipient?

    func make(_ once: ShareOnce, _ gathered: Gathered, _ choices: ShareChoices) throws(Departure) -> Made {
      let summary = ShareSummary(session: session)
      let out = ShareOut(session: session)
      switch once.format {
      case .log:
        let made = try ShareLog(
          session: session, recipient: recipient?.name, sinceLast: once.sinceLast, isOpen: recipient == nil
        )
        .make(gathered, choices, version: version)
        return Made(bytes: made.bytes, receipt: made.receipt, withdrawn: made.withdrawn)
      case .fhir:
        return try ShareFHIR(session: session, recipient: recipient?.name, size: once.bundleSize)
          .make(gathered, choices, version: version)
      case .csv:
        return try ShareCSV(session: session, isSealed: recipient != nil, isStream: once.out == nil)
          .make(gathered, choices)
      case .text:
        return Made(
          bytes: Array(try summary.text(gathered, choices).utf8), receipt: out.receipt(.text, gathered, choices))
      case .page:
        return Made(
          bytes: Array(try summary.page(gathered, choices).utf8), receipt: out.receipt(.page, gathered, choices))
      }
    }

    func write(_ made: Made, to path: String, replacing: Bool) throws(Departure) {
      let out = ShareOut(session: session, replacing: replacing)
      var receipt = made.receipt
      if let recipient {
        receipt.recipient = recipient.name
        _ = try out.sealed(made.bytes, for: recipient, to: path)
      } else if !made.folder.isEmpty {
        try out.folder(made.folder, to: path)
      } else {
        try out.plain(String(decoding: made.bytes, as: UTF8.self), to: path)
      }
      try out.keep(receipt)
      let count = receipt.sent.count - made.withdrawn
      let entries = count == 1 ? "1 entry" : "\(count) entries"
      let taken = made.withdrawn == 0 ? "" : ", \(made.withdrawn) taken back"
      let reader = recipient.map { ", for \($0.name)" } ?? ", not sealed"
      session.console.show([.text(Rich("\(entries)\(taken)\(reader). \(made.place(path))"))], to: .result)
    }
  }
}
