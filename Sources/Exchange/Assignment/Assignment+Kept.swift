import JSON

extension Assignment.Item {
  private static let limits = JSONLimits(bytes: LogLimits.line, depth: 32, string: 256 << 10, values: 200_000)

  /// As it stands in the file, and as the programme keeps it.
  package var json: JSON { Assignment.json(self) }

  /// Nil for what is no item.
  package init?(_ json: JSON) {
    guard let item = try? AssignmentFields(json).item(json, number: 1) else { return nil }
    self = item
  }

  package init?(body: String) {
    guard let json = try? JSON(reading: Array(body.utf8), limits: Self.limits) else { return nil }
    self.init(json)
  }

  /// `homework`, `target`, `questionnaire` or `module`.
  package var kind: String {
    switch work {
    case .homework: "homework"
    case .target: "target"
    case .questionnaire: "questionnaire"
    case .module: "module"
    }
  }

  /// What it is about, in one line.
  package var title: String {
    let title =
      switch work {
      case .homework(let homework): homework.what
      case .target(let target): "watch \"\(target.name)\""
      case .questionnaire(let json, _): json["title"]?.string ?? json["name"]?.string ?? "a questionnaire"
      case .module(let id, _): "page \"\(id)\""
      }
    return HarmlessText.line(title)
  }

  /// The part of what is shared in which its outcome comes back.
  package var category: ShareCategory {
    switch work {
    case .homework: .homework
    case .target: .diary
    case .questionnaire: .measures
    case .module: .reading
    }
  }
}
