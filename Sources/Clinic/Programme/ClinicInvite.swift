import ArgumentParser
import Commands
import Conversation
import Exchange
import Terminal

/// `invite`: writes the programme pack, and a sheet for the first session.
struct ClinicInvite: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite", abstract: "Write the pack that participants get, and a sheet for the first session.")

  @Option(help: ArgumentHelp("The pack to write.", valueName: "file")) var out: String?
  @Option(help: ArgumentHelp("A sheet to print, .html or .txt.", valueName: "file")) var sheet: String?
  @Flag(help: "Do not ask; a file that is there is replaced.") var yes = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try Inviting(session: session, yes: yes).invite(out: out, sheet: sheet)
  }
}

/// Shows a pack as participants will see it, then writes it.
struct Inviting {
  let session: Session
  let yes: Bool
  private static let standard = "programme-pack.txt"

  func invite(out: String?, sheet: String?) throws(Departure) {
    let record = try ProgrammeShelf(session: session).needComplete()
    let keys = try KeyDesk(session: session).keys()
    var pack: ProgrammePack
    let file: [UInt8]
    do {
      pack = try record.pack(keys: keys.publicKeys)
      pack.made = session.world.clock.now().day
      pack.questionnaires = try ProgrammeQuestionnaires(session: session).all()
      file = try pack.file(signedBy: keys.signing)
    } catch let error as ProgrammePackError {
      throw .failed(ProgrammeMistake.failure(error))
    } catch {
      throw error as? Departure ?? .failed(.unexpected)
    }
    try Reading(session: session).page([.quiet("This is what participants see:")] + PackText(pack: pack).blocks)
    for warning in warnings(pack) { session.show(.alert(Rich(warning))) }
    guard try isWanted(pack) else { return session.console.show([.text("Nothing was written.")], to: .result) }
    guard let path = try place(out) else { return session.console.show([.text("Nothing was written.")], to: .result) }
    try ShareOut(session: session, replacing: true).plain(String(decoding: file, as: UTF8.self), to: path)
    session.console.show(
      [.text(Rich("The pack is in \(path). It is not secret: hand it out as a file.")), .blank] + words(pack),
      to: .result)
    if let sheet, let path = try place(sheet) { try write(FirstSheet(pack: pack, emergency: emergency).page, to: path) }
  }

  /// What a participant compares once.
  private func words(_ pack: ProgrammePack) -> [Block] {
    [
      .text("Its eight words. Show them face to face, not in the same mail: only they prove that a pack is yours."),
      session.numbered(pack.keys.words),
    ]
  }

  private var emergency: String? {
    (session.world.settings.region ?? session.world.environment.localeCountry).flatMap(CrisisCard.card)?.emergency
  }

  /// What could leave somebody without help.
  private func warnings(_ pack: ProgrammePack) -> [String] {
    var warnings: [String] = []
    if pack.byDay == nil { warnings.append("There is no number for the day.") }
    if pack.afterHours == nil { warnings.append("There is no number for after hours.") }
    if let emergency {
      let numbers = emergency.split { !$0.isNumber }.map(String.init)
      let said = (pack.steps + [pack.meanwhile]).joined(separator: " ")
      if !numbers.contains(where: said.contains) {
        warnings.append("Nothing in it names \(emergency), the emergency number here.")
      }
    }
    return warnings
  }

  private func isWanted(_ pack: ProgrammePack) throws(Departure) -> Bool {
    if yes { return true }
    let numbers = [pack.byDay.map { "\($0) by day" }, pack.afterHours.map { "\($0) after hours" }].compactMap { $0 }
    session.show(
      .text("Somebody in trouble will call these numbers. Call each of them once before you hand the pack out:"),
      .text(Rich(numbers.joined(separator: ", ") + ".")))
    return try session.decide(["They are right: write the pack", "Not now"]) == 0
  }

  /// The path to write to; nil where a file there is to stay.
  private func place(_ typed: String?) throws(Departure) -> String? {
    var line = typed ?? ""
    if typed == nil, !yes {
      session.show(.quiet(Rich("Where to? Enter makes \(Self.standard) in this folder.")))
      line = try session.ask(Prompt("File: "))
    }
    var path = TypedPath(line.isEmpty ? Self.standard : line, in: session).path
    if PlainFile.isFolder(path) { path += "/" + Self.standard }
    if PlainFile.exists(path), !yes {
      session.show(.text(Rich("There is a file \(path) already.")))
      guard try session.decide(["Leave it as it is", "Replace it"]) == 1 else { return nil }
    }
    return path
  }

  private func write(_ page: PrintPage, to path: String) throws(Departure) {
    let text: String
    if path.hasSuffix(".txt") {
      text = PlanPrinting.text(page)
    } else {
      do { text = try page.html(.page) } catch { throw .failed(.unexpected) }
    }
    try ShareOut(session: session, replacing: true).plain(text, to: path)
    session.console.show([.text(Rich("The sheet is in \(path)."))], to: .result)
  }
}
