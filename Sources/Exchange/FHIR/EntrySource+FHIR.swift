import JSON

/// How FHIR tells where an entry came from. A Provenance of R4 has no identifier, so that loading it twice would make two:
/// it stands on the resources themselves.
extension EntrySource {
  /// That a person reported it, and that it goes no further without consent where a notice says so.
  var meta: JSON {
    let reported: JSON = [
      "system": .string(Self.values), "code": "PATRPT", "display": "patient reported",
    ]
    var members: [(String, JSON)] = [("tag", [reported])]
    if notice != nil {
      members.append(
        (
          "security",
          [
            [
              "system": .string(Self.acts), "code": "NORDSCLCD",
              "display": "no redisclosure without consent directive",
            ]
          ]
        ))
    }
    return .object(JSON.Object(members))
  }

  private static let values = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue"
  private static let acts = "http://terminology.hl7.org/CodeSystem/v3-ActCode"

  /// The log, who signed it, and the notice in its words.
  var extensions: [JSON] {
    var extensions: [JSON] = [
      [
        "url": .string(FHIRAddress.extension("source")),
        "extension": [
          [
            "url": "log",
            "valueIdentifier": ["system": .string(FHIRAddress.logs), "value": .string(FHIRAddress.safe(log))],
          ],
          ["url": "made", "valueDateTime": .string(made.rfc3339)],
          ["url": "signer", "valueString": .string(signer)],
        ],
      ]
    ]
    if isDisputed {
      extensions.append(["url": .string(FHIRAddress.extension("disputed")), "valueBoolean": true])
    }
    if let notice {
      var parts: [JSON] = [["url": "text", "valueString": .string(notice.text)]]
      if notice.basis.contains(where: { !$0.isWhitespace }) {
        parts.append(["url": "basis", "valueString": .string(notice.basis)])
      }
      extensions.append(["url": .string(FHIRAddress.extension("notice")), "extension": .array(parts)])
    }
    return extensions
  }
}
