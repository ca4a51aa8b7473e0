import Forms
import Testing

@testable import Exchange

/// What other programs export, as it is read.
@Suite struct PastFileTests {
  private let today = Day(daysSince1970: 20_777)  // 2026-11-20

  private func read(_ text: String) throws -> PastFile {
    let plain = try PlainText(reading: Array(text.utf8))
    return try #require(try PastFile.read(plain, table: PastFile.table(plain), today: today))
  }

  private static let daylio = "full_date,date,weekday,time,mood,activities,note_title,note\n"

  @Test func `A Daylio export, with what Daylio leaves in it`() throws {
    let file = try read(
      Self.daylio + """
        2021-09-28,28 September,Tuesday,10:00 pm,sad ,"clean | movies / tv |","",""
        2021-09-27,27 September,Monday,23:05,Meh,"","A title","First<br>two &amp; <b>three</b> <3 <li>four</li>"

        """)
    #expect(file.source == "Daylio" && file.leftOut == [])
    #expect(file.items.map(\.day.iso) == ["2021-09-28", "2021-09-27"])
    #expect(file.items.map(\.time?.iso) == ["22:00", "23:05"])
    #expect(file.items.map(\.mood) == ["sad", "meh"])
    #expect(file.items[0].lists == ["activities": ["clean", "movies / tv"]] && file.items[0].texts == [:])
    #expect(file.items[1].texts == ["title": "A title", "words": "First\ntwo & three <3 - four"])
    #expect(file.moodNames == ["sad", "meh"])
  }

  @Test func `An older Daylio export has the year apart`() throws {
    let file = try read(
      "year,date,weekday,time,mood,activities,note\n2018,18 May,Friday,11:54 pm,rad,\"cook\",\"A party\"\n")
    #expect(file.items.map(\.day.iso) == ["2018-05-18"])
    #expect(file.items[0].texts == ["words": "A party"])
  }

  @Test func `Rows that cannot be trusted stay out, each with its line and a reason`() throws {
    let file = try read(
      Self.daylio + """
        2021-13-28,,Tuesday,,rad,,,x
        2021-09-28,,Tuesday,,rad,,
        2099-09-28,,Tuesday,,rad,,,x
        1021-09-28,,Tuesday,,rad,,,x
        ,,Tuesday,,rad,,,x
        2021-09-28,,Tuesday,,,,,
        2021-09-28,,Tuesday,,rad,,,x,
        2021-09-28,,Tuesday,,rad,,,x
        2021-09-28,,Tuesday,,rad,,,x,y

        """)
    #expect(file.items.map(\.line) == [8])
    #expect(
      file.leftOut.map { "\($0.line) \($0.why)" } == [
        "2 \"2021-13-28\" is not a date", "3 it has 7 columns where the first line has 8", "4 its day has not come yet",
        "5 its day lies before 1900", "6 it has no date", "7 nothing is written in it",
        "9 it is the same as an earlier one", "10 it has 9 columns where the first line has 8",
      ])
  }

  @Test func `A jrnl export keeps titles, words and tags`() throws {
    let file = try read(
      """
      {"tags": {"@work": 1}, "entries": [
        {"title": "Called in sick.", "body": "Cleaned the @house", "date": "2012-03-29", "time": "09:00",
         "tags": ["@work", "@house"], "starred": false},
        {"title": "", "body": "", "date": "2012-03-30", "time": "09:00", "tags": [], "starred": true}]}
      """)
    #expect(file.source == "jrnl")
    #expect(file.items.map(\.texts) == [["title": "Called in sick.", "words": "Cleaned the @house"]])
    #expect(file.items[0].tags == ["work", "house"] && file.items[0].time?.iso == "09:00")
    #expect(file.leftOut == [.init(line: 2, why: "nothing is written in it")])
  }

  private static let thought = """
    {"v": "Archive-v1", "thoughts": [{"automaticThought": "Nobody likes me", "cognitiveDistortions": ["mind-reading"],
    "challenge": "Two people called", "alternativeThought": "Some do", "createdAt": "2020-05-01T21:30:00.000Z",
    "updatedAt": "2020-05-01T21:31:00.000Z", "uuid": "@Quirk:thoughts:1b2c"}]}
    """

  @Test func `FreeCBT's two exports give the same thought under the same name`() throws {
    let json = try read(Self.thought)
    let table = try read(
      """
      uuid,createdAt,updatedAt,automaticThought,cognitiveDistortions,challenge,alternativeThought
      1b2c,2020-05-01T21:30:00.000Z,2020-05-01T21:31:00.000Z,Nobody likes me,mind-reading,Two people called,Some do

      """)
    #expect(json.source == "FreeCBT" && table.source == "FreeCBT")
    #expect(json.items.map(\.key) == table.items.map(\.key))
    #expect(json.items.map(\.texts) == table.items.map(\.texts))
    let thought = try #require(json.items.first)
    #expect(thought.isThought && thought.day.iso == "2020-05-01" && thought.time?.iso == "21:30")
    #expect(thought.texts == ["thought": "Nobody likes me", "challenge": "Two people called", "balanced": "Some do"])
    #expect(thought.lists == ["traps": ["mind reading"]])
  }

  @Test func `What is none of these is told as what it is`() throws {
    #expect(throws: ImportError.packedBackup) { try read(":FreeCBT:N4Ig:FreeCBT:") }
    #expect(throws: ImportError.unknownJSON) { try read("{\"a\": 1}") }
    #expect(throws: ImportError.badJSON("Line 1, column 6: it ends too early.")) { try read("{\"a\":") }
    let plain = try PlainText(reading: Array("Datum;Wort\n1;2\n".utf8))
    #expect(try PastFile.read(plain, table: PastFile.table(plain), today: today) == nil)
  }

  @Test(arguments: [
    ("2026-11-02", "2026-11-02"), ("2026/11/2", "2026-11-02"), ("02.11.2026", "2026-11-02"), ("2.11.26", "2026-11-02"),
    ("2 November 2026", "2026-11-02"), ("Nov 2, 2026", "2026-11-02"), ("2026-11-02T23:59:59.5Z", "2026-11-02"),
    ("02/11/2026 9:30 pm", "2026-11-02"), ("31.02.2026", nil), ("soon", nil), ("", nil), ("20261102", nil),
    ("2026-11", nil), ("1/2/3/4", nil), ("٢٠٢٦-١١-٠٢", nil),
  ])
  func `Dates are read as programs write them`(text: String, meant: String?) {
    #expect(PastDates.read(text, order: .dmy)?.day.iso == meant)
  }

  @Test func `Day and month change places where the whole column says so, or a person does`() {
    #expect(PastDates.read("11/02/2026", order: .mdy)?.day.iso == "2026-11-02")
    #expect(PastDates.order(of: ["01/02/2026", "13/02/2026"]) == .dmy)
    #expect(PastDates.order(of: ["01/02/2026", "02/13/2026"]) == .mdy)
    #expect(PastDates.order(of: ["01/02/2026", "03/04/2026"]) == nil)
    #expect(PastDates.order(of: ["01.02.2026"]) == .dmy)
    #expect(PastDates.order(of: ["2026-01-02"]) == .ymd)
    #expect(PastDates.order(of: ["2 November 2026"]) == .ymd)
  }

  @Test func `A table is read as its columns are named`() throws {
    let table = try CSV(
      reading: Array("Datum;Uhr;Stimmung;Text;Was;Marken\n02.11.2026;21:30;3,5;Müde;Bus, Regen;#arbeit\n".utf8))
    var map = try #require(
      ColumnMap(reading: "date=Datum,time=uhr,mood=Stimmung,note=4,activities=Was,tags=Marken"))
    map.order = .dmy
    let item = try #require(try map.read(table, encoding: nil, today: today).items.first)
    #expect(item.day.iso == "2026-11-02" && item.time?.iso == "21:30" && item.mood == "3.5")
    #expect(
      item.texts == ["words": "Müde"] && item.lists == ["activities": ["Bus", "Regen"]] && item.tags == ["arbeit"])
    #expect(ColumnMap(lines: map.lines) == map)
    #expect(throws: ImportError.noSuchColumn("Wann", among: table.header)) {
      try #require(ColumnMap(reading: "date=Wann")).read(table, encoding: nil, today: today)
    }
    #expect(throws: ImportError.noDate) {
      try #require(ColumnMap(reading: "mood=Stimmung")).read(table, encoding: nil, today: today)
    }
    #expect(ColumnMap(reading: "when=Datum") == nil && ColumnMap(reading: "date") == nil)
  }

  @Test func `Moods of another scale stand where they stood, from 0 to 10`() {
    let scale = MoodScale(ends: 1...5, names: MoodScale.daylio)
    #expect(["1", "2", "3", "4", "5"].map(scale.value) == [0, 2.5, 5, 7.5, 10])
    #expect(["awful", "bad", "meh", "good", "rad", "so-so", "6"].map(scale.value) == [0, 2.5, 5, 7.5, 10, nil, nil])
    #expect(MoodScale(ends: 0...10).value(of: "7") == 7)
    #expect(MoodScale().value(of: "7") == nil)
    #expect(MoodScale.ends("1-5") == 1...5 && MoodScale.ends("5-1") == nil && MoodScale.ends("x") == nil)
  }
}
