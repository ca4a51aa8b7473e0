import Glibc
import Journal

/// Where the program learns the time. The live one asks the machine; demo and tests bring their own.
package protocol Clock: AnyObject {
  func now() -> Moment
}

/// The machine's clock and zone, through libc.
package final class SystemClock: Clock {
  private let zone: String

  package init(environment: [String: String]) {
    zone = Self.zoneName(environment)
    tzset()
  }

  package func now() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var local = tm()
    var seconds = time.tv_sec
    localtime_r(&seconds, &local)
    let milliseconds = Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    return Moment(milliseconds: milliseconds, offset: local.tm_gmtoff, zone: zone)
  }

  /// `TZ`, else where `/etc/localtime` leads, else `UTC`.
  private static func zoneName(_ environment: [String: String]) -> String {
    if let name = environment["TZ"]?.drop(while: { $0 == ":" }), !name.isEmpty, !name.hasPrefix("/") {
      return String(name)
    }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let length = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink("/etc/localtime", $0.assumingMemoryBound(to: CChar.self), bytes.count) } ?? -1
    }
    guard length > 0 else { return "UTC" }
    let target = String(decoding: buffer[..<length], as: UTF8.self)
    guard let range = target.firstRange(of: "zoneinfo/") else { return "UTC" }
    return String(target[range.upperBound...])
  }
}
