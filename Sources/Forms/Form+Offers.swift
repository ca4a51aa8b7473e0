extension Form {
  /// The offers whose condition holds over a finished response, in order.
  package func offers(after response: [String: Answer]) -> [Offer] {
    let known = Self.flat(response)
    return offers.filter { $0.when?.holds(over: known) ?? true }
  }

  /// The answer to a question outside any `each`.
  package func answer(to question: String, in response: [String: Answer]) -> Answer? { Self.flat(response)[question] }

  /// Answers by question id, those in groups among them; inner answers of an `each` belong to an item, and stay out.
  private static func flat(_ response: [String: Answer]) -> [String: Answer] {
    var known: [String: Answer] = [:]
    for (id, answer) in response {
      if case .group(let inner) = answer { known.merge(flat(inner)) { old, _ in old } } else { known[id] = answer }
    }
    return known
  }
}
