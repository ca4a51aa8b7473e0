import Conversation
import Testing

@testable import Clinic

extension ClinicSitting {
  /// What a line shows as its result.
  func result(_ line: String, then lines: String...) -> String {
    let before = console.results.unicodeScalars.count
    console.replies = lines.map { .line($0) }
    do throws(Departure) {
      try ClinicDispatch(session: session).run(line)
    } catch {
      if error != .endOfInput { Issue.record("\(error)") }
    }
    return String(console.results.unicodeScalars.dropFirst(before))
  }

  /// What a line writes for other programs.
  func raw(_ line: String) -> String {
    let before = console.raw.unicodeScalars.count
    _ = self.line(line)
    return String(console.raw.unicodeScalars.dropFirst(before))
  }
}
