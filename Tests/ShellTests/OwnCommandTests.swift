import Forms
import Journal
import Library
import Testing
import Vault

@testable import Conversation
@testable import Shell

/// What has a command of its own stays out of the list of exercises.
@Suite struct OwnCommandTests {
  @Test func `What is kept with the programme is in no list of exercises, and every form of it has its own command`() {
    let library = Library(folders: [project + "/content"])
    let shelves = PracticeShelves(forms: library.forms(), skills: library.skills())
    let shown = Set(shelves.all.flatMap(\.forms).map(\.id))
    let programme = library.forms().filter { $0.family == "programme" }
    #expect(!programme.isEmpty)
    for form in programme { #expect(!shown.contains(form.id), "\(form.id)") }
    for id in ["signs-check", "test-day", "mood", "note", "hope"] { #expect(!shown.contains(id)) }
    #expect(PracticeShelves.elsewhere.isSubset(of: Set(library.forms().map(\.id))))
  }

  @Test func `A clinician's own form stays in sight, wherever it lies`() throws {
    var own = try #require(Library(folders: [project + "/content"]).forms().first { $0.kind == .exercise })
    own.id = "tea"
    own.family = "programme"
    #expect(PracticeShelves(forms: [own], skills: []).all.map(\.need) == ["Something else"])
  }

  @Test func `Practice opens the one plan that is written`() throws {
    let sitting = try ShellSitting()
    let form = try FormDesk(session: sitting.session).form("hope")
    let question = try #require(form.questions.first { $0.kind == .text })
    try sitting.store.add(
      Entry(
        id: sitting.session.world.newID(), form: Wordings.stamp(of: form), day: sitting.session.world.clock.now().day,
        recorded: sitting.session.world.clock.now(), answers: [question.id: .text("the kingfisher")]), form: form)
    let (said, departure) = sitting.line("practice hope", then: "")
    #expect(departure == nil)
    #expect(said.contains("the kingfisher") && said.contains("Leave it as it is"))
    #expect(try sitting.store.entries().count == 1)
  }
}
