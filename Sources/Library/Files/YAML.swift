import Yams

/// A YAML value that knows its line. Only plain trees: no anchors, aliases or keys that are not words.
struct YAML {
  struct Entry {
    var key: String
    var line: Int
    var value: YAML
  }

  enum Content {
    case scalar(String, quoted: Bool)
    case sequence([YAML])
    case mapping([Entry])
  }

  struct Failure: Error, Equatable {
    var line: Int
    var message: String
  }

  var line: Int
  var content: Content
}

extension YAML {
  /// Nil for an empty text. `offset` is the number of lines that stand before `text` in its file.
  static func read(_ text: String, offset: Int = 0) throws(Failure) -> YAML? {
    guard !mayExplode(text) else { throw Failure(line: 1 + offset, message: anchors) }
    do {
      let parser = try Parser(yaml: text, resolver: .basic, constructor: .default, encoding: .utf8)
      // Nodes hold their anchors weakly: without the parser they would look as if they had none.
      return try withExtendedLifetime(parser) {
        guard let node = try parser.singleRoot() else { return nil }
        var count = 0
        return try convert(node, offset: offset, depth: 0, count: &count)
      }
    } catch let error as YamlError {
      throw failure(error, offset: offset)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(line: 1 + offset, message: "This is not YAML that can be read.")
    }
  }

  private static let anchors = "Anchors and aliases (& and *) cannot be used here."

  private static let tooMuch = "There is too much in here."

  /// An anchor and many aliases could grow without end while they are read; a first anchor is refused afterwards.
  private static func mayExplode(_ text: String) -> Bool {
    func marks(_ sign: UInt8) -> Int {
      zip(text.utf8, text.utf8.dropFirst()).reduce(0) { count, pair in
        pair.0 == sign && isWord(pair.1) ? count + 1 : count
      }
    }
    return marks(UInt8(ascii: "&")) > 0 && marks(UInt8(ascii: "*")) > 16
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }

  private static func convert(_ node: Node, offset: Int, depth: Int, count: inout Int) throws(Failure) -> YAML {
    let line = (node.mark?.line ?? 1) + offset
    count += 1
    guard depth <= 16, count <= 20_000 else { throw Failure(line: line, message: tooMuch) }
    guard node.anchor == nil else { throw Failure(line: line, message: anchors) }
    switch node {
    case .scalar(let scalar):
      guard !scalar.string.unicodeScalars.contains(where: Name.isControl) else {
        throw Failure(line: line, message: TextFile.Failure.control(line: line).words)
      }
      return YAML(line: line, content: .scalar(scalar.string, quoted: scalar.style != .plain && scalar.style != .any))
    case .sequence(let sequence):
      var items: [YAML] = []
      for item in sequence { items.append(try convert(item, offset: offset, depth: depth + 1, count: &count)) }
      return YAML(line: line, content: .sequence(items))
    case .mapping(let mapping):
      var entries: [Entry] = []
      for (key, value) in mapping {
        let keyLine = (key.mark?.line ?? 1) + offset
        guard case .scalar(let name) = key, key.anchor == nil else {
          throw Failure(line: keyLine, message: "A field's name has to be a word.")
        }
        let value = try convert(value, offset: offset, depth: depth + 1, count: &count)
        entries.append(Entry(key: name.string, line: keyLine, value: value))
      }
      return YAML(line: line, content: .mapping(entries))
    case .alias: throw Failure(line: line, message: anchors)
    }
  }

  private static func failure(_ error: YamlError, offset: Int) -> Failure {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      Failure(
        line: mark.line + offset,
        message: problem.hasPrefix("Maximum nesting") ? tooMuch : "This is not valid YAML: \(problem).")
    case .duplicatedKeysInMapping(let names, let context):
      Failure(
        line: context.mark.line + offset, message: "The field \(Name.quoted(names.first ?? "")) stands here twice.")
    default: Failure(line: 1 + offset, message: "This is not YAML that can be read.")
    }
  }
}

extension YAML {
  /// Nothing stands here: `key:`, `~` or `null`.
  var isEmpty: Bool {
    if case .scalar(let text, quoted: false) = content { text.isEmpty || text == "~" || text == "null" } else { false }
  }

  var text: String? { if case .scalar(let text, _) = content, !isEmpty { text } else { nil } }

  /// `[one]` and `one` are both a list of one.
  var items: [YAML] {
    switch content {
    case .sequence(let items): items
    default: isEmpty ? [] : [self]
    }
  }

  var number: Double? {
    guard case .scalar(let text, quoted: false) = content, let first = text.utf8.first,
      first == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first),
      let number = Double(text), number.isFinite
    else { return nil }
    return number
  }

  /// Yes, no, true or false, quoted or not.
  var flag: Bool? {
    switch text {
    case "yes", "true", "Yes", "True": true
    case "no", "false", "No", "False": false
    default: nil
    }
  }
}
