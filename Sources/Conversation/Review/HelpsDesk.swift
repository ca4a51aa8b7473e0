import JSON
import Journal
import Library
import Terminal
import Vault

/// `helps`: what became of distress after each skill, from the person's own numbers.
package struct HelpsDesk {
  let session: Session

  package init(session: Session) { self.session = session }

  package func show(inDetail: Bool) throws(Departure) {
    let (report, titles) = try report(inDetail: inDetail)
    var text = HelpsText(report: report, titles: titles)
    if inDetail {
      for option in session.world.library.options("emotions") ?? [] { text.feelings[option.code] = option.label }
    }
    var blocks = text.blocks
    if !inDetail, !report.lines.isEmpty { blocks.append(.quiet("`helps --details` tells how sure this is.")) }
    try Reading(session: session).page(blocks)
  }

  /// `{"helps": […], "tooFew": […]}`; with details also each change, the interval and the groups.
  package func write(inDetail: Bool) throws(Departure) {
    let (report, titles) = try report(inDetail: inDetail)
    let lines = report.lines.map { line -> JSON in
      var members = head(line.form, line.rated, titles)
      members +=
        moved(line.moved) + [
          ("meanBefore", .number(line.meanBefore)), ("meanAfter", .number(line.meanAfter)),
          ("meanChange", .number(line.mean)), ("medianChange", .number(line.median)),
        ]
      if inDetail {
        members.append(("changes", .array(line.changes.map { .number($0) })))
        members.append(("interval90", interval(line.interval)))
        members.append(
          (
            "groups",
            .array(
              line.groups.map { group in
                .object(
                  JSON.Object(
                    [("kind", .string(group.kind.rawValue)), ("name", .string(group.name))] + moved(group.moved)
                      + [("meanChange", .number(group.mean))]))
              })
          ))
      }
      return .object(JSON.Object(members))
    }
    let tooFew = report.tooFew.map { few -> JSON in
      .object(JSON.Object(head(few.form, few.rated, titles) + [("tries", .number(Double(few.tries)))]))
    }
    try session.write(["helps": .array(lines), "tooFew": .array(tooFew), "note": .string(HelpsText.once)])
  }

  private func report(inDetail: Bool) throws(Departure) -> (HelpsReport, titles: [String: String]) {
    try session.inJournal { (store) throws(VaultError) in
      let forms = try store.ratedForms()
      return (
        HelpsReport(try store.ratedTries(of: forms, inDetail: inDetail), inDetail: inDetail), forms.mapValues(\.title)
      )
    }
  }

  private typealias Members = [(String, JSON)]

  private func head(_ form: String, _ rated: Rated, _ titles: [String: String]) -> Members {
    [("form", .string(form)), ("title", .string(titles[form] ?? form)), ("rated", .string(rated.rawValue))]
  }

  private func moved(_ moved: HelpsReport.Moved) -> Members {
    [
      ("tries", .number(Double(moved.tries))), ("lower", .number(Double(moved.lower))),
      ("same", .number(Double(moved.same))), ("higher", .number(Double(moved.higher))),
    ]
  }

  private func interval(_ interval: ClosedRange<Double>?) -> JSON {
    interval.map { [.number($0.lowerBound), .number($0.upperBound)] } ?? nil
  }
}
