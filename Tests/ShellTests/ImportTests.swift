import Conversation
import Foundation
import Forms
import Glibc
import Journal
import Terminal
import Testing
import Vault

@testable import Shell

/// Bringing in a person's past, as they and their scripts do it.
@Suite struct ImportTests {
  let sitting: ShellSitting

  init() throws { sitting = try ShellSitting() }

  private func file(_ text: String, _ name: String = "export.csv") -> String { file(Array(text.utf8), name) }

  private func file(_ bytes: [UInt8], _ name: String = "export.csv") -> String {
    let path = sitting.folder + "/" + name
    _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
    return path
  }

  private func said(_ line: String, _ answers: String...) -> String {
    sitting.console.replies = answers.map { .line($0) }
    let before = sitting.console.transcript.count
    var departure: Departure?
    do throws(Departure) { try Dispatch(session: sitting.session).run(line) } catch { departure = error }
    if case .failed(let failure)? = departure { return "\(failure.code) \(failure.sentences)" }
    return String(sitting.console.transcript.dropFirst(before)).unwrapped
  }

  private static let daylio = """
    full_date,date,weekday,time,mood,activities,note_title,note
    2021-09-28,28 September,Tuesday,10:00 pm,so-so,"clean | music","",""
    2021-09-27,27 September,Monday,11:00 pm,rad,"","","I want to kill myself tonight, goodbye everyone"
    2021-99-27,27 September,Monday,11:00 pm,rad,"","","x"

    """

  @Test func `A file is shown before it comes in, once, and goes out again as one`() throws {
    let path = file(Self.daylio)
    let no = said("import \(path)", "4", "no")
    #expect(no.contains("From Daylio: 2 entries to bring in"))
    #expect(no.contains("From 27 Sep 2021 to 28 Sep 2021."))
    #expect(no.contains("Left out: 1 row."))
    #expect(no.contains("Line 4: \"2021-99-27\" is not a date."))
    #expect(no.contains("so-so is 4, rad is 10."))
    #expect(no.contains("no chart, summary or suggestion counts them."))
    #expect(no.contains("Left alone. Nothing was changed."))
    #expect(try sitting.store.count() == 0)
    let yes = said("import \(path)", "4", "yes")
    #expect(yes.contains("Brought in 2 entries from Daylio. `undo` takes all of it back."))
    #expect(said("import \(path) --yes").contains("All of it is here already. Nothing was changed."))
    let entry = try #require(try sitting.store.entries().first)
    #expect(entry.answers["mood"] == .number(4) && entry.answers["called"] == .text("so-so"))
    #expect(said("review \(entry.id.short)").contains("28 Sep 2021, night, from Daylio"))
    #expect(said("review history \(entry.id.short)").contains(", from Daylio"))
    #expect(said("undo") == "Taken back: what came from Daylio, 2 entries.")
    #expect(try sitting.store.count() == 0)
    #expect(said("review deleted").contains("2 entries from Daylio. The same file brings them in again."))
  }

  @Test func `Old words bring no offer, and what is old is neither a mood nor practice`() throws {
    _ = said("mood 6")
    let text = said("import \(file(Self.daylio)) --yes")
    #expect(!text.contains("That sounds heavy") && !text.contains("In danger"))
    #expect(try sitting.store.numbers(forms: ["mood"], variables: ["mood"]).map(\.value) == [6])
    #expect(try sitting.store.entries(EntryFilter(form: "mood")).count == 1)
    #expect(!said("today").contains("From before"))
    #expect(said("search goodbye").contains("[goodbye]"))
  }

  private static let table = "Datum;Stimmung;Text\n03/04/2020;4;heron\n05/06/2020;2;weir\n"

  @Test func `Each column of an unknown table is asked about, and the next time it is known`() throws {
    let path = file(Self.table)
    let text = said("import \(path)", "2", "The mood", "What I wrote", "1", "1-5", "yes")
    #expect(text.contains("Datum Such as: 03/04/2020 / 05/06/2020"))
    #expect(text.contains("How are the dates written, such as 03/04/2020?"))
    #expect(text.contains("Moods from 1 to 5 become 0 to 10: 1 is 0, 5 is 10."))
    #expect(try sitting.store.entries().map(\.day.iso) == ["2020-06-05", "2020-04-03"])
    #expect(try sitting.store.entries().map { $0.answers["mood"] } == [.number(2.5), .number(7.5)])
    let more = file(Self.table + "07/08/2020;3;mill\n")
    let again = said("import \(more)", "", "1-5", "yes")
    #expect(again.contains("You have brought in a file with these columns before:"))
    #expect(again.contains("Here already, and left as it is: 2 entries."))
    #expect(again.contains("Brought in 1 entry from a table."))
  }

  @Test func `A script names the columns, the scale and the dates, and is asked nothing`() throws {
    let path = file(Self.table)
    let map = ["--map", "date=Datum,mood=Stimmung,note=Text"]
    func run(_ more: String...) -> (code: Int32, console: RecordingConsole) {
      let console = RecordingConsole()
      console.isInteractive = false
      sitting.session.lock()
      let secret = file(ShellSitting.passphrase + "\n", "passphrase")
      chmod(secret, 0o600)
      let code = Program.run(
        arguments: ["import", path, "--passphrase-file", secret] + more, values: ShellSitting.values(sitting.folder),
        executable: "/nonexistent/bin/handrail", clinic: { _, _ in 64 }
      ) { _ in console }
      return (code, console)
    }
    #expect(run(map[0], map[1], "--yes").code == 65)
    #expect(run(map[0], map[1], "--yes", "--dates", "dmy", "--scale", "5-1").code == 64)
    #expect(run(map[0], "date=Wann", "--yes").console.transcript.unwrapped.contains("There is no column Wann."))
    #expect(run(map[0], "when=Datum", "--yes").code == 64)
    #expect(run("--yes").console.transcript.unwrapped.contains("No column is named as the date."))
    let unanswered = run()
    #expect(unanswered.code == 65)
    #expect(unanswered.console.transcript.unwrapped.contains("Nothing was imported: an answer was missing."))
    let (code, console) = run(map[0], map[1], "--yes", "--dates", "mdy", "--scale", "1-5")
    #expect(code == 0 && console.prompts == [])
    #expect(console.results == "Brought in 2 entries from a table. `undo` takes all of it back.\n")
    let listed = sitting.once("review", "--json").console.raw
    #expect(listed.contains("\"effectiveDate\":\"2020-05-06\"") && listed.contains("\"effectiveDate\":\"2020-03-04\""))
  }

  @Test func `What is no file, or no export, is told as what it is, and nothing is changed`() throws {
    mkfifo(sitting.folder + "/pipe", 0o600)
    let huge = file("x", "huge.csv")
    truncate(huge, 100 << 20)
    let cases = [
      (sitting.folder, "66 That is a folder, not a file."), (sitting.folder + "/pipe", "66 That is a pipe or a device"),
      ("/dev/null", "66 That is a pipe or a device"), (sitting.folder + "/none", "66 There is no file at that place."),
      (huge, "65 That file is larger than 32 MB"), (file("", "empty"), "65 There is nothing in that file"),
      (file("a,b\n", "header"), "65 There is nothing in that file"),
      (file([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 0], "program"), "65 That file is not text."),
      (file("a,b\n\"1,2\n", "quote"), "65 A quote that begins in line 2 never ends"),
      (file("{\"a\":[", "json"), "65 That file is not JSON that can be read."),
      (file("[1]", "other"), "65 Handrail does not know what is in that JSON file."),
      (file(":FreeCBT:abc:FreeCBT:", "packed"), "65 That is a packed FreeCBT backup."),
      (
        file("full_date,date,weekday,time,mood,activities,note_title,note\nx,,,,rad,,,\n", "bad"),
        "65 No entry could be read from that file. Line 2: \"x\" is not a date."
      ),
    ]
    for (path, words) in cases {
      let text = said("import \(path) --yes")
      #expect(text.hasPrefix(words) && text.contains("Nothing was changed."), "\(text)")
    }
    #expect(try sitting.store.count() == 0)
  }

  @Test func `Ctrl-C while it shows how far it is stops it, and nothing has come in`() throws {
    let rows = (0..<3_000).map { "2021-09-28,28 September,Tuesday,10:00 pm,so-so,\"\",\"\",\"\($0)\"" }
    let path = file(
      "full_date,date,weekday,time,mood,activities,note_title,note\n" + rows.joined(separator: "\n") + "\n")
    sitting.console.waitEnds = [.elapsed, .interrupted]
    #expect(
      said("import \(path)", "4", "yes")
        == "130 Stopped before the end. Nothing was imported, and nothing is half done.")
    #expect(try sitting.store.entries(EntryFilter()).isEmpty)
  }

  @Test func `A long import shows how far it is, and each entry once`() throws {
    var text = "full_date,date,weekday,time,mood,activities,note_title,note\n"
    for number in 0..<2_500 { text += "\(Day(daysSince1970: 15_000 + number).iso),,,9:00 pm,meh,,,word \(number)\n" }
    _ = said("import \(file(text)) --yes")
    #expect(sitting.console.progress.first == "Bringing them in: 0%")
    #expect(sitting.console.progress.count == 10)
    #expect(try sitting.store.count() == 2_500)
    #expect(try sitting.store.changes().count == 1)
  }
}
