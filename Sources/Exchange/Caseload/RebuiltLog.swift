import Crypto
import JSON

/// A log put together again from what a caseload keeps of it: byte for byte what its participant signed.
package enum RebuiltLog {
  /// Nil where the parts do not give what the digest was taken of. `lines` stand by name and revision.
  package static func bytes(
    head: String, forms: [String], lines: [String], signature: String, digest: [UInt8]
  ) -> [UInt8]? {
    guard let head = try? StoredJSON.read(head).object,
      let forms = try? forms.map({ try StoredJSON.read($0) }),
      let manifest = try? JSON.object(JSON.Object(head.members + [("forms", .array(forms))])).canonical(),
      let last = try? JSON.object(JSON.Object([("signature", .string(signature))])).canonical()
    else { return nil }
    var file = manifest
    file.reserveCapacity(lines.reduce(manifest.count + last.count + 2) { $0 + $1.utf8.count + 1 })
    file.append(newline)
    for line in lines {
      file += line.utf8
      file.append(newline)
    }
    file += last
    file.append(newline)
    return SHA256.hash(file) == digest ? file : nil
  }

  private static let newline = UInt8(ascii: "\n")
}
