/// The words of one language after which a plan is offered: `worry.yaml`, whose header tells how it is read.
package struct WorryList: Equatable, Sendable {
  /// One word of a phrase, or what may stand between two.
  enum Part: Equatable, Sendable {
    /// Any of these; `^` and `$` are the ends of a clause.
    case words([String])
    /// `..`: up to three words.
    case few
    /// `...`: any number of words in the clause.
    case any
  }

  struct Phrase: Equatable, Sendable {
    var parts: [Part]
    /// Words that have to be there; dots do not count.
    var weight: Int { parts.count { if case .words = $0 { true } else { false } } }
    var words: [String] { parts.flatMap { if case .words(let words) = $0 { words } else { [String]() } } }
  }

  /// What people write, and what the phrases use for it.
  struct Same: Equatable, Sendable {
    var variant: [String]
    var words: [String]
  }

  var worry: [Phrase] = []
  var strong: [Phrase] = []
  var alwaysWorry: [Phrase] = []
  var alwaysStrong: [Phrase] = []
  var idioms: [Phrase] = []
  var negations: [Phrase] = []
  var stillSo: [Phrase] = []
  var past: [Phrase] = []
  var present: [Phrase] = []
  var frames: [Phrase] = []
  var selves: Set<String> = []
  var others: Set<String> = []
  var breaks: Set<String> = []
  var joins: Set<String> = []
  var starters: Set<String> = []
  var fillers: Set<String> = []
  var same: [Same] = []
  /// Every word of the file: none of them is a slip of the finger.
  var vocabulary: Set<String> = []

  /// Words that a slip is mended to, the first one that fits.
  var targets: [String] {
    var seen: Set<String> = []
    let phrases = [worry, strong, alwaysWorry, alwaysStrong, negations].flatMap { $0.flatMap(\.words) }
    return (phrases + same.flatMap(\.variant)).filter { $0.unicodeScalars.count > 3 && seen.insert($0).inserted }
  }
}

extension Library {
  /// The list of the language itself: no other language's words stand in for it. A broken file gives way to the next
  /// one; nil if there is none, and then nothing is ever offered.
  package func worryList() -> WorryList? {
    for folder in folders.reversed() {
      let path = "\(folder)/\(language)/worry.yaml"
      guard Folder.isFile(path) else { continue }
      let findings = Findings(file: path)
      if let list = readWorryList(path, findings), findings.errors.isEmpty { return list }
    }
    return nil
  }

  func readWorryList(_ path: String, _ findings: Findings) -> WorryList? {
    guard let node = yaml(path, limit: Limit.form, findings) else { return nil }
    var reader = WorryReader(findings: findings)
    return reader.read(node)
  }
}
