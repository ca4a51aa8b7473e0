/// Gathers what is wrong with one file while it is read.
final class Findings {
  let file: String
  /// The file cannot be used with these.
  private(set) var errors: [Problem] = []
  /// The file can be used, but a check names these.
  private(set) var flaws: [Problem] = []

  init(file: String) { self.file = file }

  func error(_ line: Int, _ message: String) {
    errors.append(Problem(file: file, line: line, message: message))
  }

  func flaw(_ line: Int, _ message: String) {
    flaws.append(Problem(file: file, line: line, message: message))
  }

  var all: [Problem] { errors + flaws }
}
