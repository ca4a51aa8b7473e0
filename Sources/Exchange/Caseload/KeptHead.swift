import Forms
import JSON
import Journal

/// The manifest of a log that a caseload keeps: what a reader of it has to know.
package struct KeptHead: Equatable, Sendable {
  package var created: Moment
  package var range: ClosedRange<Day>
  package var details: [ShareCategory: ShareDetail]
  /// The person's own words for the session.
  package var note: String?
  /// What may be done with it further.
  package var notice: String?

  /// Nil for what is no manifest. It was checked when it came.
  package init?(_ head: String) {
    let limits = JSONLimits(bytes: LogLimits.line, depth: 32, string: LogLimits.line, values: 200_000)
    guard let json = try? JSON(reading: Array(head.utf8), limits: limits) else { return nil }
    let read = ManifestReader(json)
    guard let created = try? read.created(), let range = try? read.range(created: created) else { return nil }
    self.created = created
    self.range = range
    var details: [ShareCategory: ShareDetail] = [:]
    for member in json["consent"]?["categories"]?.object?.members ?? [] {
      guard let category = ShareCategory(rawValue: member.name) else { continue }
      details[category] = member.value.string.flatMap(ShareDetail.init)
    }
    self.details = details
    note = json["note"]?.string.map(HarmlessText.text)
    notice = json["notice"]?["text"]?.string.map { text in
      let basis = json["notice"]?["basis"]?.string.map { " (\($0))" } ?? ""
      return HarmlessText.line(text + basis)
    }
  }

  /// Of what a log does not speak nothing is known: it counts as not shared.
  package func detail(_ category: ShareCategory) -> ShareDetail { details[category] ?? .none }

  package var withheld: [ShareCategory] { ShareCategory.allCases.filter { detail($0) == .none } }
}
