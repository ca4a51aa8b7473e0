import Exchange
import Foundation
import Forms
import Glibc
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation
@testable import Shell

/// Taking everything along: a journal goes into a file, and another one that is equal comes out of it.
@Suite struct EverythingTests {
  private static func said(_ line: String, in sitting: ShellSitting, _ answers: String...) -> String {
    sitting.console.replies = answers.map { .line($0) }
    let before = sitting.console.transcript.count
    var departure: Departure?
    do throws(Departure) { try Dispatch(session: sitting.session).run(line) } catch { departure = error }
    let text = String(sitting.console.transcript.dropFirst(before)).unwrapped
    if case .failed(let failure)? = departure { return "\(text) \(failure.code) \(failure.sentences)" }
    return text
  }

  private static func bytes(_ path: String) -> [UInt8] { Array(FileManager.default.contents(atPath: path) ?? Data()) }

  private static func write(_ text: String, to path: String) {
    _ = FileManager.default.createFile(atPath: path, contents: Data(text.utf8))
  }

  /// Three weeks of a made-up person, an import, a share, and then changes of every kind as the seed has them.
  private static func lived(seed: UInt64) throws -> ShellSitting {
    let sitting = try ShellSitting()
    let session = sitting.session
    var demo = DemoJournal(session: session, seed: seed, days: 21)
    _ = try demo.write()
    write(
      "full_date,time,mood,activities,note\n2021-09-28,22:00,rad,clean,heron\n2021-09-27,,awful,,weir / \"x\"\n",
      to: sitting.folder + "/old.csv")
    _ = said("import \(sitting.folder)/old.csv --yes --map date=full_date,note=note", in: sitting)
    var list = RecipientList()
    list.add(
      Recipient(
        name: "River House", keys: try OwnKeys.random().publicKeys, added: session.world.clock.now(), isCompared: true))
    try RecipientDesk(session: session).keep(list)
    _ = said("share --unsealed --out \(sitting.folder)/log --yes --full notes", in: sitting)
    #expect(said("accept \(try pack(in: sitting.folder)) --yes", in: sitting).contains("Added, from Harbour IOP."))
    let today = session.world.clock.now().day
    let diary = DiaryForm.form(targets: .usual(from: today), skills: session.world.library.skills(), on: today)
    var random = SeededRandom(seed: seed)
    for step in 0..<60 {
      let store = try sitting.store
      guard let entry = try store.entries().randomElement(using: &random) else { break }
      let now = session.world.clock.now()
      switch Int.random(in: 0..<9, using: &random) {
      case 0: try store.withdraw(entry.id, at: now)
      case 1: _ = try store.tag(entry.id, ["step-\(step)", "again"], at: now)
      case 2:
        var edited = entry
        edited.recorded = now
        edited.answers["note"] = .text("marzipan \(step) / ✓ \u{1F642} \"quoted\"\nand more")
        edited.links.append(Link(name: "follows", entry: entry.id))
        try store.revise(edited, form: try store.form(of: entry))
      case 3, 4: _ = try store.undo(at: now)
      case 5: try store.setWithdrawn(step.isMultiple(of: 2), entry.id, at: now)
      case 6:
        guard let gone = try store.deleted().first else { continue }
        _ = try store.restore(gone.id, at: now)
      case 7:
        var walk = Walk(diary)
        walk.skip(in: diary)
        walk.partial = "half a line \(step)"
        let draft = Draft(
          id: session.world.newID(), walk: walk, day: now.day, started: now, updated: now,
          edits: step.isMultiple(of: 2) ? nil : entry.id, links: [Link(name: "follows", entry: entry.id)])
        try store.keep(draft, form: diary)
        if step.isMultiple(of: 3) { try store.setAside(draft.id, at: now) }
      default:
        let card = Entry(
          id: session.world.newID(), form: Wordings.stamp(of: diary), day: now.day.adding(days: -1), recorded: now,
          answers: ["sleep": .number(412.5)])
        try store.add(card, form: diary)
      }
    }
    _ = said("review --json", in: sitting)
    return sitting
  }

  private static func pack(in folder: String) throws -> String {
    let keys = try OwnKeys.random()
    var pack = ProgrammePack(
      name: "Harbour IOP", keys: keys.publicKeys, whoReads: "Your therapist", howOften: "Weekly", meanwhile: "Call")
    pack.byDay = "555 0100"
    pack.sessions = [.init(day: .monday, at: .midnight, minutes: 50, what: "Group")]
    write(String(decoding: try pack.file(signedBy: keys.signing), as: UTF8.self), to: folder + "/pack")
    return folder + "/pack"
  }

  /// All lines but the first and the last, which hold when it was written; and the counts.
  private static func middle(_ bytes: [UInt8]) -> [String] {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    let counts = lines.first?.firstRange(of: "\"counts\":{").map {
      String(lines[0][$0.lowerBound...].prefix { $0 != "}" })
    }
    return [counts ?? ""] + lines.dropFirst().dropLast()
  }

  @Test(arguments: 1...6) func `A journal that was taken along is equal to the one it was taken from`(
    seed: UInt64
  ) throws {
    let old = try Self.lived(seed: seed)
    let file = old.folder + "/all.jsonl"
    #expect(Self.said("export everything --out \(file) --yes --with-keys", in: old).contains("All of it is in"))
    let new = try ShellSitting()
    let taken = Self.said("import \(file) --yes", in: new)
    #expect(taken.contains("All of it is here:"), "\(taken)")
    let again = new.folder + "/all.jsonl"
    _ = Self.said("export everything --out \(again) --yes --with-keys", in: new)
    let lines = Self.middle(Self.bytes(file))
    #expect(lines.count > 60)
    #expect(Self.middle(Self.bytes(again)) == lines)
    for kind in ["wording", "import", "entry", "draft", "change", "share", "sent", "unshared", "memory"] {
      #expect(lines.contains { $0.contains("\"kind\":\"\(kind)\"") }, "\(kind)")
    }
    for line in ["review --json", "search marzipan", "search heron", "tags"] {
      #expect(Self.said(line, in: new) == Self.said(line, in: old), "\(line)")
    }
    let (here, there) = (try new.store, try old.store)
    let now = old.session.world.clock.now()
    let days = now.day.adding(days: -400)...now.day.adding(days: 60)
    #expect(try here.changes(limit: 500) == there.changes(limit: 500))
    let accepts = try there.changes(limit: 500).contains { $0.kind == .accept }
    #expect(lines.contains { $0.contains("\"accepted\":{") } == accepts)
    #expect(try here.deleted() == there.deleted())
    #expect(try here.reminders(due: days) == there.reminders(due: days))
    #expect(
      try here.numbers(form: "mood", variable: "mood", days: days)
        == there.numbers(form: "mood", variable: "mood", days: days))
    #expect(try here.tags() == there.tags())
    #expect(try here.drafts() == there.drafts())
    #expect(try here.setAsideDrafts() == there.setAsideDrafts())
    #expect(try here.lastSent(to: "River House") == there.lastSent(to: "River House"))
    // Both go on in the same way.
    for _ in 0..<20 { #expect(try here.undo(at: now) == there.undo(at: now)) }
    #expect(try here.entries() == there.entries())
  }

  @Test func `Without keys the new journal keeps its own, and what belongs to a computer stays there`() throws {
    let old = try Self.lived(seed: 1)
    try old.store.remember("pocket-copy", Array("reasons".utf8))
    let file = old.folder + "/all.jsonl"
    _ = Self.said("export everything --out \(file) --yes", in: old)
    let text = String(decoding: Self.bytes(file), as: UTF8.self)
    #expect(!text.contains("own-keys") && !text.contains("pocket-copy"))
    #expect(text.contains("\"key\":\"recipients\"") && text.contains("\"key\":\"log-id-secret\""))
    let sealed = Self.said("export everything --out \(old.folder)/all.age --to \"River House\" --yes", in: old)
    #expect(sealed.contains("All of it is sealed in"), "\(sealed)")
    #expect(Self.said("export everything --out \(old.folder)/no.age --to Nobody --yes", in: old).contains("64 "))
    #expect(!PlainFile.exists(old.folder + "/no.age"))
    let new = try ShellSitting()
    let keys = try KeyDesk(session: new.session).keys().publicKeys
    #expect(Self.said("import \(file) --yes", in: new).contains("This journal has new keys."))
    #expect(try KeyDesk(session: new.session).keys().publicKeys == keys)
  }

  @Test func `The file is for its owner only, is shown before a yes, and takes no other's place`() throws {
    let sitting = try ShellSitting()
    _ = Self.said("mood 6", in: sitting)
    let file = sitting.folder + "/all.jsonl"
    let no = Self.said("export everything --out \(file)", in: sitting, "no")
    #expect(no.contains("1 entry, with every earlier wording and what was deleted"))
    #expect(no.contains("The file is not encrypted: whoever gets it can read all you wrote"))
    #expect(no.contains("Left alone. Nothing was written.") && !PlainFile.exists(file))
    _ = Self.said("export everything --out \(file)", in: sitting, "yes")
    #expect(!PlainFile.isOpenToOthers(file))
    let before = Self.bytes(file)
    #expect(Self.said("export everything --out \(file) --yes", in: sitting).contains("73 There is a file"))
    #expect(Self.bytes(file) == before)
    _ = Self.said("mood 7", in: sitting)
    #expect(Self.said("export everything --out \(file) --yes --replace", in: sitting).contains("2 entries"))
    let script = sitting.once("export", "everything", "--out", sitting.folder + "/other")
    #expect(script.code == 64 && script.console.transcript.unwrapped.contains("Add --yes if that is right"))
    #expect(!PlainFile.exists(sitting.folder + "/other"))
    #expect(sitting.once("export", "everything", "--out", sitting.folder + "/other", "--yes").code == 0)
  }

  @Test func `A sealed journal opens with its key, and not with another`() throws {
    let sitting = try ShellSitting()
    _ = Self.said("mood 6", in: sitting)
    let identity = try AgeIdentity.random()
    let file = sitting.folder + "/all.age"
    #expect(
      Self.said("export everything --out \(file) --to \(identity.recipient.text)", in: sitting, "yes")
        .contains("All of it is sealed in"))
    #expect(!String(decoding: Self.bytes(file), as: UTF8.self).contains("handrail-journal"))
    let new = try ShellSitting()
    #expect(Self.said("import \(file) --yes", in: new).contains("77 The file is sealed for a key."))
    #expect(try new.store.count() == 0)
    let key = new.folder + "/key"
    Self.write(identity.text + "\n", to: key)
    #expect(Self.said("import \(file) --yes --identity \(key)", in: new).contains("All of it is here: 1 entry."))
    #expect(try new.store.count() == 1)
  }

  @Test func `Two journals are not merged, and a bad file changes nothing`() throws {
    let old = try Self.lived(seed: 2)
    let file = old.folder + "/all.jsonl"
    _ = Self.said("export everything --out \(file) --yes", in: old)
    let used = try ShellSitting()
    _ = Self.said("mood 6", in: used)
    let refused = Self.said("import \(file) --yes", in: used)
    #expect(
      refused.contains("65 There is something in this journal already, and Handrail does not merge two journals."))
    #expect(try used.store.count() == 1)

    let new = try ShellSitting()
    let whole = String(decoding: Self.bytes(file), as: UTF8.self)
    let bad = new.folder + "/bad"
    for (text, sentence) in [
      (String(whole.dropLast(200)), "cut off"), (whole.replacing("heron", with: "herom"), "changed or damaged"),
      (whole.replacing("\"version\":\"1.0\"", with: "\"version\":\"2.0\""), "newer version of Handrail"),
    ] {
      Self.write(text, to: bad)
      let said = Self.said("import \(bad) --yes", in: new)
      #expect(said.contains("65") && said.contains(sentence) && said.contains("Nothing was changed."), "\(said)")
      #expect(try new.store.isNew())
    }
    #expect(Self.said("import \(file)", in: new, "no").contains("Left alone. Nothing was changed."))
    #expect(try new.store.isNew())
  }
}
