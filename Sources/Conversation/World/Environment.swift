/// What the caller gave: environment variables and global options, resolved to folders and switches.
package struct Environment: Equatable, Sendable {
  /// Global options of the command line; each is nil or false when not given.
  package struct Options: Equatable, Sendable {
    package var home: String?
    package var content: String?
    package var passphraseFile: String?
    package var language: String?
    package var plain = false
    package var noColor = false
    /// The folder below the data folder, where no other is named.
    package var folder = "handrail"
    package init() {}
  }

  package var values: [String: String]
  /// The folder the vault lives in.
  package var home: String
  /// Whether an option or the environment says where home is. Help works without.
  package var knowsHome: Bool
  /// `HOME`, for paths that begin with `~`.
  package var userHome: String? { values["HOME"].flatMap { $0.isEmpty ? nil : $0 } }
  /// From lowest to highest priority.
  package var contentFolders: [String]
  package var passphraseFile: String?
  package var language: String?
  package var plain: Bool
  package var color: Bool
  /// `DE` out of `de_DE.UTF-8`; nil when the locale names no country.
  package var localeCountry: String?

  /// `executable` is the absolute path of the running program.
  package init(values: [String: String], options: Options, executable: String) {
    func value(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }
    self.values = values
    let data = value("XDG_DATA_HOME") ?? value("HOME").map { $0 + "/.local/share" }
    let named = options.home ?? value("HANDRAIL_HOME") ?? data.map { $0 + "/" + options.folder }
    knowsHome = named != nil
    home = named ?? "/dev/null/\(options.folder)"
    let bin = executable.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    contentFolders = [bin + "/../share/handrail/content"]
    if let content = options.content ?? value("HANDRAIL_CONTENT") { contentFolders.append(content) }
    contentFolders.append(home + "/content")
    passphraseFile = options.passphraseFile ?? value("HANDRAIL_PASSPHRASE_FILE")
    let locale = value("LC_ALL") ?? value("LC_MESSAGES") ?? value("LANG") ?? ""
    let parts = locale.split(whereSeparator: { "_.@-".contains($0) })
    let tongue = parts.first.map { $0.lowercased() }
    language = options.language ?? (tongue.flatMap { $0.count == 2 ? $0 : nil })
    localeCountry = parts.dropFirst().first.flatMap { $0.count == 2 ? $0.uppercased() : nil }
    plain = options.plain || value("ACCESSIBLE").map { $0 != "0" } ?? false || value("TERM") == "dumb"
    color = !options.noColor && value("NO_COLOR") == nil && value("TERM") != "dumb"
  }

  /// Without the content that lies in the journal's folder, and without a passphrase: nothing there is looked at.
  package var awayFromHome: Environment {
    var other = self
    other.contentFolders.removeAll { $0 == home + "/content" }
    other.passphraseFile = nil
    return other
  }

  /// Lives in another folder, whose own content comes last.
  package mutating func moveHome(to folder: String) {
    home = folder
    contentFolders[contentFolders.count - 1] = folder + "/content"
  }
}
