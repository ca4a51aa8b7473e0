import Crypto
import Foundation
import Glibc

@testable import Vault

/// A real folder that is gone when the value is let go.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/handrail-vault-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "/nonexistent"
    }
  }

  /// A home folder inside, not made yet.
  var home: VaultFolder { VaultFolder(path: path + "/home") }

  func file(_ name: String) -> String { path + "/home/" + name }

  func bytes(_ name: String) -> [UInt8] {
    FileManager.default.contents(atPath: file(name)).map { [UInt8]($0) } ?? []
  }

  /// A short stand-in for a file's content, so that a failed comparison prints one line.
  func digest(_ name: String) throws -> [UInt8] { try BLAKE2b.hash(bytes(name), count: 16) }

  func put(_ bytes: [UInt8], _ name: String) {
    _ = FileManager.default.createFile(atPath: file(name), contents: Data(bytes))
  }

  func remove(_ name: String) { unlink(file(name)) }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path + "/home").sorted()) ?? [] }

  /// Whether any file in the folder holds `text`.
  func holds(_ text: String) -> Bool {
    names.contains { Data(bytes($0)).range(of: Data(text.utf8)) != nil }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
