import Exchange
import FHIR
import Forms
import JSON
import Terminal

/// A programme pack as a person reads it before saying yes.
package struct PackText {
  let pack: ProgrammePack

  package init(pack: ProgrammePack) { self.pack = pack }

  /// Page by page: who and whom to call, who reads and who does not, then what would be written down.
  package var blocks: [Block] {
    var blocks: [Block] = [.title(Rich("From \(pack.name)"))]
    blocks += Self.fields(of: pack).filter { !$0.isReading }.map { .pair($0.name, Rich($0.value)) }
    if !pack.steps.isEmpty { blocks += [.blank, .text("In an emergency:")] + pack.steps.map { .bullet(Rich($0)) } }
    blocks += [.blank, .title("Who reads what you send")]
    blocks += Self.fields(of: pack).filter(\.isReading).map { .pair($0.name, Rich($0.value)) }
    blocks += [
      .blank, .alert("Nobody watches what you write here. Nobody sees it as you type, also not in an emergency."),
      .text("Your programme gets only what you send. For help now, call."),
    ]
    if let notice = pack.notice {
      blocks += [
        .blank, .text("This notice goes with what you send:"), .quote(notice.text), .quiet(Rich(notice.basis)),
      ]
    }
    if !pack.sessions.isEmpty {
      blocks += [.blank, .title("Sessions each week")] + pack.sessions.map { .bullet(Rich(Self.line($0))) }
    }
    if !pack.questionnaires.isEmpty {
      blocks += [.blank, .title("Questionnaires")] + titles.map { .bullet(Rich($0)) }
    }
    return blocks
  }

  private var titles: [String] { pack.questionnaires.map(Self.title) }

  package static func title(_ json: JSON) -> String {
    (json["title"]?.string ?? json["name"]?.string ?? "A questionnaire").oneLine
  }

  /// `Monday at 09:00, 3 h: Group`
  static func line(_ session: ProgrammePack.Weekly) -> String {
    "\(session.day.word.capitalized) at \(session.at.iso), \(Minutes.words(session.minutes)): \(session.what)"
  }

  private struct Field {
    var name: String
    var value: String
    var isReading = false
  }

  private static func fields(of pack: ProgrammePack) -> [Field] {
    [
      ("Hours", pack.hours, false), ("By day", pack.byDay, false), ("After hours", pack.afterHours, false),
      ("Who reads", pack.whoReads, true), ("How often", pack.howOften, true), ("Meanwhile", pack.meanwhile, true),
    ].compactMap { name, value, isReading in value.map { Field(name: name, value: $0, isReading: isReading) } }
  }

  /// What differs from the pack that was taken before: each line as it was, and as it would be.
  func changes(from earlier: ProgrammePack) -> [Block] {
    func values(_ pack: ProgrammePack) -> [(name: String, value: String)] {
      [("Name", pack.name)] + Self.fields(of: pack).map { ($0.name, $0.value) } + [
        ("In an emergency", pack.steps.joined(separator: "; ")), ("Notice", pack.notice?.text ?? ""),
        ("Sessions", pack.sessions.map(Self.line).joined(separator: "; ")),
        ("Questionnaires", pack.questionnaires.map(Self.title).joined(separator: "; ")),
      ]
    }
    let (old, new) = (values(earlier), values(pack))
    var names: [String] = []
    for (name, _) in new + old where !names.contains(name) { names.append(name) }
    let rows = names.compactMap { name -> [Rich]? in
      let before = old.first { $0.name == name }?.value ?? ""
      let after = new.first { $0.name == name }?.value ?? ""
      return before == after
        ? nil : [Rich(name), Rich(before.isEmpty ? "-" : before), Rich(after.isEmpty ? "-" : after)]
    }
    guard !rows.isEmpty else { return [.text("The questionnaires were revised. All else is as it was.")] }
    return [.title("What changes"), .table(Table(header: ["", "Until now", "New"], rows: rows))]
  }
}
