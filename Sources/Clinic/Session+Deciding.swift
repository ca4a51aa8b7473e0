import Conversation
import Terminal

extension Session {
  /// A choice that writes something: a script without an answer must not slip past it.
  func decide(_ labels: [String], next: String? = "--yes writes it.") throws(Departure) -> Int {
    do { return try choose(labels) } catch {
      guard error == .endOfInput, !console.isInteractive else { throw error }
      throw .failed(Failure("Nobody answered.", safe: "Nothing was written.", next: next, code: 65))
    }
  }
}
