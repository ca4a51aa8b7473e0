import Forms

/// Length, range and unit of an item.
struct Limits {
  let item: Item

  func set(on question: inout Question) throws(Trouble) {
    switch question.kind {
    case .text, .list:
      if let longest = try item.node.whole("maxLength") {
        guard longest > 0 else { throw Trouble("There has to be room for a letter.", at: item.node["maxLength"]) }
        question.longest = longest
      }
    case .number(_, _, let whole):
      let low = try number(FHIRNames.minValue, FHIRNames.minQuantity)
      let high = try number(FHIRNames.maxValue, FHIRNames.maxQuantity)
      if let low, let high, low.value > high.value {
        throw Trouble("The lowest value is above the highest.", at: low.node)
      }
      question.kind = .number(low: low?.value, high: high?.value, whole: whole)
      if let unit = try unit() {
        question.unit = unit.display ?? unit.code
        if item.kind == .quantity { question.source?.unit = unit }
      }
    case .date, .time, .dateTime:
      question.earliest = try moment(FHIRNames.minValue)
      question.latest = try moment(FHIRNames.maxValue)
      if let earliest = question.earliest, let latest = question.latest, earliest > latest {
        throw Trouble("The first day or time is after the last.", at: item.node)
      }
    default: break
    }
  }

  private func number(_ urls: String...) throws(Trouble) -> (value: Double, node: Node)? {
    for url in urls {
      guard let limit = try item.node.extensions(url).first else { continue }
      guard let (type, value) = try limit.choice("value") else { throw Trouble("This limit has no value.", at: limit) }
      let number = type == "Quantity" ? value.json["value"]?.number : value.json.number
      guard ["Integer", "Decimal", "Quantity"].contains(type), let number else {
        throw Trouble("This limit has to be a number.", at: value)
      }
      return (number, value)
    }
    return nil
  }

  private func moment(_ url: String) throws(Trouble) -> String? {
    guard let limit = try item.node.extensions(url).first else { return nil }
    guard let (type, value) = try limit.choice("value") else { throw Trouble("This limit has no value.", at: limit) }
    switch (item.kind, type) {
    case (.date, "Date"): return try Moments.date(value)
    case (.time, "Time"): return try Moments.time(value)
    case (.dateTime, "DateTime"), (.dateTime, "Date"): return try Moments.dateTime(value)
    default: throw Trouble("This limit does not fit the type of the question.", at: value)
    }
  }

  /// The one unit that is meant.
  private func unit() throws(Trouble) -> Code? {
    let options = try item.node.extensions(FHIRNames.unitOption)
    guard let unit = try item.node.extensions(FHIRNames.unit).first ?? (options.count == 1 ? options[0] : nil) else {
      return nil
    }
    guard let value = unit["valueCoding"] else { throw Trouble("This unit has no coding.", at: unit) }
    return try value.code()
  }
}
