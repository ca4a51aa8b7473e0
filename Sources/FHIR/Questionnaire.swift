import Forms
import JSON

/// A FHIR R4 Questionnaire as a form, and what a person should know before it is added.
package struct Questionnaire: Equatable, Sendable {
  /// Its id is made from the title, its version is 1, and its source has no key yet: whoever keeps it sets them.
  package var form: Form
  package var title: String
  package var description: String?
  /// `active`, `draft`, `retired`
  package var status: String
  /// How many questions a person can be asked.
  package var count: Int
  /// Questions that the file lets be answered several times, and that are asked once here.
  package var askedOnce: [String]
  /// Questions about self-harm that are known by their codes.
  package var knownSelfHarm: [String]

  package static let limits = JSONLimits(bytes: 10 << 20, depth: 64, values: 500_000)
  package static let mostItems = 500
  package static let mostOptions = 500

  /// `valueSets`: further files with the lists of answers that the questionnaire names.
  package static func read(_ bytes: [UInt8], valueSets: [[UInt8]] = []) throws(FHIRRefusal) -> Questionnaire {
    let files = ([bytes] + valueSets).map(withoutMark)
    var roots: [Node] = []
    for (number, file) in files.enumerated() {
      if let first = file.first(where: { !" \n\r\t".utf8.contains($0) }), first == UInt8(ascii: "<") {
        throw FHIRRefusal("This is XML. Ask for the same file as JSON.", file: number)
      }
      do throws(JSONError) {
        roots.append(Node(try JSON(reading: file, limits: limits), file: number))
      } catch {
        throw refusal(error, file: number)
      }
    }
    do throws(Trouble) {
      let (root, beside) = try Resources.sort(roots)
      var reader = QuestionnaireReader(root: root, lists: try ValueSets(root: root, beside: beside))
      return try reader.read()
    } catch {
      let position = error.node.map { JSON.position(of: $0.path, in: files[$0.file], limits: limits) }
      throw FHIRRefusal(error.words, file: error.node?.file ?? 0, position: position)
    }
  }

  /// A byte-order mark at the start says nothing; many programs write one.
  private static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: JSON.byteOrderMark) ? Array(bytes.dropFirst(JSON.byteOrderMark.count)) : bytes
  }

  private static func refusal(_ error: JSONError, file: Int) -> FHIRRefusal {
    switch error {
    case .refused(.tooLarge, _, _):
      FHIRRefusal("This file is larger than 10 MB, which is more than a questionnaire needs.", file: file)
    case .refused(let reason, let line, let column):
      FHIRRefusal("\(reason.words).", file: file, position: JSONPosition(line: line, column: column))
    case .notFinite: FHIRRefusal(error.message, file: file)
    }
  }
}
