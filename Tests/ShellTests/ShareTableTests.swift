import Exchange
import Foundation
import Testing

@testable import Conversation
@testable import Shell

/// A share as a table for data tools.
@Suite struct ShareTableTests {
  let sitting: ShellSitting
  private let clinic: OwnKeys

  init() throws {
    sitting = try ShellSitting()
    clinic = try sitting.addClinic()
    let (_, departure) = sitting.line("mood 4")
    #expect(departure == nil)
  }

  private func share(_ line: String) -> String { sitting.told(line).said }

  private func path(_ name: String) -> String { sitting.folder + "/" + name }
  private func text(_ name: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path(name)) ?? Data(), as: UTF8.self)
  }

  @Test func `A table lies in a folder beside its description, or sealed with it in one file`() throws {
    let line = share("share --unsealed --format csv --out \(path("weeks")) --yes")
    #expect(line.hasSuffix("1 entry, not sealed. It is in the folder \(path("weeks")), in 2 files."), "\(line)")
    let names = try FileManager.default.contentsOfDirectory(atPath: path("weeks")).sorted()
    #expect(names == ["datapackage.json", "entries.csv"])
    #expect(text("weeks/datapackage.json").contains("\"path\":\"entries.csv\""))
    #expect(text("weeks/datapackage.json").contains("Patient-reported, 2026-11-14 to 2026-11-20"))
    #expect(share("share --unsealed --format csv --out \(path("weeks")) --yes --replace").contains("never replaced"))
    _ = share("share --to \"River House\" --format csv --out \(path("sealed")) --yes")
    let output = BytesOutput()
    try AgeReader(FileInput(path("sealed"))).open(with: [clinic.identity], into: output)
    let tar = String(decoding: output.bytes, as: UTF8.self)
    #expect(
      tar.hasPrefix("entries.csv\0") && tar.contains("datapackage.json\0") && tar.contains(text("weeks/entries.csv")))
    let before = sitting.console.raw.count
    _ = share("share --unsealed --format csv --yes")
    #expect(String(sitting.console.raw.dropFirst(before)) == text("weeks/entries.csv"))
  }
}
