import Exchange
import Foundation
import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation
@testable import Shell

/// What goes to the clinic, and what stays, as a person and a script share it.
@Suite struct ShareTests {
  let sitting: ShellSitting
  private let clinic: OwnKeys

  init() throws {
    sitting = try ShellSitting()
    clinic = try sitting.addClinic()
  }

  private func said(_ line: String, _ answers: String...) -> String {
    sitting.console.replies = answers.map { .line($0) }
    let before = sitting.console.transcript.count
    var departure: Departure?
    do throws(Departure) { try Dispatch(session: sitting.session).run(line) } catch { departure = error }
    let text = String(sitting.console.transcript.dropFirst(before)).unwrapped
    if case .failed(let failure)? = departure { return text + " " + failure.sentences }
    return text
  }

  private func path(_ name: String) -> String { sitting.folder + "/" + name }
  private func text(_ name: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path(name)) ?? Data(), as: UTF8.self)
  }

  private func log(_ name: String) throws -> ReadLog { try ReadLog(Array(text(name).utf8)) }

  private func opened(_ name: String) throws -> ReadLog {
    let sealed = try FileInput(path(name))
    let output = BytesOutput()
    try AgeReader(sealed).open(with: [clinic.identity], into: output)
    return try ReadLog(output.bytes)
  }

  private func keep(_ form: String, _ answers: [String: Answer]) throws -> ULID {
    try keep(try FormDesk(session: sitting.session).form(form), answers)
  }

  /// Without the offers that follow an entry.
  private func keep(_ form: Form, _ answers: [String: Answer]) throws -> ULID {
    let now = sitting.session.world.clock.now()
    let entry = Entry(
      id: sitting.session.world.newID(), form: Wordings.stamp(of: form), day: now.day, part: now.part, recorded: now,
      answers: answers)
    try sitting.store.add(entry, form: form)
    return entry.id
  }

  /// Entries of many kinds, each text with a word that is nowhere else.
  private func fill() throws {
    _ = try keep("mood", ["mood": .number(4), "urges": .number(2), "use": .text("some"), "note": .text("zebrafinch")])
    _ = try keep(
      "thought-record-5",
      [
        "situation": .text("quagmire"), "emotions": .items(["fear", "wistfulness"]),
        "strength": .each([
          .init(of: "fear", answers: ["before": .number(70)]),
          .init(of: "wistfulness", answers: ["before": .number(60)]),
        ]),
        "thought": .text("plinth"),
      ])
    _ = try keep("note", ["words": .text("marzipan")])
    _ = try keep("person", ["name": .text("Xanthippe")])
    _ = try keep("homework", ["what": .text("galoshes")])
    _ = try keep("test-day", ["result": .text("vestibule")])
    _ = said("tag last corncrake")
  }

  private let own = [
    "zebrafinch", "quagmire", "wistfulness", "plinth", "marzipan", "Xanthippe", "galoshes", "vestibule", "corncrake",
    "some",
  ]

  @Test(arguments: ["log", "fhir", "csv", "text", "page"]) func `No word of one's own leaves unless it was chosen`(
    format: String
  ) throws {
    try fill()
    let line = said("share --unsealed --format \(format) --out \(path("out")) --yes")
    #expect(line.contains("3 entries, not sealed. It is in"), "\(line)")
    let file = format == "csv" ? text("out/entries.csv") : text("out")
    #expect(!file.isEmpty)
    for word in own.dropLast() { #expect(!file.contains(word), "\(word)") }
    #expect(!file.contains("\"use\":") && !file.contains(",use,"))
  }

  @Test func `What was chosen goes whole, and no more`() throws {
    try fill()
    _ = said("share --unsealed --out \(path("out")) --yes --full notes --none thoughts --none homework")
    let file = text("out")
    #expect(file.contains("marzipan"))
    for word in own.dropLast() where word != "marzipan" { #expect(!file.contains(word), "\(word)") }
    #expect(try log("out").lines.map(\.form).sorted() == ["mood", "note"])
  }

  @Test func `The preview shows every answer that the file holds, and none besides`() throws {
    try fill()
    let choices = ShareChoices(
      way: .sealed,
      consent: Consent(days: sitting.session.world.clock.now().day...sitting.session.world.clock.now().day))
    let gathered = try ShareGathering(session: sitting.session).gather(choices)
    let preview = Renderer(width: 200, plain: true, letters: .unicode).text(
      SharePreview(gathered: gathered, today: choices.consent.days.upperBound).blocks
    ).unwrapped
    _ = said("share --unsealed --out \(path("out")) --yes")
    let answers = try log("out").lines.flatMap { Self.leaves($0.answers) }
    let shown = gathered.entries.flatMap { $0.lines }
    #expect(shown.count == answers.count)
    for line in shown { #expect(preview.contains(line.words), "\(line)") }
    for word in own.dropLast() { #expect(!preview.contains(word), "\(word)") }
    #expect(preview.contains("Nothing goes of: test days; notes, and what you wrote for group; people and family."))
  }

  private static func leaves(_ answers: [String: Answer]) -> [Answer] {
    answers.values.flatMap { answer -> [Answer] in
      switch answer {
      case .group(let inner): leaves(inner)
      case .each(let rows): rows.flatMap { leaves($0.answers) }
      default: [answer]
      }
    }
  }

  @Test func `A sealed file opens only for its reader, and its signature is the person's`() throws {
    _ = try keep("mood", ["mood": .number(4)])
    let line = said("share --to \"River House\" --format log --out \(path("week.handrail")) --yes")
    #expect(line == "1 entry, for River House. It is in \(path("week.handrail")).")
    let log = try opened("week.handrail")
    #expect(log.recipients == [clinic.publicKeys.sealing.text] && log.sequence == 1)
    let signer = try SSHPublicKey(parsing: log.participant.signingKey)
    #expect(try KeyDesk(session: sitting.session).keys().publicKeys.signing == signer)
    try SSHSignature(armoured: log.signature).check(log.signed, signer: signer)
    let other = try OwnKeys.random()
    #expect(throws: AgeError.notForTheseKeys) {
      try AgeReader(FileInput(path("week.handrail"))).open(with: [other.identity], into: BytesOutput())
    }
  }

  @Test func `The next file has what is new, and says what was taken back, deleted or erased`() throws {
    let stays = try keep("mood", ["mood": .number(4)])
    let (taken, deleted, erased) = (
      try keep("mood", ["mood": .number(5)]), try keep("mood", ["mood": .number(6)]),
      try keep("mood", ["mood": .number(7)])
    )
    _ = said("share --to \"River House\" --out \(path("1")) --yes")
    let first = try opened("1")
    #expect(first.lines.count == 4)
    #expect(said("share withdraw \(taken.short)").contains("goes no more"))
    _ = said("delete \(deleted.short)")
    _ = said("delete \(erased.short) --for-good", "yes")
    let new = try keep("mood", ["mood": .number(8)])
    _ = said("share --to \"River House\" --since-last --out \(path("2")) --yes")
    let second = try opened("2")
    let names = try LogNames.load(in: sitting.session)
    let told = Dictionary(uniqueKeysWithValues: second.lines.map { ($0.name, $0.isWithdrawn) })
    #expect(
      told
        == Dictionary(
          uniqueKeysWithValues: [(taken, true), (deleted, true), (erased, true), (new, false)].map {
            (names.name(of: $0.0) ?? "", $0.1)
          }))
    #expect(second.sequence == 2 && second.manifest["previousExportId"]?.string == first.exportId)
    for line in second.lines where line.isWithdrawn {
      #expect(line.revision > (first.lines.first { $0.name == line.name }?.revision ?? 99))
    }
    #expect(said("share withdraw \(taken.short) --again").contains("may go again"))
    _ = said("share --to \"River House\" --since-last --out \(path("3")) --yes")
    #expect(try opened("3").lines.map(\.isWithdrawn) == [false])
    _ = stays
  }

  @Test func `Nothing leaves a script without a yes, a recipient, or with a wish to overwrite`() throws {
    _ = try keep("mood", ["mood": .number(4)])
    let open = sitting.once("share", "--unsealed", "--out", path("out"))
    #expect(open.code == 64 && open.console.transcript.contains("Nothing leaves without a yes."))
    let nobody = sitting.once("share", "--out", path("out"), "--yes")
    #expect(nobody.code == 64 && nobody.console.transcript.contains("For whom is it?"))
    let stranger = sitting.once("share", "--to", "Hill House", "--out", path("out"), "--yes")
    #expect(stranger.code == 66)
    #expect(FileManager.default.createFile(atPath: path("out"), contents: Data("mine".utf8)))
    let there = sitting.once("share", "--to", "River House", "--out", path("out"), "--yes")
    #expect(there.code == 73 && text("out") == "mine")
    let nowhere = sitting.once("share", "--to", "River House", "--out", path("no/such/out"), "--yes")
    #expect(nowhere.code == 73)
    #expect(sitting.once("share", "log", "--json").console.raw == "[]\n")
  }

  @Test func `On a screen seven answers show it, and the next time one`() throws {
    _ = try keep("mood", ["mood": .number(4)])
    let first = said("share", "1", "2", "", "Sleep", "", "", "")
    #expect(first.contains("Patient-reported, 2026-11-14 to 2026-11-20, not monitored, not verified."), "\(first)")
    #expect(first.contains("NOTE FOR THE SESSION Sleep"))
    let again = said("share", "", "2", "A walk a day", "", "", "", "", "", "")
    #expect(again.contains("Did you agree on something to practise?"))
    #expect(try sitting.store.newestEntry()?.answers["what"] == .text("A walk a day"), "\(again)")
    #expect(again.contains("Last time: on this screen") && again.contains("Mood (0-10)"))
    // A note is for one session.
    #expect(!again.contains("NOTE FOR THE SESSION"))
    #expect(said("share log").contains("shown here"))
  }

  @Test func `The same again with another note asks for the note alone, and keeps each line as it is typed`() throws {
    _ = try keep("mood", ["mood": .number(4)])
    _ = said("share", "1", "2", "", "Sleep", "", "", "")
    let begun = said("share", "2", "The bus")
    #expect(begun.hasSuffix("> The bus >"), "\(begun)")
    #expect(try sitting.store.drafts().map(\.walk.form) == ["share"])
    let done = said("resume", "")
    #expect(try sitting.store.newestEntry()?.answers["note"] == .text("The bus"), "\(done)")
  }

  @Test func `A choice that has run out is asked about again`() throws {
    _ = try keep("mood", ["mood": .number(4)])
    let choice: [String: Answer] = [
      "way": .text("sealed"), "to": .text("River House"), "detail": .text("choose"), "expires": .text("2026-11-01"),
    ]
    let day = sitting.session.world.clock.now().day
    let form = ShareForm.form(recipients: ["River House"], categories: ShareCategory.allCases, last: [:], today: day)
    _ = try keep(form, choice)
    let line = said("share --to \"River House\" --out \(path("out")) --yes")
    #expect(line.contains("You chose what goes until 2026-11-01, and that day has passed. Nothing was shared."))
    #expect(!FileManager.default.fileExists(atPath: path("out")))
    let guided = said("share")
    #expect(guided.contains("You chose what goes until 2026-11-01, and that day has passed."))
    #expect(guided.contains("How should it go?") && !guided.contains("Last time") && !guided.contains("It goes to"))
    // The day that has passed is not suggested again; one to come is.
    func suggested(_ day: String) -> Answer? {
      ShareForm.form(
        recipients: [], categories: [], last: choice.merging(["expires": .text(day)]) { $1 },
        today: sitting.session.world.clock.now().day
      ).question("expires")?.initial
    }
    #expect(suggested("2026-11-01") == nil && suggested("2026-11-20") == .text("2026-11-20"))
  }
}
