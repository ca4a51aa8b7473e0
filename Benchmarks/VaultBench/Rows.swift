import Glibc

/// Texts of notes from a file, one a line, the same for every side.
struct Rows {
  private let texts: [String]

  init(file path: String) throws {
    guard let file = fopen(path, "re") else { throw Trouble.noRows }
    defer { fclose(file) }
    var texts: [String] = []
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    while getline(&line, &room, file) > 0, let line { texts.append(String(cString: line).filter { $0 != "\n" }) }
    free(line)
    guard !texts.isEmpty else { throw Trouble.noRows }
    self.texts = texts
  }

  /// The text of note `number`, from 0; they come round again after the last.
  func text(_ number: Int) -> String { texts[number % texts.count] }

  enum Trouble: Error { case noRows, unknownWord(String) }
}
