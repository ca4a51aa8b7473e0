import Testing

@testable import FHIR

/// What is refused, each with one clear line; never a wrong number, and never a crash.
@Suite struct RefusalTests {
  static let files: [(String, String)] = [
    ("refused-stu3.json", "Line 10, column 17: This is a questionnaire of FHIR STU3. Handrail reads FHIR R4."),
    ("refused-r5.json", "Line 5, column 29: This is a questionnaire of FHIR R5. Handrail reads FHIR R4."),
    (
      "refused-modifier.json",
      "Line 15, column 9: There is an extension here that changes the meaning, and Handrail does not know it."
    ),
    ("refused-loop.json", "Line 28, column 9: The items \"b\" and \"a\" wait for each other."),
    ("refused-weights.json", "Line 20, column 17: This answer counts 2 in one place and 1 here."),
    ("refused-malformed.json", "Line 3, column 63: there is a comma after the last item."),
    ("refused.xml", "This is XML. Ask for the same file as JSON."),
    ("bundle-empty.json", "Line 1, column 1: There is no questionnaire in this file."),
    (
      "value-sets.json",
      "Line 61, column 25: The list of answers named here is in none of the files. Give it with --valuesets."
    ),
  ]

  @Test(arguments: files)
  func `A file that cannot be used is refused with its line`(file: String, sentence: String) {
    #expect(Fixture.refusal(file) == sentence)
  }

  private static let boolean = #"{"linkId":"a","type":"boolean","text":"A?"}"#

  static let items: [(String, String)] = [
    (#"{"linkId":"a","type":"boolean","text":"A?"},{"linkId":"a","type":"boolean","text":"B?"}"#, "There are two items with this linkId."),
    (#"{"type":"boolean","text":"A?"}"#, "This item has no linkId."),
    (#"{"linkId":"a","text":"A?"}"#, "This item has no type."),
    (#"{"linkId":"a","type":"coding","text":"A?"}"#, "The type \"coding\" is of FHIR R5. Handrail reads FHIR R4."),
    (#"{"linkId":"a","type":"attachment","text":"A?"}"#, "A question of the type \"attachment\" cannot be answered in a terminal."),
    (#"{"linkId":"a","type":"riddle","text":"A?"}"#, "FHIR R4 has no such type of item."),
    (#"{"linkId":"a","type":"boolean"}"#, "This question has no words."),
    (#"{"linkId":"a","type":"choice","text":"A?"}"#, "This question has no answers to choose from."),
    (#"{"linkId":"a","type":"choice","text":"A?","answerOption":[{"valueCoding":{"code":"x"}},{"valueCoding":{"code":"x"}}]}"#, "This answer stands here twice."),
    (#"{"linkId":"a","type":"choice","text":"A?","answerOption":[{}]}"#, "This answer has no value."),
    (#"{"linkId":"a","type":"choice","text":"A?","answerValueSet":"#s","answerOption":[{"valueString":"x"}]}"#, "This question has answers here and names a list of them as well."),
    (#"{"linkId":"a","type":"integer","text":"A?","initial":[{"valueString":"x"}]}"#, "This value does not fit the type of the question."),
    (#"{"linkId":"a","type":"decimal","text":"A?","initial":[{"valueDecimal":"NaN"}]}"#, "This value does not fit the type of the question."),
    (#"{"linkId":"a","type":"date","text":"A?","initial":[{"valueDate":"2026"}]}"#, "A whole date such as 2026-11-20 is needed here."),
    (#"{"linkId":"a","type":"dateTime","text":"A?","initial":[{"valueDateTime":"2026-01-01T10:00:00Z"}]}"#, "A date and a time with a time zone cannot be kept exactly here."),
    (#"{"linkId":"a","type":"integer","text":"A?","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueInteger":5},{"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":4}]}"#, "The lowest value is above the highest."),
    (#"{"linkId":"a","type":"display","text":"A","item":[{"linkId":"b","type":"boolean","text":"B?"}]}"#, "What is only shown cannot have items in it."),
    (#"{"linkId":"a","type":"boolean","text":"A?","enableWhen":[{"question":"z","operator":"=","answerBoolean":true}]}"#, "There is no item with this linkId."),
    (#"{"linkId":"a","type":"boolean","text":"A?","enableWhen":[{"question":"a","operator":"=","answerBoolean":true}]}"#, "The items \"a\" and \"a\" wait for each other."),
    (boolean + #",{"linkId":"b","type":"boolean","text":"B?","enableWhen":[{"question":"a","answerBoolean":true}]}"#, "This condition has no operator, as in FHIR STU3. Handrail reads FHIR R4."),
    (boolean + #",{"linkId":"b","type":"boolean","text":"B?","enableWhen":[{"question":"a","operator":"~","answerBoolean":true}]}"#, "FHIR R4 has no such operator."),
    (boolean + #",{"linkId":"b","type":"boolean","text":"B?","enableWhen":[{"question":"a","operator":">","answerBoolean":true}]}"#, "Yes and no are not more or less."),
    (boolean + #",{"linkId":"b","type":"boolean","text":"B?","enableWhen":[{"question":"a","operator":"=","answerInteger":1}]}"#, "This value does not fit the type of the question."),
    (boolean + #",{"linkId":"b","type":"boolean","text":"B?","enableWhen":[{"question":"a","operator":"=","answerBoolean":true},{"question":"a","operator":"exists","answerBoolean":true}]}"#, "Whether all of these conditions are meant, or any (enableBehavior), is not said."),
    (#"{"linkId":"b","type":"boolean","text":"B?","enableWhen":[{"question":"a","operator":"=","answerBoolean":true}]},"# + boolean, "The item \"b\" depends on \"a\", which comes later. Handrail asks in order."),
    (#"{"linkId":"g","type":"group","text":"G","enableWhen":[{"question":"b","operator":"exists","answerBoolean":true}],"item":[{"linkId":"b","type":"boolean","text":"B?"}]}"#, "The items \"b\" and \"g\" wait for each other."),
    (#"{"linkId":"c","type":"choice","text":"C?","answerOption":[{"valueCoding":{"code":"x"}}]},{"linkId":"b","type":"boolean","text":"B?","enableWhen":[{"question":"c","operator":"=","answerCoding":{"code":"y"}}]}"#, "This is not one of the answers of the question \"c\"."),
    (#"{"linkId":"a","type":"boolean","text":"A?","extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression"}]}"#, "A formula decides here what is asked, and Handrail does not calculate it."),
    (#"{"linkId":"a","type":"group","text":"Only words"}"#, "There is no question in this questionnaire."),
    (#"7"#, "In \"item\" something stands that is no object."),
  ]

  @Test(arguments: items)
  func `An item that cannot be asked is refused`(item: String, sentence: String) {
    let said = Fixture.refusal(Fixture.around(item))
    #expect(said.hasSuffix(": " + sentence) && said.hasPrefix("Line 1, column "), "\(said)")
  }

  static let lists: [(String, String)] = [
    (#"{"include":[{"system":"s"}]}"#, "This list is a whole code system. It is needed with its expansion."),
    (#"{"include":[{"system":"s","filter":[{}]}]}"#, "This list is made by a rule. It is needed with its expansion."),
    (#"{"include":[{"valueSet":["#v"]}]}"#, "The lists of answers lead to each other without an end."),
    (#"{"include":[{"system":"s","concept":[{"code":"a"}]}],"exclude":[{}]}"#, "This list leaves answers out by a rule. It is needed with its expansion."),
    (#"{"include":[]}"#, "The list of answers for this question is empty."),
  ]

  @Test(arguments: lists)
  func `A list of answers that is not whole is refused`(compose: String, sentence: String) {
    let bytes = Fixture.around(
      ##"{"linkId":"a","type":"choice","text":"A?","answerValueSet":"#v"}"##,
      #""contained":[{"resourceType":"ValueSet","id":"v","compose":\#(compose)}],"#)
    #expect(Fixture.refusal(bytes).hasSuffix(": " + sentence))
  }

  @Test func `An expansion with less than it says is refused`() {
    let bytes = Fixture.around(
      ##"{"linkId":"a","type":"choice","text":"A?","answerValueSet":"#v"}"##,
      #""contained":[{"resourceType":"ValueSet","id":"v","expansion":{"total":3,"contains":[{"code":"x"}]}}],"#)
    #expect(Fixture.refusal(bytes).hasSuffix("This list of answers is not whole: 1 of 3 stand here."))
  }

  @Test func `What is no FHIR, or another resource, is told as such`() {
    #expect(Fixture.refusal(Array("[1]".utf8)) == "Line 1, column 1: This is JSON, but not of FHIR.")
    #expect(Fixture.refusal(Array("{}".utf8)).hasSuffix("it has no resourceType."))
    #expect(Fixture.refusal(Array(#"{"resourceType":"Patient"}"#.utf8)).hasSuffix("This is no questionnaire, but Patient."))
    #expect(Fixture.refusal([]) == "Line 1, column 1: it ends too early.")
    let good = Fixture.bytes("every-type.json")
    #expect(Fixture.refusal(good, Array(#"{"resourceType":"Patient"}"#.utf8)).hasSuffix("There is no list of answers (ValueSet) in this file."))
  }

  @Test func `A trouble in a file beside names that file`() {
    let beside = Array(#"{"resourceType":"ValueSet","url":"https://example.org/ValueSet/beside","version":"3"}"#.utf8)
    do throws(FHIRRefusal) {
      _ = try Questionnaire.read(Fixture.bytes("value-sets.json"), valueSets: [beside])
      Issue.record("it was taken")
    } catch {
      #expect(error.file == 1 && error.words == "This list of answers is empty.")
    }
  }

  @Test func `Hostile files end in a sentence`() {
    let deep = String(repeating: #"{"linkId":"x","type":"group","item":["#, count: 5_000)
    #expect(Fixture.refusal(Fixture.around(deep)).hasSuffix("values are nested too deeply."))
    #expect(Fixture.refusal([UInt8](repeating: 0x20, count: (10 << 20) + 1)).hasPrefix("This file is larger than 10 MB"))
    let many = (1...501).map { #"{"linkId":"\#($0)","type":"boolean","text":"A?"}"# }.joined(separator: ",")
    #expect(Fixture.refusal(Fixture.around(many)).hasSuffix("There are more than 500 items in this questionnaire."))
    let options = (1...501).map { #"{"valueString":"\#($0)"}"# }.joined(separator: ",")
    let wide = #"{"linkId":"a","type":"choice","text":"A?","answerOption":[\#(options)]}"#
    #expect(Fixture.refusal(Fixture.around(wide)).hasSuffix("This question has more than 500 answers."))
    #expect(Fixture.refusal(Fixture.around(#"{"linkId":"a","linkId":"b"}"#)).hasSuffix("a name stands twice in one object."))
    // Each item waits for the one before it.
    let chain = (1...400).map { number in
      let when = number == 1 ? "" : #","enableWhen":[{"question":"\#(number - 1)","operator":"exists","answerBoolean":true}]"#
      return #"{"linkId":"\#(number)","type":"boolean","text":"A?"\#(when)}"#
    }
    #expect(Fixture.refusal(Fixture.around(chain.joined(separator: ","))) == "")
  }

  @Test func `A file cut off or changed at any byte is taken or refused, and nothing else`() {
    for name in ["conditions.json", "sum-variables.json", "value-sets.json"] {
      let bytes = Fixture.bytes(name)
      for end in stride(from: 0, to: bytes.count, by: 7) { #expect(Fixture.refusal(Array(bytes[..<end])) != "") }
      for place in stride(from: 0, to: bytes.count, by: 5) {
        var changed = bytes
        changed[place] = [0x22, 0x7B, 0x30, 0xFF, 0x2C][place % 5]
        _ = Fixture.refusal(changed)
      }
    }
  }
}
