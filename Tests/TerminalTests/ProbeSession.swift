import Glibc
import PtyDriver

/// The probe program on a terminal of its own.
func startProbe(
  _ steps: String..., environment: [String: String] = [:], columns: Int = 80, rows: Int = 24, log: String? = nil
) throws(PtyError) -> PtySession {
  var all = ["TERM": "xterm-256color", "LANG": "C.UTF-8"].merging(environment) { $1 }
  all["PROBE_LOG"] = log
  return try PtySession(Products.path("TerminalProbe"), steps, environment: all, columns: columns, rows: rows)
}

/// A folder below /tmp that is gone with the test.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/handrail-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? ""
  }

  deinit {
    unlink(path + "/log")
    rmdir(path)
  }

  var log: String { path + "/log" }

  func write(_ text: String) {
    let file = open(log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    _ = text.withCString { Glibc.write(file, $0, strlen($0)) }
    close(file)
  }

  /// What the probe told there.
  var told: String { TemporaryFolder.contents(log) }

  static func contents(_ path: String) -> String {
    let file = open(path, O_RDONLY)
    defer { close(file) }
    return readAll(file)
  }
}

func readAll(_ descriptor: Int32) -> String {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 4096)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
    bytes += buffer[..<count]
  }
}
