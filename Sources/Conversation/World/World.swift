import Journal
import Library
import Terminal
import Vault

/// Everything the program touches outside itself, built once at start and handed down.
package final class World {
  package let console: any Console
  package let clock: any Clock
  package private(set) var environment: Environment
  package private(set) var folder: VaultFolder
  package var settings: Settings
  package private(set) var library: Library
  /// Compiled when free text is first saved, and not before.
  private var compiledWorry: WorryWords??
  /// Content files that no list shows; nil before anyone has looked.
  private var leftOut: Set<String>?
  var isLookedThrough: Bool { leftOut != nil }
  /// Modules of the programme, while the journal that holds them is open.
  private var laid: [String: String] = [:]

  /// `folder`: another place for the journal than its home folder, as one in memory.
  package init(
    console: any Console, clock: any Clock, environment: Environment, folder: VaultFolder? = nil
  ) {
    self.console = console
    self.clock = clock
    self.environment = environment
    self.folder = folder ?? VaultFolder(path: environment.home)
    settings = Settings.read(inHome: environment.home)
    library = Library(folders: environment.contentFolders, language: environment.language ?? settings.language ?? "en")
    applySettings()
  }

  /// Brings console and library in line with the settings file and the options.
  package func applySettings() {
    console.isPlain = environment.plain || settings.plain
    console.idleLimit = settings.idleSeconds
    library = Library(folders: environment.contentFolders, language: environment.language ?? settings.language ?? "en")
    library.leftOut = leftOut ?? []
    library.laid = laid
    compiledWorry = nil
  }

  /// The words of the language after which the plan is offered; nil where no list is written, or it cannot be read.
  var worryWords: WorryWords? {
    if let compiledWorry { return compiledWorry }
    let words = library.worryList().map { WorryWords($0) }
    compiledWorry = .some(words)
    return words
  }

  func use(_ words: WorryWords?) { compiledWorry = .some(words) }

  func leaveOut(_ files: Set<String>) {
    leftOut = files
    library.leftOut = files
  }

  func lay(_ modules: [String: String]) {
    laid = modules
    library.laid = modules
  }

  /// Goes on with the journal in another folder. Content stays where it is.
  func moveHome(to path: String) {
    environment.home = path
    folder = VaultFolder(path: path)
  }

  package func newID() -> ULID { ULID(milliseconds: clock.now().milliseconds, random: Randomness.bytes(10)) }
}
