import Crypto
import Foundation
import Glibc
import Testing

@testable import Exchange

extension HostileGroup {
  static let place = HostileGroup(
    title: "The file",
    cases: [
      .file("empty", .refused("The file is empty.")) { _ in [] },
      .file("random bytes", .refused("This is not a Handrail log.")) { _ in
        RandomSource.system.bytes(4_096).map { $0 | 128 }
      },
      .file("a text", .refused("This is not a Handrail log.")) { _ in Array("Dear clinic,\n".utf8) },
      .file("a picture", .refused("This is not a Handrail log.")) { _ in [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] },
      HostileCase("no file", .refused("There is no file at that place.")) { _ in "none.handrail" },
      HostileCase("a file of 1 GB", .refused("It is larger than a log can be.")) { programme in
        try programme.put([], "h.handrail")
        truncate(programme.path("h.handrail"), 1 << 30)
        return programme.path("h.handrail")
      },
      HostileCase("a pipe", .refused("It is a link, a pipe or a device, and not a file.")) { programme in
        mkfifo(programme.path("pipe"), 0o600)
        return programme.path("pipe")
      },
      HostileCase("a socket", .refused("It is a link, a pipe or a device, and not a file.")) { programme in
        let file = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { room in
          programme.path("socket").utf8CString.withUnsafeBytes { room.copyBytes(from: $0) }
        }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let bound = withUnsafePointer(to: &address) { pointer in
          pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(file, $0, size) }
        }
        close(file)
        try #require(bound == 0)
        return programme.path("socket")
      },
      HostileCase("a device", .refused("It is a link, a pipe or a device, and not a file.")) { _ in "/dev/zero" },
      HostileCase("a link to a device", .refused("It is a link, a pipe or a device, and not a file.")) { programme in
        symlink("/dev/zero", programme.path("link"))
        return programme.path("link")
      },
      HostileCase("a link that leads to itself", .refused("It cannot be read.")) { programme in
        symlink(programme.path("round"), programme.path("round"))
        return programme.path("round")
      },
      HostileCase("a link to a log", .taken) { programme in
        try programme.put(Log(of: programme.jo, for: programme.keys), by: programme.jo, "real")
        symlink(programme.path("real"), programme.path("good"))
        return programme.path("good")
      },
    ])

  static let seal = HostileGroup(
    title: "The seal",
    cases: [
      .sealed("cut off in the header", .refused("The sealed file is cut off.")) { Array($0[..<60]) },
      .sealed("cut off after the header", .refused("The sealed file is cut off.")) { Array($0[..<($0.headerEnd + 5)]) },
      .sealed("cut off at the edge of a piece", .refused("The sealed file is cut off.")) {
        Array($0[..<($0.headerEnd + 16 + 65_552)])
      },
      .sealed("cut off in the last piece", .refused("The file was changed or damaged")) { Array($0.dropLast(7)) },
      .sealed("a bit changed in the key of the header", .refused("The file is sealed for other keys.")) {
        $0.flipped(at: 100, bit: 0)
      },
      .sealed("a bit changed in the code of the header", .refused("The file was changed after it was sealed.")) {
        $0.replacing(at: $0.headerEnd - 20, with: $0[$0.headerEnd - 20] == 65 ? 66 : 65)
      },
      .sealed("a bit changed in the first line", .refused("The file is sealed in a newer way")) {
        $0.flipped(at: 20, bit: 0)
      },
      .sealed("a bit changed in the first piece", .refused("The file was changed or damaged")) {
        $0.flipped(at: $0.headerEnd + 40, bit: 3)
      },
      .sealed("a bit changed in the last piece", .refused("The file was changed or damaged")) {
        $0.flipped(at: $0.count - 1, bit: 7)
      },
      .sealed("bytes after the end", .refused("The file was changed or damaged")) { $0 + [1, 2, 3] },
      .sealed("a second sealed file after the end", .refused("The file was changed or damaged")) { $0 + $0 },
      .file("sealed for somebody else", .refused("The file is sealed for other keys.")) { programme in
        try Log.sealed(Log(of: programme.jo, for: programme.keys).bytes(by: programme.jo), for: programme.other)
      },
      .file("sealed with words, at a cost of 2^30", .refused("It is sealed with a passphrase.")) { _ in Self.costly(30)
      },
      .file(
        "the same when words were asked for", .refused("Opening this file would take too much work"),
        options: "--passphrase"
      ) { _ in
        Self.costly(30)
      },
      .file(
        "sealed with words, at a cost of 2^99999", .refused("Opening this file would take too much work"),
        options: "--passphrase"
      ) { _ in
        Self.costly(99_999)
      },
      .file("words beside a key", .refused("The file mixes a passphrase with keys.")) { programme in
        let stanza = "-> X25519 \(String(repeating: "A", count: 43))\n\(String(repeating: "A", count: 43))\n"
        return Self.header(stanza + Self.words(10))
      },
      .file("a header of 2 MB in one line", .refused("The sealed file is damaged in line 2")) { _ in
        Self.header("-> " + String(repeating: "a", count: 2 << 20) + "\n")
      },
      .file("200,000 stanzas", .refused("The sealed file is damaged in line")) { _ in
        Self.header(String(repeating: "-> grease\n\n", count: 200_000))
      },
      .file("2,000 stanzas for other keys", .refused("The file is sealed for other keys.")) { _ in
        let letters = String(repeating: "A", count: 43)
        return Self.header(String(repeating: "-> X25519 CQ\(letters.dropLast(2))\n\(letters)\n", count: 2_000))
      },
      .file("a key that hides nothing", .refused("The sealed file holds a key that hides nothing")) { _ in
        Self.header("-> X25519 \(String(repeating: "A", count: 43))\n\(String(repeating: "A", count: 43))\n")
      },
      .file("another version of the seal", .refused("The file is sealed in a newer way")) { _ in
        Array("age-encryption.org/v9\n-> X25519 a\n".utf8)
      },
      .file("sealed as letters, cut off", .refused("The sealed file is cut off.")) { _ in
        Array("-----BEGIN AGE ENCRYPTED FILE-----\n".utf8)
      },
      .file("sealed, and nothing in it", .refused("The file is empty.")) { programme in
        try Log.sealed([], for: programme.keys)
      },
      .file("sealed twice", .refused("This is not a Handrail log.")) { programme in
        let once = try Log.sealed(
          Log(of: programme.jo, for: programme.keys).bytes(by: programme.jo), for: programme.keys)
        return try Log.sealed(once, for: programme.keys)
      },
      .file("sealed, and more than 64 MB in it", .refused("The log is larger than a log may be.")) { programme in
        try Log.sealed([UInt8](repeating: 123, count: LogLimits.file + 1), for: programme.keys)
      },
      .file("not sealed", .refused("It is not sealed")) { programme in
        try Log(of: programme.jo, for: programme.keys).bytes(by: programme.jo)
      },
      .file("not sealed, and asked for", .taken, options: "--unsealed") { programme in
        try Log(of: programme.jo, for: programme.keys, sequence: 77).bytes(by: programme.jo)
      },
    ])

  private static func header(_ stanzas: String) -> [UInt8] {
    Array("age-encryption.org/v1\n\(stanzas)--- \(String(repeating: "A", count: 43))\n".utf8)
      + [UInt8](repeating: 0, count: 64)
  }

  private static func words(_ cost: Int) -> String {
    "-> scrypt \(String(repeating: "A", count: 22)) \(cost)\n\(String(repeating: "A", count: 43))\n"
  }

  private static func costly(_ cost: Int) -> [UInt8] { header(words(cost)) }
}

extension HostileCase {
  /// A good file of three pieces, sealed, then changed.
  static func sealed(
    _ name: String, _ verdict: Verdict, _ change: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) -> HostileCase {
    file(name, verdict) { programme in
      let entries = (1...3).map { Log.entry($0, answers: ["note": .string(String(repeating: "word ", count: 9_000))]) }
      let log = Log(of: programme.jo, for: programme.keys, entries: entries)
      return change(try Log.sealed(log.bytes(by: programme.jo), for: programme.keys))
    }
  }
}

extension [UInt8] {
  /// Where the header of a sealed file ends.
  var headerEnd: Int {
    guard let line = String(decoding: prefix(1_000), as: Unicode.ASCII.self).range(of: "\n--- ") else { return 0 }
    let text = String(decoding: prefix(1_000), as: Unicode.ASCII.self)
    return text.utf8.distance(from: text.startIndex, to: line.upperBound) + 44
  }

  func flipped(at place: Int, bit: UInt8) -> [UInt8] { replacing(at: place, with: self[place] ^ (1 << bit)) }

  func replacing(at place: Int, with byte: UInt8) -> [UInt8] {
    var copy = self
    copy[place] = byte
    return copy
  }
}
