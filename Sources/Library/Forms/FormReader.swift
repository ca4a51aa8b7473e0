import Forms
import Journal

/// Turns a form's YAML into a `Form`, and says what is wrong with it on the way.
struct FormReader {
  /// Gives the options of a list file such as `emotions.yaml`; nil if there is none.
  let list: (String) -> [Choices.Option]?
  let findings: Findings
  /// Ids of all questions, so that a later one can be told from one that does not exist.
  private(set) var known: Set<String> = []
  /// Questions read so far, with the `each` they stand in.
  var earlier: [String: (question: Question, each: String?)] = [:]
  private(set) var links = Links()
  var count = 0

  /// References to other forms, for the check.
  struct Links {
    var forms: [(id: String, line: Int)] = []
    var answers: [(form: String, question: String, line: Int)] = []
    /// Questions of whatever form leads here.
    var linked: [(question: String, line: Int)] = []
  }

  static var mostQuestions: Int { 200 }
  static var mostOptions: Int { 200 }

  init(findings: Findings, list: @escaping (String) -> [Choices.Option]?) {
    self.findings = findings
    self.list = list
  }

  /// Nil if `findings` has errors.
  mutating func read(_ node: YAML) -> Form? {
    guard var fields = Fields(node, "A form", findings) else { return nil }
    let form = form(&fields)
    fields.finish()
    return findings.errors.isEmpty ? form : nil
  }

  private mutating func form(_ fields: inout Fields) -> Form {
    let id = fields.neededName("id")
    let version = fields.whole("version", in: 1...9_999) ?? 1
    let title = fields.needed("title")
    let kindLine = fields.line(of: "kind")
    let kindWord = fields.needed("kind")
    let kind = Form.Kind(rawValue: kindWord)
    if kind == nil, !kindWord.isEmpty { findings.error(kindLine, "The kind has to be log, exercise, plan or measure.") }
    let summary = fields.needed("summary")
    let minutes = fields.whole("minutes", in: 1...600)
    let gateLine = fields.line(of: "gate")
    let gateWord = fields.text("gate")
    let gate = gateWord.flatMap(Form.Gate.init(rawValue:))
    if gateWord != nil, gate == nil { findings.error(gateLine, "The gate has to be safe-now, body or agreed.") }

    let nodes = fields.take("questions")
    if nodes == nil { findings.error(fields.line, "The field \"questions\" is missing.") }
    known = Self.ids(nodes?.items ?? [])
    let questions = questions(nodes, depth: 1)
    let scores = (fields.take("score")?.items ?? []).compactMap { score($0) }
    let offers = (fields.take("then")?.items ?? []).compactMap { offer($0) }
    let when = formCondition(&fields)
    let delicate = delicate(gate, &fields)
    if delicate == nil, earlier.values.contains(where: { $0.question.selfHarm == true }) {
      findings.error(fields.line, "A form that asks about self-harm is delicate: write \"delicate: yes\".")
    }
    return Form(
      id: id, version: version, title: title, kind: kind ?? .log, summary: summary, minutes: minutes, gate: gate,
      questions: questions, scores: scores, offers: offers, when: when, delicate: delicate)
  }

  private static func ids(_ nodes: [YAML]) -> Set<String> {
    var found: Set<String> = []
    for node in nodes {
      guard case .mapping(let entries) = node.content else { continue }
      for entry in entries {
        if entry.key == "id", let id = entry.value.text { found.insert(id) }
        if entry.key == "questions" { found.formUnion(ids(entry.value.items)) }
      }
    }
    return found
  }

  private mutating func score(_ node: YAML) -> Score? {
    guard var fields = Fields(node, "A score", findings) else { return nil }
    let id = fields.neededName("id")
    let label = fields.needed("label")
    let sum = terms("sum", &fields)
    let minus = terms("minus", &fields)
    if sum.isEmpty { findings.error(fields.line, "A score needs a sum.") }
    fields.finish()
    return Score(id: id, label: label, sum: sum, minus: minus)
  }

  private func terms(_ key: String, _ fields: inout Fields) -> [String] {
    (fields.take(key)?.items ?? []).compactMap { item in
      guard let term = item.text else {
        findings.error(item.line, "The field \"\(key)\" has to be a list of questions.")
        return nil
      }
      let parts = term.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      let found = parts.last.flatMap { earlier[$0] }
      guard parts.count <= 2, let found, parts.count == 1 || found.each == parts[0] else {
        findings.error(item.line, "There is no question \(Name.quoted(term)) to add up.")
        return nil
      }
      if parts.count == 1, let each = found.each {
        findings.error(
          item.line, "The question \(Name.quoted(term)) is asked in \"\(each)\": write \"\(each).\(term)\".")
      } else if !found.question.kind.isNumeric {
        findings.error(item.line, "The question \(Name.quoted(term)) has no number to add up.")
      }
      return term
    }
  }

  private mutating func offer(_ node: YAML) -> Offer? {
    guard var fields = Fields(node, "What comes next", findings) else { return nil }
    let line = fields.line
    let form = fields.name("offer")
    let remindLine = fields.line(of: "remind")
    let question = fields.name("remind")
    let openLine = fields.line(of: "open")
    let open = fields.name("open")
    let say = fields.needed("say")
    let linkLine = fields.line(of: "link")
    let link = fields.name("link")
    if link == Link.assigned {
      findings.error(linkLine, "The link \"assigned\" is kept for what a programme assigns.")
    }
    let whenNode = fields.take("when")
    let when = whenNode.flatMap { condition($0) }
    fields.finish()
    switch (form, question) {
    case (let form?, nil):
      if open != nil { findings.error(openLine, "Only a reminder has \"open\".") }
      links.forms.append((form, line))
      return Offer(.form(form, link: link), say: say, when: when)
    case (nil, let question?):
      if let found = earlier[question], found.each == nil {
        if found.question.kind != .date { findings.error(remindLine, "A reminder needs a question of type date.") }
      } else {
        findings.error(remindLine, "There is no question \(Name.quoted(question)) to remind of.")
      }
      if let open { links.forms.append((open, openLine)) }
      return Offer(.remind(question, open: open, link: link), say: say, when: when)
    default:
      findings.error(line, "What comes next is either \"offer\" with a form or \"remind\" with a question.")
      return nil
    }
  }

  mutating func note(form: String, question: String, line: Int) {
    links.answers.append((form, question, line))
  }

  mutating func note(linked question: String, line: Int) { links.linked.append((question, line)) }
}
