/// Why content that exists cannot be used.
package enum LibraryError: Error, Equatable {
  case broken([Problem])

  /// One sentence with file and line.
  package var message: String {
    switch self {
    case .broken(let problems):
      guard let first = problems.min() else { return "A content file cannot be used." }
      return "\(first.file), line \(first.line): \(first.message)"
    }
  }
}
