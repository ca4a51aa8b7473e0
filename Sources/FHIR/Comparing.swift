import Forms

/// One `enableWhen`: the answer of an earlier question, compared with a value.
struct Comparing {
  let target: Item
  let node: Node

  private func one(_ comparison: Comparison) -> Condition { .compare(question: target.id, comparison) }
  private func trouble(_ words: String) -> Trouble { Trouble(words, at: node) }

  func condition() throws(Trouble) -> Condition {
    guard let (type, value) = try node.choice("answer") else {
      throw trouble("This condition has no answer to compare with.")
    }
    let sign = try node.text("operator") ?? ""
    guard ["exists", "=", "!=", ">", "<", ">=", "<="].contains(sign) else {
      throw Trouble("FHIR R4 has no such operator.", at: node["operator"])
    }
    if sign == "exists" {
      guard type == "Boolean", let wanted = value.json.bool else {
        throw Trouble("\"exists\" is compared with true or false.", at: value)
      }
      return one(.answered(wanted))
    }
    if target.isChosen { return try chosen(sign, type, value) }
    switch try answer(type, value) {
    case .number(let number): return compare(number, sign)
    case .yesNo(let yes):
      guard sign == "=" || sign == "!=" else { throw trouble("Yes and no are not more or less.") }
      return equal(.yesNo(yes), sign)
    case .text(let text):
      switch target.kind {
      case .date, .time: return compare(text, sign)
      case .string, .text, .url:
        guard sign == "=" || sign == "!=" else { throw trouble("Words are not more or less.") }
        return one(sign == "=" ? .includes(text) : .lacks(text))
      default: throw trouble("A date and a time cannot be compared here.")
      }
    default: throw trouble("This cannot be compared.")
    }
  }

  private func answer(_ type: String, _ value: Node) throws(Trouble) -> Answer {
    if target.kind == .integer, type == "Decimal", let number = value.json.number { return .number(number) }
    if target.kind == .quantity, type == "Quantity" { try refuseOtherUnit(value) }
    return try Matching(item: target).value(type, value)
  }

  /// Five pounds are not five kilograms.
  private func refuseOtherUnit(_ value: Node) throws(Trouble) {
    let units = try target.node.extensions(FHIRNames.unit, FHIRNames.unitOption)
    let wanted = [try value.text("code"), try value.text("unit")].compactMap { $0 }
    guard !wanted.isEmpty || units.count > 1 else { return }
    let code = try units.first?["valueCoding"]?.code()
    guard units.count == 1, let code, wanted.contains(code.code) || wanted.contains(code.display ?? "") else {
      throw Trouble("This compares a quantity in another unit.", at: value)
    }
  }

  /// `!=` holds also where there is no answer: none of them is the one meant.
  private func equal(_ answer: Answer, _ sign: String) -> Condition {
    sign == "=" ? one(.equals(answer)) : .any([one(.answered(false)), one(.isNot(answer))])
  }

  private func compare(_ number: Double, _ sign: String) -> Condition {
    switch sign {
    case ">": one(.moreThan(number))
    case "<": one(.lessThan(number))
    case ">=": one(.atLeast(number))
    case "<=": one(.atMost(number))
    default: equal(.number(number), sign)
    }
  }

  private func compare(_ moment: String, _ sign: String) -> Condition {
    switch sign {
    case ">": one(.after(moment))
    case "<": one(.before(moment))
    case ">=": .any([one(.after(moment)), one(.equals(.text(moment)))])
    case "<=": .any([one(.before(moment)), one(.equals(.text(moment)))])
    default: equal(.text(moment), sign)
    }
  }

  private func chosen(_ sign: String, _ type: String, _ value: Node) throws(Trouble) -> Condition {
    if sign == "=" || sign == "!=" {
      let code = try Matching(item: target).code(type, value)
      return one(sign == "=" ? .includes(code) : .lacks(code))
    }
    // Whole numbers to choose from are still numbers.
    guard type == "Integer", let bound = value.json.integer else {
      throw trouble("Answers of a list are not more or less.")
    }
    let codes = target.options.filter { option in
      guard option.source?.kind == .integer, let number = Int(option.code) else { return false }
      switch sign {
      case ">": return number > bound
      case "<": return number < bound
      case ">=": return number >= bound
      default: return number <= bound
      }
    }
    return .any(codes.map { one(.includes($0.code)) })
  }
}
