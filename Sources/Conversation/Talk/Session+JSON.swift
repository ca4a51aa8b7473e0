import JSON

extension Session {
  /// A result for other programs.
  package func write(_ json: JSON) throws(Departure) {
    do {
      console.write(raw: String(decoding: try json.canonical(), as: UTF8.self) + "\n")
    } catch {
      throw .failed(.unexpected)
    }
  }
}
