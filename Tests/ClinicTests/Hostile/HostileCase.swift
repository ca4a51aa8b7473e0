import Crypto
import Forms
import Foundation
import Glibc
import JSON
import Journal
import Testing

@testable import Clinic
@testable import Exchange

/// One file that somebody might send, and what must become of it.
struct HostileCase: Sendable {
  enum Verdict: Equatable, Sendable {
    /// Taken in: what is odd about it is allowed.
    case taken
    /// Refused whole, with words that begin so.
    case refused(String)
    /// Refused as a stranger's: path and fingerprint are noted.
    case stranger(String)
  }

  let name: String
  let verdict: Verdict
  /// Options of `import`.
  var options = ""
  /// Makes the file, and gives what is typed after `import`.
  let make: @Sendable (Programme) throws -> String

  init(
    _ name: String, _ verdict: Verdict, options: String = "", make: @escaping @Sendable (Programme) throws -> String
  ) {
    self.name = name
    self.verdict = verdict
    self.options = options
    self.make = make
  }

  /// Bytes as they are.
  static func file(
    _ name: String, _ verdict: Verdict, options: String = "", _ bytes: @escaping @Sendable (Programme) throws -> [UInt8]
  ) -> HostileCase {
    HostileCase(name, verdict, options: options) { programme in try programme.put(bytes(programme), "h.handrail") }
  }

  /// A log of Jo's, sealed and signed, with something changed before.
  static func log(
    _ name: String, _ verdict: Verdict, _ change: @escaping @Sendable (inout Log) throws -> Void
  ) -> HostileCase {
    file(name, verdict) { programme in
      var log = Log(of: programme.jo, for: programme.keys)
      try change(&log)
      return try Log.sealed(log.bytes(by: programme.jo), for: programme.keys)
    }
  }

  /// The same with the text changed in one place, then signed and sealed: hash and signature fit.
  static func text(_ name: String, _ verdict: Verdict, _ from: String, _ to: String) -> HostileCase {
    bytes(name, verdict) { text in
      let all = String(decoding: text, as: UTF8.self)
      try #require(all.contains(from), "\(name)")
      return Array(all.replacing(from, with: to, maxReplacements: 1).utf8)
    }
  }

  /// The same with the bytes of the entry lines changed; the manifest's hash is made to fit.
  static func bytes(
    _ name: String, _ verdict: Verdict, _ change: @escaping @Sendable ([UInt8]) throws -> [UInt8]
  ) -> HostileCase {
    file(name, verdict) { programme in
      let text = try change(Log(of: programme.jo, for: programme.keys).text())
      return try Log.sealed(Log.signed(Self.rehashed(text), by: programme.jo), for: programme.keys)
    }
  }

  private static func rehashed(_ text: [UInt8]) -> [UInt8] {
    guard let feed = text.firstIndex(of: 10) else { return text }
    let head = String(decoding: text[..<feed], as: UTF8.self)
    guard let found = head.firstRange(of: /"entriesSha256":"[0-9a-f]{64}"/) else { return text }
    let hash = Hex.text(SHA256.hash(Array(text[(feed + 1)...])))
    return Array(head.replacingCharacters(in: found, with: "\"entriesSha256\":\"\(hash)\"").utf8) + text[feed...]
  }
}

/// Cases that belong together, as the page of the hostile set has them.
struct HostileGroup: Sendable, CustomTestStringConvertible {
  let title: String
  let cases: [HostileCase]
  var testDescription: String { title }

  static let all = [place, seal, signature, counts, json, answers, whose, times, versions, texts]

  /// Groups as the page tells them, one line a case.
  var table: String {
    let rows = cases.map { one in
      let options = one.options.isEmpty ? "" : " (`\(one.options)`)"
      return switch one.verdict {
      case .taken: "| \(one.name)\(options) | taken | |\n"
      case .refused(let words): "| \(one.name)\(options) | refused | \(words) |\n"
      case .stranger(let words): "| \(one.name)\(options) | noted as a stranger's | \(words) |\n"
      }
    }
    return "### \(title)\n\n| case | verdict | words |\n|---|---|---|\n" + rows.joined()
  }
}
