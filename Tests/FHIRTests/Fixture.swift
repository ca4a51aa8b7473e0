import Foundation
import Testing

@testable import FHIR

/// Questionnaires of our own making; their words are nobody's but ours.
enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().path + "/Fixtures"

  static func bytes(_ name: String) -> [UInt8] {
    Array(FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data())
  }

  static func read(_ name: String, _ beside: String...) throws(FHIRRefusal) -> Questionnaire {
    try Questionnaire.read(bytes(name), valueSets: beside.map(bytes))
  }

  /// The sentence with which a file is refused; empty where it is taken.
  static func refusal(_ bytes: [UInt8], _ beside: [UInt8]...) -> String {
    do throws(FHIRRefusal) {
      _ = try Questionnaire.read(bytes, valueSets: beside)
      return ""
    } catch {
      return error.message
    }
  }

  static func refusal(_ name: String) -> String { refusal(bytes(name)) }

  /// A questionnaire around these items, in JSON.
  static func around(_ items: String, _ more: String = "") -> [UInt8] {
    Array(#"{"resourceType":"Questionnaire","status":"active","title":"T",\#(more)"item":[\#(items)]}"#.utf8)
  }
}
