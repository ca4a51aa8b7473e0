import Glibc

/// What was asked for, as `NAME=value` on the command line or in the environment.
struct Settings {
  private var values: [String: String] = [:]
  let showsMutations: Bool

  init(_ arguments: some Collection<String>) {
    showsMutations = arguments.contains("mutations")
    for argument in arguments {
      let pair = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if pair.count == 2 { values[String(pair[0])] = String(pair[1]) }
    }
  }

  /// Nil when it was not given, or is empty.
  func text(_ name: String) -> String? {
    let text = values[name] ?? getenv(name).map { String(cString: $0) }
    return text?.isEmpty == false ? text : nil
  }

  func number<Number: FixedWidthInteger>(_ name: String, or usual: Number) -> Number {
    text(name).flatMap { Number($0) } ?? usual
  }
}
