import Foundation
import Testing

@testable import Library

/// Our reading grade beside that of textstat, given the same text. `make test` sets up the Python environment.
@Suite struct TextstatTests {
  static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  static let python = root + "/.build/textstat/bin/python"
  static let isThere = FileManager.default.isExecutableFile(atPath: python)

  @Test(.enabled(if: isThere, "make test-packages sets textstat up"))
  func `Every module is within half a grade of textstat`() throws {
    let modules = ContentCheck(folder: Self.root + "/content").modules()
    try #require(modules.count >= 40)
    let texts = Dictionary(uniqueKeysWithValues: modules.map { ($0.id, ReadingGrade.cleaned($0.body.prose)) })
    let theirs = try grades(of: texts)
    #expect(theirs.count == texts.count)
    let apart = texts.compactMap { id, text -> String? in
      let ours = ReadingGrade(text.split(separator: "\n").map(String.init)).value
      guard let other = theirs[id], abs(ours - other) > (Self.apart[id] ?? 0.5) else { return nil }
      return "\(id): \(ours) here, \(other) there"
    }
    #expect(apart.sorted() == [])
  }

  /// Textstat counts syllables by where a word may be hyphenated, so "about", "over" and "again" have one for it. A page
  /// that has many of them is further away.
  private static let apart = ["for-teens": 0.8]

  private func grades(of texts: [String: String]) throws -> [String: Double] {
    let process = Process()
    process.executableURL = URL(filePath: Self.python)
    process.arguments = [Self.root + "/Tests/LibraryTests/Textstat/grade.py"]
    let (input, output) = (
      FileManager.default.temporaryDirectory.appending(path: "handrail-textstat-\(UUID())"), Pipe()
    )
    try JSONEncoder().encode(texts).write(to: input)
    defer { try? FileManager.default.removeItem(at: input) }
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode([String: Double].self, from: data)
  }
}
