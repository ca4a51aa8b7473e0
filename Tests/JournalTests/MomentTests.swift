import Forms
import Testing

@testable import Journal

@Suite struct MomentTests {
  /// 2026-11-20T20:30:15Z
  let evening: Int64 = 1_795_206_615_000

  private func moment(_ milliseconds: Int64, hours: Double = 0) -> Moment {
    Moment(milliseconds: milliseconds, offset: Int(hours * 3600), zone: "Zone")
  }

  @Test(arguments: [
    (0, "2026-11-20T20:30:15Z"), (1, "2026-11-20T21:30:15+01:00"), (-5, "2026-11-20T15:30:15-05:00"),
    (5.75, "2026-11-21T02:15:15+05:45"), (-9.5, "2026-11-20T11:00:15-09:30"), (14, "2026-11-21T10:30:15+14:00"),
    (-12, "2026-11-20T08:30:15-12:00"),
  ])
  func `An instant is written in the local time it was lived in, and read back`(hours: Double, text: String) {
    let moment = moment(evening, hours: hours)
    #expect(moment.rfc3339 == text)
    #expect(Moment(rfc3339: text, zone: "Zone") == moment)
  }

  @Test func `Whole seconds come back from their text over three centuries and every offset`() {
    var wrong: [String] = []
    for minutes in stride(from: -12 * 60, through: 14 * 60, by: 15) {
      for seconds in stride(from: Int64(-2_200_000_000), through: 7_300_000_000, by: 77_777_777) {
        let moment = Moment(milliseconds: seconds * 1000, offset: minutes * 60, zone: "Zone")
        if Moment(rfc3339: moment.rfc3339, zone: "Zone") != moment { wrong.append(moment.rfc3339) }
      }
    }
    #expect(wrong == [])
  }

  @Test func `Parts of a second are left out of the text`() {
    #expect(moment(evening + 999).rfc3339 == "2026-11-20T20:30:15Z")
    #expect(moment(-1).rfc3339 == "1969-12-31T23:59:59Z")
  }

  @Test func `The day is the local one`() {
    let late: Int64 = 1_795_219_199_000  // 2026-11-20T23:59:59Z
    #expect(moment(late).day.iso == "2026-11-20")
    #expect(moment(late, hours: 1).day.iso == "2026-11-21")
    #expect(moment(late + 1000).day.iso == "2026-11-21")
    #expect(moment(late + 1000, hours: -5).day.iso == "2026-11-20")
    #expect(moment(-1).day.iso == "1969-12-31")
  }

  @Test func `Hour, minute and time of day are the local ones`() {
    let moment = moment(evening, hours: 5.75)
    #expect([moment.hour, moment.minute] == [2, 15])
    #expect(moment.time.iso == "02:15")
  }

  @Test(arguments: [
    "", "2026-11-20", "2026-11-20T20:30:15", "2026-11-20 20:30:15Z", "2026-11-20T24:00:00Z", "2026-11-20T20:60:00Z",
    "2026-02-30T20:30:15Z", "2026-11-20T20:30:15Zjunk", "2026-11-20T20-30-15Z", "2026-11-20T20:30:15x01:00",
    "2026-11-20T20:30:15+01-00", "2026-11-20T20:30:15+1:00", "2026-11-20T20:30:15+24:00", "2026-11-20T20:30:15+01:60",
    "2026-11-20T2x:30:15Z", "2026-11-20T20:30:15.5Z", "2026-11-20T20:30:60Z",
  ])
  func `What is no instant is not read`(text: String) { #expect(Moment(rfc3339: text, zone: "UTC") == nil) }

  @Test func `The parts of the day begin at 5, 12, 17 and 22`() {
    let parts = (0...23).map { PartOfDay(hour: $0).rawValue.prefix(1) }.joined()
    #expect(parts == "nnnnn" + "mmmmmmm" + "aaaaa" + "eeeee" + "nn")
    #expect(moment(evening).part == .evening)
    #expect(moment(evening, hours: 2).part == .night)
  }
}
