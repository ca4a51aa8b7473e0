/// Addresses and names under which things stand in FHIR. `.invalid` never leads anywhere: they name, and are not visited.
enum FHIRAddress {
  static let base = "https://handrail.invalid"
  /// Systems of identifiers.
  static let participants = base + "/participants"
  static let entries = base + "/entries"
  static let logs = base + "/logs"
  /// Our own CodeSystem, for what LOINC has no settled code for.
  static let codes = base + "/codes"
  static let loinc = "http://loinc.org"
  static let ucum = "http://unitsofmeasure.org"

  /// A form that comes with the program, or is the person's own.
  static func form(_ id: String) -> String { "\(base)/forms/\(safe(id))" }

  /// The options of one question.
  static func options(_ question: String, of form: String) -> String { "\(self.form(form))/\(safe(question))" }

  static func `extension`(_ name: String) -> String { "\(base)/extensions/\(name)" }

  /// The same resource has the same one in every bundle.
  static func full(_ type: String, _ value: String) -> String {
    "urn:uuid:\(NameUUID.text("\(base)/\(type)/\(value)"))"
  }

  /// Letters, digits, full stops and hyphens: servers take nothing else in a condition without a mistake.
  static func safe(_ text: String) -> String {
    let isSafe = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    return isSafe && !text.isEmpty ? text : "x-" + Hex.text(Array(text.utf8))
  }
}
