import Exchange
import Forms
import Journal
import Library
import Terminal

/// Each item of an assignment in plain words.
package struct AssignmentText {
  let today: Day
  let library: Library

  package init(today: Day, library: Library) {
    self.today = today
    self.library = library
  }

  package func blocks(for item: Assignment.Item) throws(Departure) -> [Block] {
    switch item.work {
    case .homework(let homework):
      var blocks: [Block] = [.title("Homework"), .quote(homework.what)]
      if let why = homework.why { blocks.append(.pair("Why", Rich(why.oneLine))) }
      if let often = homework.often { blocks.append(.pair("How often", Rich(Self.often[often] ?? often))) }
      if let due = homework.due { blocks.append(.pair("Until", Rich(Dates.words(due, today: today)))) }
      return blocks
    case .target(let target):
      return [.title("On your diary card"), .text(Rich("\(Self.kind[target.kind] ?? ""): \(target.name)"))]
        + (target.note.map { [.quote($0)] } ?? [])
    case .questionnaire(let json, let days):
      var blocks = QuestionnaireText(questionnaire: try Accepting.questionnaire(json).found).blocks
      blocks[0] = .title(Rich("A questionnaire: \(PackText.title(json))"))
      if let days { blocks.append(.pair("How often", Rich(days == 1 ? "every day" : "every \(days) days"))) }
      return blocks
    case .module(let id, let text):
      let (module, missing) = try page(id, text)
      var blocks: [Block] = [
        .title(Rich("A page to read: \(module.title)")), .text(Rich(module.summary)),
        .pair("Length", Rich("\(module.body.wordCount) words")),
        .pair("Reviewed", Rich(module.reviewed ?? "no clinician is named")),
      ]
      if library.modules().contains(where: { $0.id == id }) {
        blocks.append(.text("It takes the place of the page of that name that you have."))
      }
      if !missing.isEmpty {
        blocks.append(.quiet(Rich("It names what is not here: \(missing.joined(separator: ", ")).")))
      }
      return blocks
    }
  }

  /// Fails where it is no page that can be shown here.
  package func page(_ id: String, _ text: String) throws(Departure) -> (module: Module, missing: [String]) {
    do throws(LibraryError) { return try library.checked(module: text, id: id) } catch {
      throw .failed(
        Failure(
          "A page in it cannot be used. \(error.message)", safe: AcceptDesk.nothing, next: "Tell your programme.",
          code: 65))
    }
  }

  /// One item in a few words, for a list.
  package func line(for item: Assignment.Item) -> String {
    switch item.work {
    case .homework(let homework): "Homework: \(homework.what.oneLine.prefix(50))"
    case .target(let target): "On the diary card: \(target.name)"
    case .questionnaire(let json, _): "Questionnaire: \(PackText.title(json))"
    case .module(let id, let text): "Page: \((try? page(id, text))?.module.title ?? id)"
    }
  }

  private static let often = [
    "once": "once", "few": "a few times", "daily": "every day", "when-needed": "when it comes up",
  ]
  private static let kind: [DiaryTargets.Kind: String] = [
    .urge: "An urge to watch", .emotion: "A feeling to watch", .behaviour: "Something you do, to watch",
  ]
}
