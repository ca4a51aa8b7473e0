import Crypto
import Foundation
import Glibc
import JSON
import PtyDriver
import Testing

/// The independent reader in Python, run in its own virtual environment.
enum Reader {
  /// The root of the project.
  static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    .joined(separator: "/")
  static let folder = root + "/Tests/VaultReader"
  static let python = root + "/.build/vault-reader/bin/python3"

  struct Outcome {
    var code: Int32
    var out: String

    /// What was said, a line for each vault.
    var lines: [JSON] {
      get throws {
        try out.split(separator: "\n").map { try JSON(reading: Array($0.utf8), limits: JSONLimits(bytes: 1 << 20)) }
      }
    }
  }

  static func run(
    _ arguments: [String] = [], script: String = "handrail_reader.py", in scratch: Scratch
  ) throws -> Outcome {
    try #require(access(python, X_OK) == 0, "`make test-packages` sets up the reader's Python.")
    let out = open(scratch.path + "/out", O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    try #require(out >= 0)
    defer { close(out) }
    let session = try PtySession(
      python, ["-B", folder + "/" + script] + arguments, environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"],
      output: out, error: out)
    let exit = try session.waitForExit(within: 120)
    guard case .status(let code) = exit else { return Outcome(code: -1, out: "\(exit)") }
    return Outcome(code: code, out: String(decoding: scratch.bytes("out"), as: UTF8.self))
  }
}

/// A folder that is gone with the value.
final class Scratch {
  let path: String

  init() throws {
    var template = Array("/tmp/handrail-trial-XXXXXX".utf8CString)
    path = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  @discardableResult func put(_ bytes: [UInt8], _ name: String) throws -> String {
    try #require(FileManager.default.createFile(atPath: path + "/" + name, contents: Data(bytes)))
    return path + "/" + name
  }

  func bytes(_ name: String) -> [UInt8] { Files.bytes(path + "/" + name) }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

enum Files {
  static func bytes(_ path: String) -> [UInt8] { FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? [] }

  static func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }
}

func hex(_ bytes: some Collection<UInt8>) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

func hex(_ secret: SecretBytes) -> String { secret.withBytes { hex(Array($0)) } }
