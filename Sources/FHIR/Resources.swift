import JSON

/// Tells the resources in the given files apart.
enum Resources {
  /// The one questionnaire, and the value sets and code systems beside it, in Bundles too.
  static func sort(_ files: [Node]) throws(Trouble) -> (questionnaire: Node, beside: [Node]) {
    var questionnaires: [Node] = []
    var beside: [Node] = []
    for file in files {
      for resource in try resources(in: file) {
        switch resource.json["resourceType"]?.string {
        case "Questionnaire": questionnaires.append(resource)
        case "ValueSet", "CodeSystem": beside.append(resource)
        default: break
        }
      }
      if file.file > 0, !beside.contains(where: { $0.file == file.file }) {
        throw Trouble("There is no list of answers (ValueSet) in this file.", at: file)
      }
    }
    guard let only = questionnaires.first else {
      throw Trouble("There is no questionnaire in this file.", at: files.first)
    }
    guard questionnaires.count == 1 else {
      throw Trouble("There are several questionnaires here. Give them one by one.", at: questionnaires[1])
    }
    try refuseOtherVersions(only)
    return (only, beside)
  }

  private static func resources(in file: Node) throws(Trouble) -> [Node] {
    guard file.json.object != nil else { throw Trouble("This is JSON, but not of FHIR.", at: file) }
    guard let type = try file.text("resourceType") else {
      throw Trouble("This is JSON, but not of FHIR: it has no resourceType.", at: file)
    }
    guard type == "Bundle" else {
      if file.file == 0, type != "Questionnaire" {
        // A type is a short word; anything else is not shown.
        let name = type.count <= 40 && type.allSatisfy { $0.isASCII && $0.isLetter } ? type : "something else"
        throw Trouble("This is no questionnaire, but \(name).", at: file["resourceType"])
      }
      return [file]
    }
    return try file.list("entry").compactMap { $0["resource"] }
  }

  /// STU3 and R5 have the same name and another shape.
  private static func refuseOtherVersions(_ root: Node) throws(Trouble) {
    if let group = root["group"] {
      throw Trouble("This is a questionnaire of FHIR DSTU2. Handrail reads FHIR R4.", at: group)
    }
    for name in ["versionAlgorithmString", "versionAlgorithmCoding", "copyrightLabel"] {
      if let found = root[name] {
        throw Trouble("This is a questionnaire of FHIR R5. Handrail reads FHIR R4.", at: found)
      }
    }
  }

  /// The same for one item.
  static func refuseOtherVersions(item: Node) throws(Trouble) {
    if let found = item["option"] ?? item["options"] {
      throw Trouble("This is a questionnaire of FHIR STU3. Handrail reads FHIR R4.", at: found)
    }
    if let found = item["answerConstraint"] ?? item["disabledDisplay"] {
      throw Trouble("This is a questionnaire of FHIR R5. Handrail reads FHIR R4.", at: found)
    }
    for when in try item.list("enableWhen") where when["hasAnswer"] != nil || when["operator"] == nil {
      if when["hasAnswer"] != nil {
        throw Trouble("This is a questionnaire of FHIR STU3. Handrail reads FHIR R4.", at: when)
      }
      throw Trouble("This condition has no operator, as in FHIR STU3. Handrail reads FHIR R4.", at: when)
    }
  }
}
