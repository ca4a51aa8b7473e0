extension Form {
  /// The offers whose condition holds over a finished response, in order.
  package func offers(after response: [String: Answer]) -> [Offer] {
    let known = response.flat
    return offers.filter { $0.when?.holds(over: known) ?? true }
  }

  /// The answer to a question outside any `each`.
  package func answer(to question: String, in response: [String: Answer]) -> Answer? { response.flat[question] }
}

extension [String: Answer] {
  /// Answers by question id, those in groups among them; inner answers of an `each` belong to an item, and stay out.
  package var flat: [String: Answer] {
    var known: [String: Answer] = [:]
    for (id, answer) in self {
      if case .group(let inner) = answer { known.merge(inner.flat) { old, _ in old } } else { known[id] = answer }
    }
    return known
  }
}
