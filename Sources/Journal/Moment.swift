import Forms

/// An instant with the local time it was lived in. Made at the edge, from the clock and the zone of the machine.
package struct Moment: Hashable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  package var milliseconds: Int64
  /// Seconds east of UTC at that instant.
  package var offset: Int
  /// The zone's name, `Europe/Dublin`; `UTC` when the machine does not say.
  package var zone: String

  package init(milliseconds: Int64, offset: Int, zone: String) {
    self.milliseconds = milliseconds
    self.offset = offset
    self.zone = zone
  }

  private var localSeconds: Int { Self.floor(Int(milliseconds), 1000) + offset }
  /// The local calendar day.
  package var day: Day { Day(daysSince1970: Self.floor(localSeconds, 86_400)) }
  private var secondOfDay: Int { localSeconds - Self.floor(localSeconds, 86_400) * 86_400 }
  package var hour: Int { secondOfDay / 3600 }
  package var minute: Int { secondOfDay / 60 % 60 }
  package var part: PartOfDay { PartOfDay(hour: hour) }
  package var time: TimeOfDay { TimeOfDay(hour: hour, minute: minute) ?? TimeOfDay.midnight }

  /// RFC 3339 with the local offset, whole seconds: `2026-11-20T21:30:00+01:00`.
  package var rfc3339: String {
    let sign = offset < 0 ? "-" : "+"
    let offsetMinutes = abs(offset) / 60
    let zone = offset == 0 ? "Z" : sign + Self.two(offsetMinutes / 60) + ":" + Self.two(offsetMinutes % 60)
    return "\(day.iso)T\(Self.two(hour)):\(Self.two(minute)):\(Self.two(secondOfDay % 60))" + zone
  }

  /// Reads what `rfc3339` writes, and nothing else; the zone's name is given apart.
  package init?(rfc3339 text: String, zone: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 && bytes[19] == UInt8(ascii: "Z") || bytes.count == 25 else { return nil }
    guard bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let day = Day(iso: String(decoding: bytes[..<10], as: UTF8.self))
    else { return nil }
    func number(_ start: Int, below limit: Int) -> Int? {
      let digits = bytes[start...start + 1]
      guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
      let value = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
      return value < limit ? value : nil
    }
    guard let hour = number(11, below: 24), let minute = number(14, below: 60), let second = number(17, below: 60)
    else { return nil }
    var offset = 0
    if bytes.count == 25 {
      guard bytes[19] == UInt8(ascii: "+") || bytes[19] == UInt8(ascii: "-"), bytes[22] == UInt8(ascii: ":"),
        let hours = number(20, below: 24), let minutes = number(23, below: 60)
      else { return nil }
      offset = (hours * 3600 + minutes * 60) * (bytes[19] == UInt8(ascii: "-") ? -1 : 1)
    }
    let local = day.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
    self.init(milliseconds: Int64(local - offset) * 1000, offset: offset, zone: zone)
  }

  private static func floor(_ value: Int, _ step: Int) -> Int { value >= 0 ? value / step : (value - step + 1) / step }
  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// The part of the day an entry belongs to: morning from 5, afternoon from 12, evening from 17, night from 22.
package enum PartOfDay: String, CaseIterable, Sendable {
  case morning, afternoon, evening, night
  package init(hour: Int) {
    switch hour {
    case 5..<12: self = .morning
    case 12..<17: self = .afternoon
    case 17..<22: self = .evening
    default: self = .night
    }
  }
}
