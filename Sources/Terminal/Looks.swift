import Glibc

/// What the terminal can show, told by the environment.
struct Looks: Equatable, Sendable {
  /// TERM is `dumb` or missing: no escape sequence is ever sent.
  var isDumb: Bool
  /// For screen readers and braille.
  var isPlain: Bool
  var colour: Bool
  var letters: Letters

  init(environment: [String: String], plain: Bool, colour: Bool) {
    isDumb = ["", "dumb"].contains(environment["TERM"] ?? "")
    let accessible = !["", "0"].contains(environment["ACCESSIBLE"] ?? "")
    isPlain = plain || isDumb || accessible
    self.colour = colour && !isPlain && (environment["NO_COLOR"] ?? "").isEmpty
    letters = Letters(locale: Letters.localeName(environment))
  }

  func renderer(width: Int, colour shown: Bool = true) -> Renderer {
    Renderer(width: width, colour: colour && shown, plain: isPlain, letters: letters)
  }
}

/// Which letters the terminal shows.
package enum Letters: Equatable, Sendable {
  case unicode
  /// No locale is set: text as it is, but marks of our own in ASCII.
  case unicodeText
  /// The locale names another character set.
  case ascii

  init(locale: String) {
    let name = locale.lowercased()
    let codeset = name.split(separator: ".", maxSplits: 1).dropFirst().first ?? ""
    if codeset.hasPrefix("utf-8") || codeset.hasPrefix("utf8") {
      self = .unicode
    } else if codeset.isEmpty && !name.contains("@euro") {
      self = ["", "c", "posix"].contains(name) ? .unicodeText : .ascii
    } else {
      self = .ascii
    }
  }

  static func localeName(_ environment: [String: String]) -> String {
    ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
  }

  /// Readline reads the locale from the environment at every prompt: without a UTF-8 one it would take accents apart.
  static func fixEnvironment(_ environment: [String: String]) {
    if Letters(locale: localeName(environment)) == .unicode, setlocale(LC_CTYPE, localeName(environment)) != nil {
      return
    }
    unsetenv("LC_ALL")
    setenv("LC_CTYPE", "C.UTF-8", 1)
    setlocale(LC_CTYPE, "C.UTF-8")
  }
}
