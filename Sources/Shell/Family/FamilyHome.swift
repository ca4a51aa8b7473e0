import Terminal

/// The family's numbered menu; each line has its word.
enum FamilyHome {
  static let items: [(key: String, label: String, line: String)] = [
    ("1", "How to help right now (now)", "now"), ("2", "Read (learn)", "learn"),
    ("3", "What words mean (define)", "define"),
    ("4", "Whom to call (call)", "call"), ("5", "Print a list of lines and signs (print)", "print"),
    ("0", "Help now (crisis)", "crisis"),
  ]

  static let opening: [Block] = [
    .title("Handrail, for family and friends"),
    .alert("In danger, or is someone thinking of suicide? Type crisis."),
    .quiet("Nothing you type here is kept. `hide` clears the screen, `quit` leaves."),
  ]

  static var lines: [Block] { items.map { .choice(key: $0.key, label: Rich($0.label)) } }

  static func line(for key: String) -> String? { items.first { $0.key == key }?.line }
}
