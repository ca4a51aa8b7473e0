import Forms
import Testing

@testable import Journal

@Suite struct ApartTests {
  private func holds(_ id: String, _ ask: String, form: String = "check", delicate: Form.Delicate? = nil) -> Bool {
    let question = Question(id, .scale(low: 0, high: 10, lowWords: "none", highWords: "all"), ask: ask)
    return Apart.holds(
      question,
      of: Form(id: form, version: 1, title: form, kind: .log, summary: "", questions: [question], delicate: delicate))
  }

  @Test func `Use, medication, what was acted on and delicate forms are apart, also a programme's own`() {
    #expect(holds("use", "Did you?"))
    #expect(holds("acted-t1", "Did you act on it?"))
    #expect(holds("did-t1", "Cooked: today?"))
    #expect(holds("cups", "About how many drinks?"))
    #expect(holds("tablets", "How many?"))
    #expect(holds("item-9", "Thoughts that you would be better off dead, or of hurting yourself?"))
    #expect(holds("q1", "How often did you smoke?"))
    #expect(holds("total", "Sum", form: "audit-c"))
    #expect(holds("fear", "How strong is it?", delicate: .unreviewed))
    #expect(holds("fear", "How strong is it?", delicate: .reviewed("Dr Bell")))
    let form = Form(id: "f", version: 1, title: "F", kind: .measure, summary: "", questions: [])
    #expect(Apart.holds(Score(id: "sum", label: "Alcohol score", sum: []), of: form))
    #expect(!Apart.holds(Score(id: "sum", label: "Sum", sum: []), of: form))
    #expect(Apart.speaksOfIt(["to DRINK alone"]))
  }

  @Test func `What is not about them is not`() {
    #expect(!holds("mood", "How is your mood right now?"))
    #expect(!holds("urges", "How strong was your strongest urge today, for anything you are trying not to do?"))
    #expect(!holds("sleep", "Was the pillow soft, and did you meditate?"))
    #expect(!holds("energy", "How much energy do you have?"))
  }
}
