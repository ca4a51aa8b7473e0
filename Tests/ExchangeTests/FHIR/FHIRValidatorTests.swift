import Foundation
import Testing

@testable import Exchange

/// Other people's readers of FHIR, which know every field: R4 itself, and the later R4B. `make test` sets them up.
@Suite struct FHIRValidatorTests {
  private static let samples = FHIRSamples()
  private static func python(_ name: String) -> String { "\(FHIRSamples.root)/.build/\(name)/bin/python" }
  private static let areThere = ["fhir4", "fhir4b"].allSatisfy {
    FileManager.default.fileExists(atPath: "\(FHIRSamples.root)/.build/\($0)/ready")
  }

  private func check(_ name: String, _ file: String) throws -> (code: Int32, said: String) {
    let process = Process()
    process.executableURL = URL(filePath: Self.python(name))
    process.arguments = [FHIRSamples.root + "/Tests/ExchangeTests/Validators/validate.py", file]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test(
    .enabled(if: areThere, "make test-packages sets them up"), arguments: [("fhir4", "R4"), ("fhir4b", "R4B")])
  func `A validator takes every kind of entry, and would not take a wrong one`(name: String, release: String) throws {
    let bench = try Bench()
    let entries = try Self.samples.all().entries
    let file = try #require(try FHIRBundles(participant: "PERSON", names: Self.samples.names).files(entries).first)
    let good = try check(name, try bench.put(file.bytes, file.name))
    #expect(good.code == 0)
    #expect(good.said == "\(release): 3 Goal, 9 Observation, 1 Patient, 10 QuestionnaireResponse\n")
    let text = String(decoding: file.bytes, as: UTF8.self)
    let wrong = try check(name, try bench.put(text.replacing("\"survey\"", with: "{}"), "wrong.json"))
    #expect(wrong.code == 1 && wrong.said.hasPrefix("\(release): wrong"))
  }
}
