import Mustache

/// A page for paper: a title, headed lists, and a line at the foot. Rendered as text of a given width, or as one HTML
/// file without script that prints well.
package struct PrintPage: Equatable, Sendable {
  package struct Section: Equatable, Sendable {
    package var heading: String
    package var lines: [String]
    package init(heading: String, lines: [String]) {
      self.heading = heading
      self.lines = lines
    }
  }

  package enum Size: Sendable, CaseIterable {
    /// The size of a bank card, folded once.
    case wallet
    case page
    /// A report: small, and on whatever paper the printer has.
    case report
  }

  package var title: String
  /// Whom to call, before anything else; nil where it does not belong.
  package var lead: String?
  package var sections: [Section]
  package var foot: String
  /// Finished SVG; nothing else may be put here, for it is not escaped.
  package var pictures: [String] = []

  package init(title: String, lead: String? = nil, sections: [Section], foot: String, pictures: [String] = []) {
    self.title = title
    self.lead = lead
    self.sections = sections
    self.foot = foot
    self.pictures = pictures
  }

  /// One file with its styles inside; nothing is loaded, nothing runs.
  package func html(_ size: Size) throws(PrintError) -> String {
    do {
      let template = try MustacheTemplate(string: Self.template)
      return template.render(
        [
          "title": title, "lead": lead ?? "", "foot": foot, "pictures": pictures,
          "style": Self.style(size),
          "sections": sections.map { ["heading": $0.heading, "lines": $0.lines] as [String: Any] },
        ] as [String: Any])
    } catch {
      throw .template
    }
  }

  private static func style(_ size: Size) -> String {
    switch size {
    case .wallet: walletStyle
    case .page: pageStyle
    case .report: reportStyle
    }
  }

  private static let template = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width">
    <title>{{title}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <h1>{{title}}</h1>
    {{#lead}}
    <p><strong>{{lead}}</strong></p>
    {{/lead}}
    {{#sections}}
    <section>
    <h2>{{heading}}</h2>
    <ul>
    {{#lines}}
    <li>{{.}}</li>
    {{/lines}}
    </ul>
    </section>
    {{/sections}}
    <div>{{#pictures}}<figure>{{{.}}}</figure>{{/pictures}}</div>
    <footer>{{foot}}</footer>
    </body>
    </html>

    """

  private static let pageStyle = """
    @page { size: A4; margin: 18mm }
    body { font: 12pt/1.4 Georgia, serif; color: #111; max-width: 42em; margin: 0 auto; padding: 1em }
    h1 { font-size: 1.5em; margin: 0 0 .6em } h2 { font-size: 1em; margin: 1em 0 .2em }
    ul { margin: 0; padding-left: 1.2em } section { break-inside: avoid } footer { margin-top: 1.5em; font-size: .8em }
    """

  /// Lines have one height, so that what fits two pages can be counted.
  private static let reportStyle = """
    @page { margin: 14mm }
    body { font: 10pt/13pt Georgia, "DejaVu Serif", serif; color: #111; max-width: 182mm; margin: 0 auto;
      overflow-wrap: anywhere }
    h1 { font-size: 14pt; line-height: 17pt; margin: 0 0 4pt } h2 { font-size: 10pt; margin: 6pt 0 0; break-after: avoid }
    p { margin: 0 } ul { margin: 0; padding-left: 14pt } li { break-inside: avoid }
    footer { margin-top: 6pt; font-size: 8pt; line-height: 10pt }
    figure { margin: 4pt 0 0; break-inside: avoid; display: inline-block; width: 49% }
    svg { max-width: 100%; height: auto }
    """

  private static let walletStyle = """
    @page { size: A4; margin: 12mm }
    body { font: 7.5pt/1.25 Arial, sans-serif; color: #111; width: 85mm; margin: 0; padding: 3mm; border: 1px dashed #777;
      box-sizing: border-box; overflow-wrap: anywhere }
    h1 { font-size: 1.2em; margin: 0 } h2 { font-size: 1em; margin: .5em 0 0 }
    p { margin: .3em 0 0 } ul { margin: 0; padding-left: 1.2em } footer { margin-top: .6em; font-size: .85em }
    """
}

/// Why a page cannot be made.
package enum PrintError: Error, Equatable { case template }
