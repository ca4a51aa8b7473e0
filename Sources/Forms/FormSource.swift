/// Where a form was read from that is not a file of `content/`, and what else its answers need to go back there whole.
/// It is stored with the wording, so that an old entry can be exported when the file is long gone.
package struct FormSource: Equatable, Sendable, Codable {
  /// The canonical address, and the version as the file writes it.
  package var url: String?
  package var version: String?
  package var publisher: String?
  package var copyright: String?
  /// What the whole questionnaire is called in code systems.
  package var codes: [Code]
  /// Sums that the file has, and this program does not calculate.
  package var uncalculated: [String]
  /// The name under which the file itself is kept.
  package var key: String?

  package init(
    url: String? = nil, version: String? = nil, publisher: String? = nil, copyright: String? = nil, codes: [Code] = [],
    uncalculated: [String] = [], key: String? = nil
  ) {
    self.url = url
    self.version = version
    self.publisher = publisher
    self.copyright = copyright
    self.codes = codes
    self.uncalculated = uncalculated
    self.key = key
  }
}

/// What a question was in the file it was read from.
package struct QuestionSource: Equatable, Sendable, Codable {
  package enum Part: String, Sendable, Codable {
    /// An item of the file.
    case item
    /// The items below a question; they go back below its answer.
    case below
    /// Words that belong to another item: they do not go back.
    case words
    /// The unit of the question before it, where the file leaves a choice.
    case unit
  }

  package var part: Part
  /// `linkId`
  package var link: String
  package var type: String
  package var codes: [Code]
  /// The one unit of a quantity.
  package var unit: Code?
  /// The score of this form that is the item's answer.
  package var score: String?
  package var required: Bool

  package init(
    _ part: Part = .item, link: String, type: String, codes: [Code] = [], unit: Code? = nil, score: String? = nil,
    required: Bool = false
  ) {
    self.part = part
    self.link = link
    self.type = type
    self.codes = codes
    self.unit = unit
    self.score = score
    self.required = required
  }
}

/// What an option was in the file it was read from.
package struct OptionSource: Equatable, Sendable, Codable {
  /// `coding`, or a plain value: `string`, `integer`, `date`, `time`.
  package enum Kind: String, Sendable, Codable { case coding, string, integer, date, time }
  package var kind: Kind
  /// The coding, or the plain value in its `code`.
  package var code: Code
  package init(_ kind: Kind, _ code: Code) {
    self.kind = kind
    self.code = code
  }
}
