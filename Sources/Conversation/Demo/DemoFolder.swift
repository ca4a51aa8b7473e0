import Glibc

/// Where a demo lives: a folder of its own, with a passphrase that everyone knows.
package enum DemoFolder {
  package static let passphrase = "a quick look around"

  package static func make(_ environment: Environment) throws(Departure) -> String {
    let base = environment.values["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var template = Array("\(base)/handrail-demo-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .failed(.cannotWrite(what: "a folder for the demo", errno: errno))
    }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
