import Forms

/// One item of a questionnaire, with what is known of it before its conditions are read.
struct Item {
  enum Kind: String {
    case group, display, boolean, decimal, integer, date, dateTime, time, string, text, url, choice, quantity
    case openChoice = "open-choice"

    /// A type that is known to be one, and cannot be asked here.
    static let unaskable: Set<String> = ["attachment", "reference", "question"]
  }

  var node: Node
  var link: String
  /// What the question is called in the form.
  var id: String
  var kind: Kind
  /// Place in the order of asking.
  var index: Int
  var text: String
  var codes: [Code]
  var repeats: Bool
  var required: Bool
  var isHidden: Bool
  var options: [Choices.Option]
  var calculated: Node?
  var children: [Item]
  /// The items around it, outermost first.
  var parents: [String]

  var isQuestion: Bool { kind != .group && kind != .display }
  var isChosen: Bool { kind == .choice || kind == .openChoice || !options.isEmpty }
  var all: [Item] { [self] + children.flatMap(\.all) }
}
