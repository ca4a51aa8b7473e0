import JSON
import Library

/// Pages for other programs.
package struct ModuleJSON {
  let session: Session

  package init(session: Session) { self.session = session }

  /// `{"modules": […]}`, each without its text.
  package func list() throws(Departure) {
    let modules = session.world.library.modules()
    guard !modules.isEmpty else { throw .failed(LearnDesk.nothing) }
    try session.write(["modules": .array(modules.map { JSON.object(Self.head($0)) })])
  }

  /// One page, with its text a line a paragraph.
  package func page(_ id: String) throws(Departure) {
    let module = try ModuleScreen(session: session).find(id)
    let summary = session.world.library.modules().first { $0.id == id }
    guard let summary else { throw .failed(LearnDesk.nothing) }
    var members = Self.members(summary)
    members.append(("body", .string(module.body.words.joined(separator: "\n"))))
    try session.write(.object(JSON.Object(members)))
  }

  package func search(_ words: String) throws(Departure) {
    let hits = session.world.library.search(words).map { hit in
      JSON.object(JSON.Object(Self.members(hit.module) + [("snippet", .string(hit.snippet))]))
    }
    try session.write(["results": .array(hits)])
  }

  /// `{"terms": […]}`
  package func terms(_ terms: [Term]) throws(Departure) {
    let terms = terms.map { term -> JSON in ["term": .string(term.term), "meaning": .string(term.meaning)] }
    try session.write(["terms": .array(terms)])
  }

  private static func head(_ module: ModuleSummary) -> JSON.Object { JSON.Object(members(module)) }

  private static func members(_ module: ModuleSummary) -> [(String, JSON)] {
    [
      ("id", .string(module.id)), ("title", .string(module.title)), ("summary", .string(module.summary)),
      ("track", .string(module.track.rawValue)),
      ("minutes", module.minutes.map { JSON.number(Double($0)) } ?? .null),
      ("topics", .array(module.topics.map(JSON.string))),
      ("updated", module.updated.map { JSON.string($0.iso) } ?? .null),
      ("reviewed", .string(module.reviewed ?? "no")),
    ]
  }
}
