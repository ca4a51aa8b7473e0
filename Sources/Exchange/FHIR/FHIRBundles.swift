import JSON
import Journal

/// What goes, as FHIR R4 transaction Bundles that a server takes as they are, each with all that it refers to.
package struct FHIRBundles {
  /// Servers take a few hundred entries at once without trouble.
  package static let usualSize = 400
  /// A Patient, a response and one more.
  package static let leastSize = 3

  let patient: FHIRResource
  private let names: LogNames
  private let size: Int

  /// `participant`: the person's id, as in a log. `name`: only where somebody chose to tell it. `size`: how many entries a
  /// bundle has at most.
  package init(participant: String, name: String? = nil, names: LogNames, size: Int = usualSize) {
    let called: [(String, JSON)] = name.map { [("name", [["text": .string($0)]])] } ?? []
    patient = FHIRResource("Patient", FHIRAddress.participants, FHIRAddress.safe(participant), called)
    self.names = names
    self.size = max(size, Self.leastSize)
  }

  /// By entry name and revision; the person without entries is a bundle too. `source` tells where an entry came from.
  package func json(
    _ entries: [SharedEntry], source: (SharedEntry) -> EntrySource? = { _ in nil }
  ) throws(LogEntryError) -> [JSON] {
    var records: [FHIRRecord] = []
    for shared in entries {
      guard let name = names.name(of: shared.entry.id) else { throw .noName }
      var links: [(name: String, entry: String)] = []
      for link in shared.entry.links {
        guard let target = names.target(of: link) else { throw .noName }
        links.append((link.name, target))
      }
      records.append(FHIRRecord(shared, name: name, links: links, patient: patient, source: source(shared)))
    }
    records.sort { ($0.name, $0.revision) < ($1.name, $1.revision) }

    var bundles: [[JSON]] = []
    var current = [created]
    for record in records {
      // What is derived from a response stands beside it; a very long one is there twice.
      for group in groups(of: record) {
        if current.count + group.count > size {
          bundles.append(current)
          current = [created]
        }
        current += group
      }
    }
    return (bundles + [current]).map {
      ["resourceType": "Bundle", "type": "transaction", "entry": .array($0)]
    }
  }

  /// The same as files: for programs, and readable.
  package func files(
    _ entries: [SharedEntry], source: (SharedEntry) -> EntrySource? = { _ in nil }
  ) throws(LogEntryError) -> [NamedBytes] {
    let bundles = try json(entries, source: source)
    var files: [NamedBytes] = []
    for (place, bundle) in bundles.enumerated() {
      let number = String(place + 1)
      let name = "bundle-\(String(repeating: "0", count: max(0, 3 - number.count)))\(number).json"
      do { files.append(NamedBytes(name: name, bytes: try bundle.pretty())) } catch { throw .notANumber }
    }
    return files
  }

  private func groups(of record: FHIRRecord) -> [[JSON]] {
    let response = put(record.response)
    let room = size - 2
    guard record.derived.count > room else { return [[response] + record.derived.map(put)] }
    return stride(from: 0, to: record.derived.count, by: room).map { start in
      [response] + record.derived[start..<min(start + room, record.derived.count)].map(put)
    }
  }

  /// Made once, and never changed: the clinic's own record of the person stays as it is.
  private var created: JSON {
    [
      "fullUrl": .string(patient.fullUrl), "resource": patient.json,
      "request": ["method": "POST", "url": "Patient", "ifNoneExist": .string(patient.condition)],
    ]
  }

  private func put(_ resource: FHIRResource) -> JSON {
    [
      "fullUrl": .string(resource.fullUrl), "resource": resource.json,
      "request": ["method": "PUT", "url": .string("\(resource.type)?\(resource.condition)")],
    ]
  }
}

/// A file before it is written.
package struct NamedBytes: Equatable, Sendable {
  package var name: String
  package var bytes: [UInt8]
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// One resource, known to servers by its identifier only.
struct FHIRResource {
  let type: String
  let system: String
  let value: String
  var members: [(String, JSON)]
  /// What servers know it as besides.
  var meta: JSON?

  init(_ type: String, _ system: String, _ value: String, _ members: [(String, JSON)] = []) {
    self.type = type
    self.system = system
    self.value = value
    self.members = members
  }

  var fullUrl: String { FHIRAddress.full(type, value) }
  var condition: String { "identifier=\(system)|\(value)" }
  var reference: JSON { ["reference": .string(fullUrl)] }

  var json: JSON {
    let identifier: JSON = ["system": .string(system), "value": .string(value)]
    // R4 has one identifier here, and a list everywhere else.
    let own = type == "QuestionnaireResponse" ? identifier : [identifier]
    let meta = meta.map { [("meta", $0)] } ?? []
    return .object(JSON.Object([("resourceType", .string(type))] + meta + [("identifier", own)] + members))
  }
}
