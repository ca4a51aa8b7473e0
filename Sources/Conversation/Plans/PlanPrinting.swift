import Exchange
import Forms
import Journal
import Terminal

/// `plan print`: a plan on paper, wallet-size or a page, as text or as one HTML file. Files are made only where the person says.
package struct PlanPrinting {
  let session: Session

  package init(session: Session) { self.session = session }

  package enum Form: String, CaseIterable, Sendable { case text, html }

  private static let walletLines = 3
  private static let walletColumns = 42
  package static let pageColumns = 76

  package func run(_ plan: Entry, _ kind: PlanKind) throws(Departure) {
    let size: PrintPage.Size =
      try session.choose(["A page", "A card for the wallet, with the first lines of each step"], standard: 0) == 0
      ? .page : .wallet
    switch try session.choose(["Show it here as text", "A text file", "A file for the browser, which prints well"]) {
    case 0: session.console.show([.quote(try text(plan, size))], to: .result)
    case let choice:
      let form: Form = choice == 1 ? .text : .html
      let path = try askWhere(kind, form)
      guard let path else { return }
      try write(plan, size, form, to: path, replacing: true)
    }
  }

  /// Without questions: to stdout.
  package func show(_ plan: Entry, _ size: PrintPage.Size, _ form: Form) throws(Departure) {
    session.console.write(raw: try rendered(plan, size, form))
  }

  /// `replacing` a file takes a yes; without one it is left alone.
  package func write(
    _ plan: Entry, _ size: PrintPage.Size, _ form: Form, to path: String, replacing: Bool = false
  ) throws(Departure) {
    guard replacing || !PlainFile.exists(path) else {
      throw .failed(
        Failure(
          "There is a file of that name already.", safe: "It is as it was.", next: "Choose another name.", code: 73))
    }
    try PlainFile.replace(path, with: Array(try rendered(plan, size, form).utf8), what: "the page")
    session.console.show(
      [
        .text(Rich("It is in \(path). On this computer only your user name can open it.")),
        .quiet("Anyone who gets the file or the paper can read it. Delete the file when it is printed."),
      ], to: .result)
  }

  private func askWhere(_ kind: PlanKind, _ form: Form) throws(Departure) -> String? {
    session.show(
      .text("Where should the file go? Others who use this computer may be able to read it there."),
      .quiet("A name or a path. Enter on an empty line makes none."))
    let ending = form == .html ? ".html" : ".txt"
    let line = try session.ask(Prompt("File: ")).trimmed
    guard !line.isEmpty else { return nil }
    var path = PlainFile.expanded(line, home: session.world.environment.userHome)
    if PlainFile.isFolder(path) { path += "/page" + ending }
    if !path.hasSuffix(ending) { path += ending }
    if PlainFile.exists(path) {
      guard try session.confirm("There is a file of that name. Replace it?", standard: false) else { return nil }
    }
    return path
  }

  private func rendered(_ plan: Entry, _ size: PrintPage.Size, _ form: Form) throws(Departure) -> String {
    form == .text ? try text(plan, size) : try html(plan, size)
  }

  private func page(_ plan: Entry, _ size: PrintPage.Size) throws(Departure) -> PrintPage {
    let form = try PlanDesk(session: session).form(of: plan)
    let saved = "Saved \(plan.recorded.day.iso). Look at it again every few weeks."
    let region = session.world.settings.region ?? session.world.environment.localeCountry
    let lead = region.flatMap(CrisisCard.card).map { "In danger now: call \($0.emergency)." }
    return PlanPage(plan, form: form).page(lead: lead, saved: saved, most: size == .wallet ? Self.walletLines : .max)
  }

  private func text(_ plan: Entry, _ size: PrintPage.Size) throws(Departure) -> String {
    Self.text(try page(plan, size), columns: size == .wallet ? Self.walletColumns : Self.pageColumns)
  }

  /// A page for paper as plain text.
  package static func text(_ page: PrintPage, columns: Int = pageColumns) -> String {
    let blocks: [Block] =
      [.title(Rich(page.title))] + (page.lead.map { [.text(Rich($0))] } ?? [])
      + page.sections.flatMap { section in
        [.blank, .text(Rich(section.heading))] + section.lines.map { Block.bullet(Rich($0)) }
      } + [.blank, .text(Rich(page.foot))]
    return Renderer(width: columns, plain: false, letters: .unicodeText).text(blocks)
  }

  private func html(_ plan: Entry, _ size: PrintPage.Size) throws(Departure) -> String {
    do { return try page(plan, size).html(size) } catch let error as Departure { throw error } catch {
      throw .failed(.unexpected)
    }
  }
}
