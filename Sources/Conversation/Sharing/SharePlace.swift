import Forms
import Terminal
import Vault

/// Where a share's file goes: asked for once, then the same folder again.
struct SharePlace {
  let session: Session
  private static let key = "share-folder"

  /// A path, and whether the file that is there may be replaced; nil for nowhere. `isAgain`: the last folder is taken
  /// without a question, if it is there and has no file of that name.
  func ask(ending: String, isAgain: Bool) throws(Departure) -> (path: String, replacing: Bool)? {
    let standard = ShareOut.name(session.world.clock.now().day.iso, ending: ending)
    if isAgain, let folder = try folder(), !PlainFile.exists(folder + "/" + standard) {
      return (folder + "/" + standard, false)
    }
    session.show(
      .text(Rich("Where should the file go? Enter makes \(standard) in this folder.")),
      .quiet("A name or a path; a hyphen alone makes none."))
    while true {
      let line = try session.ask(Prompt("File: ")).trimmed
      if line == "-" { return nil }
      var path = TypedPath(line.isEmpty ? standard : line, home: session.world.environment.userHome).path
      if PlainFile.isFolder(path) { path += "/" + standard }
      guard session.console.isInteractive, PlainFile.exists(path) else { return (path, false) }
      session.show(.text(Rich("There is a file \(path) already.")))
      if try session.choose(["Choose another name", "Replace it"], standard: 0) == 1 { return (path, true) }
    }
  }

  func remember(_ path: String) {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    session.rememberIfPossible(Self.key, Array((folder.isEmpty ? "/" : folder).utf8))
  }

  private func folder() throws(Departure) -> String? {
    let bytes = try session.inJournal { (store) throws(VaultError) in try store.memory(Self.key) }
    return bytes.map { String(decoding: $0, as: UTF8.self) }.flatMap { PlainFile.isFolder($0) ? $0 : nil }
  }
}
