import Foundation
import Testing

@testable import Exchange

@Suite struct NewFolderTests {
  private let files = [
    NamedBytes(name: "a.json", bytes: pattern(513)), NamedBytes(name: "b.json", bytes: []),
    NamedBytes(name: "c.json", bytes: pattern(1024)),
  ]

  private func trouble(_ path: String) -> AgeError? {
    do throws(AgeError) {
      try NewFolder.write(files, to: path)
      return nil
    } catch {
      return error
    }
  }

  @Test func `A folder appears with all its files, for its owner only`() throws {
    let bench = try Bench()
    #expect(trouble(bench.path + "/new/") == nil)
    #expect(bench.names == ["new"])
    for file in files { #expect(bench.bytes("new/" + file.name) == file.bytes) }
    let mode = try FileManager.default.attributesOfItem(atPath: bench.path + "/new")[.posixPermissions] as? Int
    #expect(mode == 0o700)
  }

  @Test func `Nothing that is there is replaced, and nothing is left of what could not be`() throws {
    let bench = try Bench()
    try bench.put("mine", "file")
    try FileManager.default.createDirectory(atPath: bench.path + "/folder", withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(atPath: bench.path + "/link", withDestinationPath: "nowhere")
    for name in ["file", "folder", "link"] { #expect(trouble("\(bench.path)/\(name)") == .file(.exists), "\(name)") }
    #expect(trouble(bench.path + "/no/such") == .file(.noFolder))
    #expect(trouble("") == .file(.notAFile) && trouble(bench.path + "/..") == .file(.notAFile))
    #expect(bench.names == ["file", "folder", "link"] && bench.text("file") == "mine")
  }

  @Test func `A file that cannot be written takes the folder away again`() throws {
    let bench = try Bench()
    let wrong = files + [NamedBytes(name: "", bytes: [])]
    #expect(throws: AgeError.self) { try NewFolder.write(wrong, to: bench.path + "/new") }
    #expect(bench.names == [])
  }

  @Test func `The usual program opens what is put together as one file`() throws {
    let bench = try Bench()
    try bench.put(Tar.bytes(files), "all.tar")
    #expect(try bench.run("/usr/bin/tar", "-xf", "all.tar") == .status(0))
    for file in files { #expect(bench.bytes(file.name) == file.bytes) }
  }
}
