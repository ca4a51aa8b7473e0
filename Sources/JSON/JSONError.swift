/// Why bytes are not taken as JSON, or a value cannot be written. Never holds any of the bytes.
package enum JSONError: Error, Equatable {
  /// `line` and `column` count from 1; a column is one code point.
  case refused(Reason, line: Int, column: Int)
  /// A value holds a number that JSON has no form for.
  case notFinite

  package enum Reason: Equatable, Sendable {
    case tooLarge, tooDeep, tooManyValues, stringTooLong, numberTooLong
    case byteOrderMark, notUTF8
    case unexpectedEnd, unexpectedByte, extraContent
    case badNumber, numberOutOfRange
    case controlCharacter, badEscape, loneSurrogate
    case duplicateName, trailingComma
  }

  /// One plain sentence.
  package var message: String {
    switch self {
    case .refused(let reason, let line, let column): "Line \(line), column \(column): \(reason.words)."
    case .notFinite: "A number is not finite, and JSON cannot hold it."
    }
  }
}

extension JSONError.Reason {
  package var words: String {
    switch self {
    case .tooLarge: "there is more than is allowed here"
    case .tooDeep: "values are nested too deeply"
    case .tooManyValues: "there are too many values"
    case .stringTooLong: "a text is too long"
    case .numberTooLong: "a number has too many digits"
    case .byteOrderMark: "there is a byte-order mark"
    case .notUTF8: "the bytes are not UTF-8"
    case .unexpectedEnd: "it ends too early"
    case .unexpectedByte: "there is a character that does not belong here"
    case .extraContent: "there is more after the end"
    case .badNumber: "a number is written wrongly"
    case .numberOutOfRange: "a number is too large or too small"
    case .controlCharacter: "a text holds a control character"
    case .badEscape: "a text holds an unknown escape"
    case .loneSurrogate: "a text holds half a character"
    case .duplicateName: "a name stands twice in one object"
    case .trailingComma: "there is a comma after the last item"
    }
  }
}
