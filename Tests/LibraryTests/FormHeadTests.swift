import Forms
import Testing

@testable import Library

/// What stands around the questions: conditions, review, what a list shows.
@Suite struct FormHeadTests {
  private func form(_ id: String, _ head: String = "", _ tail: String = "", question: String = "") -> String {
    """
    id: \(id)
    version: 1
    title: Some
    kind: exercise
    summary: A few words.
    \(head)
    questions:
      - {id: words, type: text, ask: What is it?\(question)}
    \(tail)

    """
  }

  private func read(_ head: String, _ tail: String = "") throws -> Form? {
    let shelf = Shelf(["en/forms/a.yaml": form("a", head, tail)])
    return try shelf.library.form("a")
  }

  @Test func `A form is delicate when it says so, or asks about safety or an agreement first`() throws {
    #expect(try read("")?.delicate == nil)
    #expect(try read("gate: body")?.delicate == nil)
    #expect(try read("reviewed: Dr A. Example, 2026-12-01")?.delicate == nil)
    #expect(try read("delicate: yes")?.delicate == .unreviewed)
    #expect(try read("gate: safe-now\nreviewed: no")?.delicate == .unreviewed)
    #expect(try read("gate: agreed")?.delicate == .unreviewed)
    #expect(
      try read("delicate: yes\nreviewed: Dr A. Example, 2026-12-01")?.delicate == .reviewed("Dr A. Example, 2026-12-01")
    )
  }

  @Test func `The check asks a delicate form for its review and its date`() {
    let shelf = Shelf([
      "en/forms/a.yaml": form("a", "delicate: yes"),
      "en/forms/b.yaml": form("b", "gate: safe-now\nreviewed: no\nupdated: 2026-11-22"),
      "en/forms/c.yaml": form("c", "gate: safe-now\ndelicate: no"), "en/forms/d.yaml": form("d", "updated: soon"),
      "en/forms/e.yaml": form("e", "sources: [{name: A book, year: 2015}]\nreviewed: no\nupdated: 2026-11-22"),
    ])
    #expect(
      shelf.problems == [
        #"en/forms/a.yaml:1: This form is delicate, and "updated" is missing: write a date such as 2026-11-21."#,
        #"en/forms/a.yaml:1: This form is delicate: write "reviewed: no", or by whom and when."#,
        #"en/forms/c.yaml:1: This form is delicate, and "updated" is missing: write a date such as 2026-11-21."#,
        #"en/forms/c.yaml:1: This form is delicate: write "reviewed: no", or by whom and when."#,
        "en/forms/c.yaml:7: What asks the question of safety first is delicate: leave this field out.",
        #"en/forms/d.yaml:6: The field "updated" has to be a date such as 2026-11-21."#,
      ])
  }

  @Test func `A list knows what is held back and what has a condition, wherever the keys stand`() {
    let shelf = Shelf([
      "en/forms/a.yaml": form("a"), "en/forms/b.yaml": form("b", "delicate: true\nreviewed: no"),
      "en/forms/c.yaml": form("c", "gate: agreed"), "en/forms/d.yaml": form("d", "", "delicate: yes"),
      "en/forms/e.yaml": form("e", "gate: safe-now", "reviewed: Dr A. Example, 2026-12-01"),
      "en/forms/f.yaml": form("f", "delicate: yes\nreviewed: Dr A. Example, 2026-12-01"),
      "en/forms/g.yaml": form("g", "", "when-any: [{a.words: {answered: yes}}]"),
      "en/forms/h.yaml": form("h", "when: {words: Tea}"),
    ])
    let forms = shelf.library.forms()
    #expect(forms.filter(\.isHeldBack).map(\.id) == ["b", "c", "d"])
    #expect(
      forms.compactMap(\.when) == [
        .any([.compare(question: "a.words", .answered(true))]), .compare(question: "words", .equals(.text("Tea"))),
      ])
  }

  @Test func `A condition of a form names its own questions, or those of another form with a dot`() {
    let shelf = Shelf([
      "en/forms/a.yaml": form("a", "", "when-any: [{words: {answered: yes}}, {d.words: {answered: no}}]"),
      "en/forms/b.yaml": form("b", "", "when: {urges: {at-least: 5}}"),
      "en/forms/c.yaml": form("c", "", "when-all: [{d.ghost: 1}, {ghost.words: 1}]"),
      "en/forms/d.yaml": form("d", "", "when-any: []"),
    ])
    #expect(
      shelf.problems == [
        #"en/forms/b.yaml:9: There is no question "urges" here: one of another form is written form.question."#,
        #"en/forms/c.yaml:9: There is no form called "ghost"."#,
        #"en/forms/c.yaml:9: There is no question "ghost" in the form "d"."#,
      ])
  }

  @Test func `What is taken over from a link has to be asked by a form that leads here`() throws {
    let next = "then: [{offer: b, say: Next?, link: follows}]"
    let shelf = Shelf([
      "en/forms/a.yaml": form("a", "", next), "en/forms/b.yaml": form("b", question: ", prefill: {linked: words}"),
      "en/forms/c.yaml": form("c", question: ", prefill: {linked: words}"),
      "en/forms/d.yaml": form("d", question: ", prefill: {linked: words, last: words}"),
    ])
    #expect(try shelf.library.form("b")?.questions.first?.prefill == .linked("words"))
    #expect(
      shelf.problems == [
        #"en/forms/c.yaml:8: No form that leads here has a question "words"."#,
        "en/forms/d.yaml:8: A prefill is {last: question}, {linked: question}, or {form: form, question: question}.",
      ])
  }

  @Test func `What needs an agreement is never offered`() {
    let shelf = Shelf([
      "en/forms/a.yaml": form("a", "", "then:\n  - {offer: b, say: Climb?}"),
      "en/forms/b.yaml": form("b", "gate: agreed\nreviewed: no\nupdated: 2026-11-22"),
    ])
    #expect(
      shelf.problems == [
        #"en/forms/a.yaml:10: The form "b" needs an agreement with a clinician: it is never offered."#
      ])
  }

  @Test func `Files that are left out are in no list, and what they covered is`() throws {
    let base = Shelf(["en/forms/a.yaml": small("a", "Base"), "en/skills/s.md": "no skill"])
    let own = Shelf(["forms/a.yaml": small("a", "Own"), "forms/b.yaml": small("b", "Own")])
    var library = Library(folders: [base.path, own.path])
    library.leftOut = [own.path + "/forms/a.yaml", own.path + "/forms/b.yaml"]
    #expect(library.forms().map(\.title) == ["Base"])
    #expect(try library.form("b")?.title == "Own", "naming one still reads it")
  }
}
