import Forms
import JSON

/// Turns a Questionnaire into a form. What it uses it reads exactly; what it does not use it passes over.
struct QuestionnaireReader {
  let root: Node
  let lists: ValueSets
  /// Items by their linkId.
  var items: [String: Item] = [:]
  var ids: Set<String> = []
  var count = 0

  init(root: Node, lists: ValueSets) {
    self.root = root
    self.lists = lists
  }

  mutating func read() throws(Trouble) -> Questionnaire {
    try root.refuseModifiers()
    var top: [Item] = []
    for node in try root.list("item") { top.append(try item(node, parents: [], isHidden: false)) }
    let all = top.flatMap(\.all)
    guard all.contains(where: { $0.isQuestion && !$0.isHidden }) else {
      throw Trouble("There is no question in this questionnaire.", at: root)
    }
    try Conditions(items: items, all: all).refuseLoops()
    var questions: [Question] = []
    for item in top { questions += try self.questions(for: item) }
    var codes: [Code] = []
    for code in try root.list("code") { codes.append(try code.code()) }
    let (given, name) = (try root.text("title"), try root.text("name"))
    let title = given ?? name ?? "Questionnaire"
    var form = Form(
      id: Self.slug(title, limit: 40) ?? "questionnaire", version: 1, title: title.oneLine, kind: .measure, summary: "",
      questions: questions)
    form.source = FormSource(
      url: try root.text("url"), version: try root.text("version"), publisher: try root.text("publisher"),
      copyright: try root.text("copyright"), codes: codes)
    try Scores(items: items, all: all, root: root).add(to: &form)
    let asked = all.filter { $0.isQuestion && !$0.isHidden }
    let isPanel = SelfHarm.isPanel(codes)
    return Questionnaire(
      form: form, title: form.title, description: try root.text("description"),
      status: try root.text("status") ?? "unknown", count: asked.count,
      askedOnce: all.filter { $0.repeats && !$0.isHidden && !Self.takesSeveral($0) }.map { $0.text.isEmpty ? $0.link : $0.text },
      knownSelfHarm: asked.filter { isPanel || SelfHarm.isAsked(by: $0.codes) }.map(\.id))
  }

  private static func takesSeveral(_ item: Item) -> Bool {
    item.isChosen || item.kind == .string || item.kind == .text || item.kind == .display
  }

  // MARK: Items

  private mutating func item(_ node: Node, parents: [String], isHidden: Bool) throws(Trouble) -> Item {
    count += 1
    guard count <= Questionnaire.mostItems else {
      throw Trouble("There are more than \(Questionnaire.mostItems) items in this questionnaire.", at: node)
    }
    try node.refuseModifiers()
    try Resources.refuseOtherVersions(item: node)
    for url in [FHIRNames.enableWhenExpression, FHIRNames.answerExpression] {
      if let formula = try node.extensions(url).first {
        throw Trouble("A formula decides here what is asked, and Handrail does not calculate it.", at: formula)
      }
    }
    guard let link = try node.text("linkId"), !link.trimmed.isEmpty else {
      throw Trouble("This item has no linkId.", at: node)
    }
    guard items[link] == nil else { throw Trouble("There are two items with this linkId.", at: node["linkId"]) }
    guard let type = try node.text("type") else { throw Trouble("This item has no type.", at: node) }
    guard let kind = Item.Kind(rawValue: type) else {
      throw Trouble(
        Item.Kind.unaskable.contains(type)
          ? "A question of the type \"\(type)\" cannot be answered in a terminal."
          : type == "coding"
            ? "The type \"coding\" is of FHIR R5. Handrail reads FHIR R4." : "FHIR R4 has no such type of item.",
        at: node["type"])
    }
    var codes: [Code] = []
    for code in try node.list("code") { codes.append(try code.code()) }
    let calculated = try node.extensions(FHIRNames.calculated).first
    let hidden = try node.extensions(FHIRNames.hidden).first?.flag("valueBoolean") == true
    let isTotal = Instrument.all.contains { $0.isNamed(by: codes) } && kind != .group && kind != .display
    let isReadOnly = try node.flag("readOnly") ?? false
    let isOut = isHidden || hidden || calculated != nil || isTotal || isReadOnly
    var item = Item(
      node: node, link: link, id: unique(Self.slug(link, limit: 60) ?? "item-\(count)"), kind: kind, index: count,
      text: try words(node, codes), codes: codes, repeats: try node.flag("repeats") ?? false,
      required: try node.flag("required") ?? false, isHidden: isOut, options: [], calculated: calculated, children: [],
      parents: parents)
    item.options = try options(of: item)
    if item.text.isEmpty, item.isQuestion, !item.isHidden { throw Trouble("This question has no words.", at: node) }
    // Its place is taken before its children look for theirs.
    items[link] = item
    for child in try node.list("item") {
      guard kind != .display else { throw Trouble("What is only shown cannot have items in it.", at: child) }
      item.children.append(try self.item(child, parents: parents + [link], isHidden: isOut))
    }
    items[link] = item
    return item
  }

  private func words(_ node: Node, _ codes: [Code]) throws(Trouble) -> String {
    let text = try node.text("text") ?? codes.lazy.compactMap(\.display).first ?? ""
    let prefix = try node.text("prefix") ?? ""
    return prefix.isEmpty || text.hasPrefix(prefix) ? text.trimmed : "\(prefix) \(text)".trimmed
  }

  // MARK: Names

  mutating func unique(_ wanted: String) -> String {
    var name = wanted
    var number = 2
    while ids.contains(name) || ["it", "all", "any"].contains(name) {
      name = "\(wanted)-\(number)"
      number += 1
    }
    ids.insert(name)
    return name
  }

  /// `phq-9` out of `PHQ 9`; nil if nothing is left.
  static func slug(_ text: String, limit: Int) -> String? {
    let parts = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let slug = String(parts.joined(separator: "-").prefix(limit))
    return slug.isEmpty ? nil : slug
  }
}

extension String {
  var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
