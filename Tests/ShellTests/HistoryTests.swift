import Conversation
import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Shell

/// Versions, deleted entries, undo of the last twenty, tags and erasing, as a person meets them.
@Suite struct HistoryTests {
  let sitting: ShellSitting

  init() throws { sitting = try ShellSitting() }

  private func said(_ line: String, _ answers: String...) -> String {
    sitting.console.replies = answers.map { .line($0) }
    let before = sitting.console.transcript.count
    var departure: Departure?
    do throws(Departure) { try Dispatch(session: sitting.session).run(line) } catch { departure = error }
    if case .failed(let failure)? = departure { return failure.sentences }
    return String(sitting.console.transcript.dropFirst(before)).unwrapped
  }

  private var last: Entry { get throws { try #require(try sitting.store.newestEntry()) } }

  private func change(_ entry: Entry, mood: Double) throws {
    var changed = try #require(try sitting.store.entry(entry.id))
    changed.answers["mood"] = .number(mood)
    changed.recorded = sitting.session.world.clock.now()
    let form = try sitting.store.form(of: entry)
    try sitting.store.revise(changed, form: form)
  }

  @Test func `History shows every version, what changed and when, deleted ones too`() throws {
    _ = said("mood 6 slept badly")
    let entry = try last
    try change(entry, mood: 3)
    _ = said("tag last work")
    _ = said("delete last")
    let text = said("review history \(entry.id.short)")
    #expect(text.contains("Mood, entry \(entry.id.short): its versions"))
    #expect(text.contains("Version 4, today at"))
    #expect(text.contains("taken out"))
    #expect(text.contains("Before Now ---- ------ ---- Tags work"))
    #expect(text.contains("How is your mood right now? 6 of 10 3 of 10"))
    #expect(text.contains("Version 1, today at"))
    #expect(text.contains("slept badly"))
    #expect(said("review history zzzz").contains("There is no entry or form named zzzz."))
  }

  @Test(arguments: [40, 80]) func `Versions stand side by side where there is room, else one under the other`(
    width: Int
  ) throws {
    sitting.console.width = width
    sitting.console.isPlain = false
    _ = said("mood 6")
    try change(try last, mood: 3)
    let before = sitting.console.transcript.count
    _ = said("review history last")
    let lines = sitting.console.transcript.dropFirst(before).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= width })
    let row = lines.first { $0.contains("6 of 10") && $0.contains("3 of 10") }
    #expect(row != nil)
  }

  @Test func `Deleted entries are listed, and one comes back by its letters`() throws {
    _ = said("mood 6 kingfisher")
    let entry = try last
    _ = said("delete last")
    #expect(said("review deleted").contains("\(entry.id.short) Mood, today: 6 of 10"))
    #expect(said("restore \(entry.id.short)") == "Back again: Mood, today. `undo` takes it back.")
    #expect(said("review deleted") == "Nothing is deleted or set aside.")
    #expect(said("undelete \(entry.id.short)").contains("is in your journal already."))
    #expect(try sitting.store.count() == 1)
  }

  @Test func `Undo lists the last changes, and takes back the one that is chosen`() throws {
    _ = said("mood 6 one")
    let first = try last
    _ = said("mood 7 two")
    try change(first, mood: 2)
    let list = said("undo list", "")
    #expect(list.contains("1 Changed: Mood, today (\(first.id.short)), today at"))
    #expect(list.contains("3 Written: Mood, today (\(first.id.short)), today at"))
    #expect(list.contains("(changed again since)"))
    #expect(try sitting.store.changes().count == 3)
    #expect(said("undo --list", "2").contains("Taken back: Mood, today. It is out of your journal."))
    #expect(try sitting.store.entries().map(\.id) == [first.id])
    #expect(said("undo 1").contains("reads as before."))
    #expect(try sitting.store.entry(first.id)?.answers["mood"] == .number(6))
  }

  @Test func `A later change of the same entry is named, and can be taken back with it`() throws {
    _ = said("mood 6 one")
    try change(try last, mood: 2)
    let kept = said("undo 2", "")
    #expect(kept.contains("This entry was changed once after that, and the later change stands in the way."))
    #expect(try sitting.store.changes().count == 2)
    let both = said("undo 2", "2")
    #expect(both.contains("reads as before.") && both.contains("It is out of your journal."))
    #expect(try sitting.store.changes() == [])
    #expect(
      said("undo 1")
        == "There is nothing to take back. Nothing was changed. `undo --list` shows the last changes with their numbers."
    )
    #expect(said("undo soon").contains("`undo` takes a number, or `list`."))
  }

  @Test func `In a script what stands in the way ends with 1, and nothing is changed`() throws {
    _ = said("mood 6 one")
    try change(try last, mood: 2)
    let (code, console) = sitting.once("undo", "2")
    #expect(code == 1)
    #expect(console.transcript.contains("stands in the way"))
    #expect(sitting.once("undo", "--list").console.results.contains("2  Written: Mood"))
  }

  @Test func `Tags are put on, taken off, listed and found`() throws {
    _ = said("mood 6 the bus was late")
    #expect(said("tag last Work #bus") == "Tags: work, bus. `undo` takes it back.")
    #expect(said("tag last work") == "It is so already. Nothing was changed.")
    #expect(said("tags").contains("work 1 entry"))
    #expect(said("search tag:work").contains("1 entry."))
    #expect(said("search late tag:bus").contains("[late]"))
    #expect(said("review last").contains("Tags work, bus"))
    #expect(said("untag last bus") == "Tags: work. `undo` takes it back.")
    #expect(said("undo").contains("reads as before."))
    #expect(try last.tags == ["work", "bus"])
    #expect(said("tag last", "").contains("No tag was given."))
  }

  @Test func `Tags are never words on the caller's command line`() throws {
    _ = said("mood 6")
    let refused = sitting.once("tag", "last", "lapse")
    #expect(refused.code == 64 && !refused.console.transcript.contains("lapse"))
    #expect(sitting.once("tag", "last", replies: "lapse").console.results == "Tags: lapse. `undo` takes it back.\n")
    #expect(sitting.once("tags", "--json").console.raw == "{\"tags\":[{\"count\":1,\"tag\":\"lapse\"}]}\n")
    #expect(sitting.once("search", "lapse").code == 64)
  }

  @Test func `Erasing for good explains, asks once, and Enter keeps it`() throws {
    _ = said("mood 6 kingfisher")
    let entry = try last
    let kept = said("delete last --for-good", "")
    #expect(kept.contains("This erases for good: Mood, today."))
    #expect(kept.contains("Backups that you made, and what you shared or printed, still hold it."))
    #expect(kept.contains("Kept. Nothing was changed."))
    #expect(try sitting.store.entry(entry.id) == entry)
    #expect(said("delete last --for-good", "yes").contains("Erased for good."))
    #expect(try sitting.store.entry(entry.id) == nil)
    #expect(said("undo") == "There is nothing to take back.")
    #expect(said("review history \(entry.id.short)").contains("There is no entry"))
  }

  @Test func `What is deleted or begun can be erased for good from a list`() throws {
    _ = said("mood 6 kingfisher")
    _ = said("delete last")
    _ = said("i feel so far away from everything", "3")
    #expect(try sitting.store.drafts().count == 1)
    let list = said("delete --for-good", "2", "yes")
    #expect(list.contains("Mood, today") && list.contains("Erased for good."))
    #expect(try sitting.store.drafts() == [])
    #expect(try sitting.store.deleted().count == 1)
    #expect(said("delete --for-good", "").contains("Nothing was changed."))
    _ = said("delete --for-good", "1", "yes")
    #expect(said("delete --for-good").contains("Nothing is deleted, begun or set aside."))
  }

  @Test func `A search that finds nothing says why`() throws {
    _ = said("mood 6 the bus was late")
    #expect(said("search kingfisher") == "Nothing found. Every word must stand in an entry, or begin a word in it.")
    #expect(said("search ***") == "Nothing found. There is no word in that to look for.")
    #expect(said("search bus form:diry").contains("Nothing was filled in on a form named diry."))
    #expect(said("search bus day:soon").contains("`day:soon` is not a day Handrail can read."))
    #expect(said("search bus form:mo day:2026-11").contains("[bus]"))
    #expect(said("review --search bus").contains("1 entry."))
    #expect(sitting.once("review", "--search", "--json", replies: "bus").console.raw.hasPrefix("{\"entries\":[{"))
    #expect(sitting.once("search", "--json", replies: "heron").console.raw == "{\"entries\":[]}\n")
  }
}
