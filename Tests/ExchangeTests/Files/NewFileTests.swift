import Crypto
import Glibc
import Testing

@testable import Exchange

/// A file appears when it is complete, and never in the place of something else.
@Suite struct NewFileTests {
  let bench: Bench
  var target: String { bench.path + "/out" }

  init() throws { bench = try Bench() }

  private func trouble(_ path: String, replacing: Bool = false) -> AgeError? {
    do throws(AgeError) {
      let file = try NewFile(path, replacing: replacing)
      try file.write(greeting)
      try file.finish()
      return nil
    } catch {
      return error
    }
  }

  @Test func `Until it is finished there is no file of that name, and then it is its owner's alone`() throws {
    let file = try NewFile(target)
    try file.write(greeting)
    #expect(bench.names.count == 1 && bench.names != ["out"])
    try file.finish()
    #expect(bench.names == ["out"])
    #expect(bench.bytes("out") == greeting)
    var info = stat()
    #expect(stat(target, &info) == 0 && info.st_mode & 0o777 == 0o600)
  }

  @Test func `What is let go unfinished leaves nothing`() throws {
    for _ in 0..<2 {
      let file = try NewFile(target)
      try file.write(greeting)
    }
    #expect(bench.names == [])
  }

  @Test func `A file is replaced only when that was said, also when it came meanwhile`() throws {
    try bench.put("mine", "out")
    #expect(trouble(target) == .file(.exists))
    #expect(bench.text("out") == "mine")
    #expect(trouble(target, replacing: true) == nil)
    #expect(bench.bytes("out") == greeting && bench.names == ["out"])

    unlink(target)
    let file = try NewFile(target)
    try file.write(greeting)
    try bench.put("mine", "out")
    #expect(throws: AgeError.file(.exists)) { try file.finish() }
    #expect(bench.text("out") == "mine")
  }

  @Test(arguments: [false, true])
  func `Neither a link nor a folder, a pipe or a device is written to or replaced`(replacing: Bool) throws {
    try bench.put("mine", "other")
    symlink("other", target)
    symlink("nowhere", bench.path + "/dangling")
    mkdir(bench.path + "/folder", 0o700)
    mkfifo(bench.path + "/pipe", 0o600)
    for name in ["out", "dangling", "folder", "pipe"] {
      #expect(trouble(bench.path + "/" + name, replacing: replacing) == .file(.notAFile), "\(name)")
    }
    #expect(trouble("/dev/null", replacing: replacing) == .file(.notAFile))
    #expect(trouble(bench.path + "/", replacing: replacing) == .file(.notAFile))
    #expect(bench.text("other") == "mine")
    #expect(bench.names == ["dangling", "folder", "other", "out", "pipe"])
  }

  @Test func `Where nothing can be made it is told`() {
    #expect(trouble(bench.path + "/none/out") == .file(.noFolder))
    #expect(trouble("/proc/out") == .file(.cannotCreate(ENOENT)))
  }

  @Test func `A file is read, and what is none is told`() throws {
    try bench.put(pattern(100_000), "in")
    let out = BytesOutput()
    let own = try AgeIdentity.random()
    try AgeWriter(.recipients([own.recipient])).seal(FileInput(bench.path + "/in"), into: out)
    #expect(Opening(out.bytes, identities: [own.text]).text == pattern(100_000))
    #expect(throws: AgeError.file(.missing)) { try FileInput(bench.path + "/none") }
    #expect(throws: AgeError.file(.isFolder)) { try FileInput(bench.path) }
    #expect(throws: AgeError.file(.stopped)) { try FileInput(bench.path + "/in") { true } }
    var looks = 0
    let stopping = try FileInput(bench.path + "/in") {
      looks += 1
      return looks > 2
    }
    #expect(throws: AgeError.file(.stopped)) {
      try AgeWriter(.recipients([own.recipient])).seal(stopping, into: out)
    }
  }

  @Test func `A file of any length needs no more memory than a short one`() throws {
    let own = try AgeIdentity.random()
    let counter = Counter()
    try AgeWriter(.recipients([own.recipient])).seal(Zeros(20 << 20), into: counter)
    #expect(counter.count == 168 + 16 + 20 << 20 + 320 * 16)
    #expect(counter.largest == 8 * 65552)
  }
}
