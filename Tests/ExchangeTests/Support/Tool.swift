import Foundation
import Glibc
import PtyDriver
import Testing

/// A folder that is gone with the value, and other people's programs in it.
final class Bench {
  let path: String

  init() throws {
    var template = Array("/tmp/handrail-exchange-XXXXXX".utf8CString)
    path = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult func put(_ bytes: [UInt8], _ name: String, mode: mode_t = 0o600) throws -> String {
    let file = path + "/" + name
    try #require(FileManager.default.createFile(atPath: file, contents: Data(bytes)))
    chmod(file, mode)
    return file
  }

  @discardableResult func put(_ text: String, _ name: String) throws -> String { try put(Array(text.utf8), name) }

  func bytes(_ name: String) -> [UInt8]? { FileManager.default.contents(atPath: path + "/" + name).map { [UInt8]($0) } }

  func text(_ name: String) -> String { String(decoding: bytes(name) ?? [], as: UTF8.self) }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  /// Runs a program in this folder; `input` and `output` are names of files in it.
  func run(_ program: String, _ arguments: String..., input: String? = nil, output: String? = nil) throws -> PtyExit {
    let source = input.map { open(path + "/" + $0, O_RDONLY | O_CLOEXEC) } ?? -1
    let target = output.map { open(path + "/" + $0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600) } ?? -1
    defer { for file in [source, target] where file >= 0 { close(file) } }
    let session = try PtySession(
      program, arguments, environment: Self.environment, input: source, output: target, folder: path)
    return try session.waitForExit(within: 60)
  }

  /// A program that asks for something on its terminal.
  func talk(_ program: String, _ arguments: String...) throws -> PtySession {
    try PtySession(program, arguments, environment: Self.environment, folder: path)
  }

  private static let environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"]
}

let age = "/usr/bin/age"
let keygen = "/usr/bin/ssh-keygen"

/// Bytes that repeat only after 251, so that a piece in a wrong place is seen.
func pattern(_ count: Int) -> [UInt8] { (0..<count).map { UInt8($0 % 251) } }
