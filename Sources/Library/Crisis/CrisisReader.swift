import Forms

/// Reads a country's crisis sheet, and says what is wrong with it on the way.
struct CrisisReader {
  let findings: Findings

  func read(_ node: YAML) -> CrisisSheet? {
    guard var fields = Fields(node, "A crisis sheet", findings) else { return nil }
    let country = fields.needed("country")
    let name = fields.needed("name")
    let emergencyNode = fields.take("emergency")
    let emergency = emergencyNode.flatMap { self.emergency($0) }
    if emergencyNode == nil { findings.error(fields.line, "The field \"emergency\" is missing.") }
    let lines = (fields.take("lines")?.items ?? []).compactMap { self.line($0) }
    var seen: Set<String> = []
    for line in lines where !seen.insert(line.id).inserted {
      findings.error(fields.line, "There are two lines called \"\(line.id)\".")
    }
    fields.finish()
    guard findings.errors.isEmpty, let emergency else { return nil }
    return CrisisSheet(country: country, name: name, emergency: emergency, lines: lines)
  }

  private func emergency(_ node: YAML) -> CrisisSheet.Emergency? {
    guard var fields = Fields(node, "The emergency number", findings) else { return nil }
    let number = fields.needed("number")
    let (verified, source) = origin(&fields)
    fields.finish()
    return CrisisSheet.Emergency(number: number, verifiedOn: verified, source: source)
  }

  private func line(_ node: YAML) -> CrisisLine? {
    guard var fields = Fields(node, "A crisis line", findings) else { return nil }
    let id = fields.neededName("id")
    let name = fields.needed("name")
    let purpose = fields.needed("for")
    let ways = (fields.take("ways")?.items ?? []).compactMap { way($0) }
    if ways.isEmpty { findings.error(fields.line, "A crisis line needs a way to reach it.") }
    let hours = fields.text("hours")
    if hours == nil { findings.flaw(fields.line, "This line has no hours.") }
    let languages = fields.texts("languages")
    if languages.isEmpty { findings.flaw(fields.line, "This line has no languages.") }
    let (verified, source) = origin(&fields)
    fields.finish()
    return CrisisLine(
      id: id, name: name, purpose: purpose, ways: ways, hours: hours ?? "", languages: languages, source: source,
      verifiedOn: verified)
  }

  private func way(_ node: YAML) -> Way? {
    guard var fields = Fields(node, "A way", findings) else { return nil }
    let channelLine = fields.line(of: "channel")
    let word = fields.needed("channel")
    let channel = Way.Channel(rawValue: word)
    if channel == nil, !word.isEmpty {
      findings.error(channelLine, "The channel has to be call, text, chat, web or relay.")
    }
    let way = Way(channel: channel ?? .call, to: fields.needed("to"), note: fields.text("note"))
    fields.finish()
    return way
  }

  private func origin(_ fields: inout Fields) -> (Day?, Source?) {
    let verified = fields.day("verified_on")
    let node = fields.take("source")
    if node == nil { findings.flaw(fields.line, "There is no source.") }
    return (verified, node.flatMap { Source($0, findings) })
  }
}
