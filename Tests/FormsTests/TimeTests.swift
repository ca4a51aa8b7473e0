import Testing

@testable import Forms

@Suite struct TimeTests {
  @Test(arguments: [
    ("21:30", "21:30"), ("9.30", "09:30"), ("7", "07:00"), ("9pm", "21:00"), ("9:30 pm", "21:30"), ("9 P.M.", "21:00"),
    ("12am", "00:00"), ("12pm", "12:00"), ("12:15 am", "00:15"), ("noon", "12:00"), ("Midnight", "00:00"),
    ("0:05", "00:05"), ("23:59", "23:59"), (" 8:00 a.m. ", "08:00"),
  ])
  func `Times are read as people write them`(words: String, iso: String) {
    #expect(TimeOfDay(words: words)?.iso == iso)
  }

  @Test(arguments: [
    "", "24:00", "9:60", "13pm", "0am", "late", "9:30:00", "21h", "-1:00", "2130", "pm", "9:x", "99999999999999999999",
  ])
  func `What is no time is not guessed at`(words: String) { #expect(TimeOfDay(words: words) == nil) }

  @Test func `Every minute of a day comes back from its text`() throws {
    for hour in 0...23 {
      for minute in 0...59 {
        let time = try #require(TimeOfDay(hour: hour, minute: minute))
        #expect(TimeOfDay(words: time.iso) == time)
      }
    }
    #expect(TimeOfDay(hour: 24, minute: 0) == nil)
    #expect(TimeOfDay(hour: 0, minute: 60) == nil)
  }

  @Test(arguments: [
    ("7h 30m", 450), ("7:30", 450), ("7.5h", 450), ("7,5 hours", 450), ("45m", 45), ("90", 90), ("1 h", 60),
    ("2 hrs 5 mins", 125), ("7h30", 450), ("1 hour 1 minute", 61), ("0", 0), ("0h", 0), ("7 h 30 min", 450),
  ])
  func `Lengths of time are read in minutes`(words: String, minutes: Int) { #expect(Minutes.read(words) == minutes) }

  @Test func `A bare number counts hours where the question asks for hours`() {
    #expect(Minutes.read("8", bareAreHours: true) == 480)
    #expect(Minutes.read("7.5", bareAreHours: true) == 450)
    #expect(Minutes.read("45m", bareAreHours: true) == 45)
    #expect(Minutes.read("7h 30", bareAreHours: true) == 450)
  }

  @Test(arguments: ["", "long", "h", "7:60", "7:30:00", "7x", "-5", "1..5h", "99999999999h", "7:", ":30", "½h"])
  func `What is no length of time is not guessed at`(words: String) { #expect(Minutes.read(words) == nil) }

  @Test func `Lengths of time are said so that they can be read again`() {
    #expect(
      [0, 45, 60, 61, 450, 1440].map(Minutes.words) == ["0 min", "45 min", "1 h", "1 h 1 min", "7 h 30 min", "24 h"])
    for minutes in 0...3000 { #expect(Minutes.read(Minutes.words(minutes)) == minutes) }
  }
}
