import Forms

/// One path of a sum: from an item, or several by their linkIds, to the number of its answer.
struct SumPath {
  private let items: [String: Item]
  var rest: Substring

  init(_ rest: Substring, items: [String: Item]) {
    self.rest = rest
    self.items = items
  }

  mutating func read() -> [String]? {
    if rest.hasPrefix("%questionnaire") { return weightOfOption() }
    _ = eat("%resource.")
    guard let links = found() else { return nil }
    guard let how = value() else { return nil }
    let isSummed = eat(".sum()")
    if !isSummed { _ = eat(".first()") }
    guard links.count == 1 || isSummed else { return nil }
    guard links.allSatisfy({ counts($0, how) }) else { return nil }
    return links
  }

  private mutating func eat(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  private mutating func quoted() -> String? {
    guard eat("'"), let end = rest.firstIndex(of: "'") else { return nil }
    let text = String(rest[..<end])
    rest = rest[rest.index(after: end)...]
    return text
  }

  /// `item.where(linkId='g').item.where(linkId='a' or linkId='b')`, `descendants().where(…)`, `repeat(item).where(…)`
  private mutating func found() -> [String]? {
    if eat("descendants().where(") || eat("repeat(item).where(") { return named() }
    var around: [String] = []
    while eat("item.where(") {
      guard let links = named() else { return nil }
      guard rest.hasPrefix(".item.where(") else {
        return links.allSatisfy { items[$0]?.parents == around } ? links : nil
      }
      guard links.count == 1, eat(".") else { return nil }
      around += links
    }
    return nil
  }

  /// `linkId='a' or linkId='b')`
  private mutating func named() -> [String]? {
    var links: [String] = []
    repeat {
      guard eat("linkId="), let link = quoted(), items[link] != nil else { return nil }
      links.append(link)
    } while eat(" or ")
    return eat(")") ? links : nil
  }

  private enum Value: Equatable {
    /// The answer is the number.
    case itself
    case whole
    case decimal
    /// What the answer counts, wherever that stands.
    case weight
    /// What it counts by the extension with this address.
    case extended(String)
  }

  private mutating func value() -> Value? {
    guard eat(".answer") else { return nil }
    if eat(".weight()") || eat(".value.weight()") || eat(".value.ordinal()") || eat(".valueCoding.ordinal()") {
      return .weight
    }
    for coding in [".valueCoding", ".value"] {
      let start = rest
      if eat(coding), let url = address(), eat(".valueDecimal") || eat(".value") || eat(".valueInteger") {
        return .extended(url)
      }
      rest = start
    }
    if eat(".valueInteger") { return .whole }
    if eat(".valueDecimal") { return .decimal }
    if eat(".valueQuantity.value") || eat(".value.value") { return nil }
    return eat(".value") ? .itself : nil
  }

  /// `.extension('…')`, `.extension.where(url='…')`
  private mutating func address() -> String? {
    let start = rest
    if eat(".extension("), let url = quoted(), eat(")") { return url }
    rest = start
    if eat(".extension.where(url="), let url = quoted(), eat(")") { return url }
    rest = start
    return nil
  }

  /// Whether this way leads to the number that is added up for an item here.
  private func counts(_ link: String, _ how: Value) -> Bool {
    guard let item = items[link], !item.isHidden else { return false }
    let isInteger = item.kind == .integer || (!item.options.isEmpty && item.options.allSatisfy { $0.source?.kind == .integer })
    let isWeighted = item.isChosen && item.options.contains { $0.weight != nil }
    switch how {
    case .itself: return isInteger ? hasOwnWeights(item) : item.kind == .decimal
    case .whole: return isInteger && hasOwnWeights(item)
    case .decimal: return item.kind == .decimal
    case .weight: return isWeighted
    case .extended(let url): return isWeighted && FHIRNames.weights.contains(url)
    }
  }

  /// Numbers to choose from that count what they are.
  private func hasOwnWeights(_ item: Item) -> Bool {
    item.options.allSatisfy { option in option.weight.map { Form.plain($0) } == option.code }
  }

  /// `%questionnaire.item.where(linkId='a').answerOption.where(valueCoding.code=%resource.item.where(linkId='a')
  /// .answer.valueCoding.code).extension.where(url='…').valueDecimal`: what the chosen answer counts in the file.
  private mutating func weightOfOption() -> [String]? {
    guard eat("%questionnaire."), let asked = found(), asked.count == 1,
      eat(".answerOption.where(valueCoding.code=%resource."), let answered = found(), answered == asked,
      eat(".answer.valueCoding.code)"), let url = address(), FHIRNames.weights.contains(url),
      eat(".valueDecimal") || eat(".value"), counts(asked[0], .weight)
    else { return nil }
    return asked
  }
}
