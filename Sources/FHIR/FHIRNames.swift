/// Addresses of the extensions that are read.
enum FHIRNames {
  private static let core = "http://hl7.org/fhir/StructureDefinition/"
  private static let sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"

  /// What an option counts.
  static let weights: Set<String> = [
    core + "ordinalValue", core + "questionnaire-ordinalValue", core + "valueset-ordinalValue",
    core + "codesystem-ordinalValue", core + "itemWeight",
  ]
  static let hidden = core + "questionnaire-hidden"
  static let unit = core + "questionnaire-unit"
  static let unitOption = core + "questionnaire-unitOption"
  static let itemControl = core + "questionnaire-itemControl"
  static let minValue = core + "minValue"
  static let maxValue = core + "maxValue"
  static let minQuantity = sdc + "minQuantity"
  static let maxQuantity = sdc + "maxQuantity"
  static let minOccurs = core + "questionnaire-minOccurs"
  static let variable = core + "variable"
  static let calculated = sdc + "calculatedExpression"
  /// Whether a question is asked, decided by a formula. Passed over, it would ask what should not be asked.
  static let enableWhenExpression = sdc + "enableWhenExpression"
  static let answerExpression = sdc + "answerExpression"
}
