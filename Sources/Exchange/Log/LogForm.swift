import Forms
import JSON

/// A form as a log describes it: enough to read the answers, never the words of a measure.
package struct LogForm: Equatable, Sendable {
  package var json: JSON
  package var form: Form
  /// Range of each question that has one, also inside groups.
  private(set) var ranges: [String: ClosedRange<Double>] = [:]
  /// Questions of a type that a later version knows.
  private(set) var unknown: Set<String> = []
  /// Questions that are in no other, by their ids.
  private(set) var byName: [String: Question] = [:]

  /// From the canonical bytes of a description that was kept.
  package init?(kept text: String) {
    let limits = JSONLimits(bytes: LogLimits.line, depth: 32)
    guard let json = try? JSON(reading: Array(text.utf8), limits: limits) else { return nil }
    self.init(json)
  }

  /// Nil unless it is what a manifest holds. Fields and types that are not known are passed over.
  init?(_ json: JSON) {
    guard let id = json["id"]?.string, !id.isEmpty, id.utf8.count <= 200, let version = json["version"]?.integer,
      let title = json["title"]?.string, title.utf8.count <= 500, let items = json["questions"]?.array,
      items.count <= 2_000, Self.isShaped(json), items.allSatisfy(Self.isShapedQuestion)
    else { return nil }
    var inner: [String: [Question]] = [:]
    var top: [Question] = []
    for item in items {
      guard let name = item["id"]?.string, !name.isEmpty, let type = item["type"]?.string else { return nil }
      if !Self.types.contains(type) { unknown.insert(name) }
      if let range = item["range"] {
        let low = range["low"]?.number ?? -.greatestFiniteMagnitude
        let high = range["high"]?.number ?? .greatestFiniteMagnitude
        guard low <= high else { return nil }
        ranges[name] = low...high
      }
      var question = Question(
        name, Self.kind(item), ask: item["text"]?.string ?? name, unit: item["unit"]?.string,
        code: Self.code(item["code"]))
      question.selfHarm = item["selfHarm"]?.bool
      if let within = item["within"]?.string {
        inner[within, default: []].append(question)
      } else {
        top.append(question)
      }
    }
    for index in top.indices {
      let children = inner[top[index].id] ?? []
      switch top[index].kind {
      case .group: top[index].kind = .group(children)
      case .each: top[index].kind = .each(of: "", children)
      default: break
      }
    }
    self.json = json
    byName = Dictionary(top.map { ($0.id, $0) }) { first, _ in first }
    form = Form(
      id: id, version: version, title: title, kind: json["kind"]?.string.flatMap(Form.Kind.init) ?? .log, summary: "",
      questions: top, scores: (json["scores"]?.array ?? []).compactMap(Self.score))
  }

  /// The question whose answer lies off its scale; nil where all fit.
  func offScale(_ answers: [String: Answer]) -> String? {
    for (name, answer) in answers.sorted(by: { $0.key < $1.key }) {
      switch answer {
      case .number(let value):
        if let range = ranges[name], !range.contains(value) { return name }
      case .group(let inner):
        if let found = offScale(inner) { return found }
      case .each(let rows):
        for row in rows { if let found = offScale(row.answers) { return found } }
      case .text, .yesNo, .items: break
      }
    }
    return nil
  }

  private static func code(_ json: JSON?) -> Code? {
    guard let system = json?["system"]?.string, let code = json?["code"]?.string else { return nil }
    return Code(system: system, code: code)
  }

  private static func score(_ json: JSON) -> Score? {
    guard let id = json["id"]?.string, let label = json["label"]?.string else { return nil }
    func terms(_ name: String) -> [String] { json[name]?.array?.compactMap(\.string) ?? [] }
    return Score(id: id, label: label, sum: terms("sum"), minus: terms("minus"))
  }

  private static func kind(_ item: JSON) -> Question.Kind {
    let options = item["choices"]?.object?.members.map { member in
      Choices.Option(
        member.name, member.value["label"]?.string ?? member.name,
        weight: member.value["weight"]?.number)
    }
    switch item["type"]?.string {
    case "list": return .list
    case "choice": return .choice(Choices(options ?? []))
    case "choices": return .choices(Choices(options ?? []), least: 0)
    case "scale":
      guard let low = item["range"]?["low"]?.integer, let high = item["range"]?["high"]?.integer, low < high else {
        return .number(low: nil, high: nil, whole: false)
      }
      return .scale(low: low, high: high, lowWords: "", highWords: "")
    case "number":
      return .number(low: item["range"]?["low"]?.number, high: item["range"]?["high"]?.number, whole: false)
    case "yes-no": return .yesNo
    case "date": return .date
    case "time": return .time
    case "date-time": return .dateTime
    case "duration": return .duration
    case "group": return .group([])
    case "each": return .each(of: "", [])
    default: return .text
    }
  }
}
