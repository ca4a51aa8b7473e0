import Crypto
import Forms
import JSON
import Journal
import PtyDriver
import Testing

@testable import Exchange

/// An assignment as a file: written, signed, sealed, read, and refused where a field is not as it has to be.
@Suite struct AssignmentTests {
  private let programme: SampleProgramme
  private let person: OwnKeys
  private let assignment: Assignment
  private let text: String

  init() throws {
    programme = try SampleProgramme()
    person = try OwnKeys.random()
    assignment = try programme.assignment(for: person.publicKeys)
    text = String(decoding: try assignment.file(signedBy: programme.keys.signing), as: UTF8.self)
  }

  private func error(_ text: String) -> AssignmentRefusal? {
    do throws(AssignmentRefusal) {
      _ = try ReadAssignment(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  private func error(changing old: String, to new: String) throws -> AssignmentRefusal? {
    try #require(text.contains(old), "\(old)")
    return error(text.replacing(old, with: new, maxReplacements: 1))
  }

  @Test func `An assignment reads as what it was made from, and its signature holds`() throws {
    let read = try ReadAssignment(Array(text.utf8))
    #expect(read.assignment == assignment)
    try read.check(signer: programme.keys.publicKeys.signing)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 2 && text.hasSuffix("\n"))
    #expect(
      lines[0].contains(
        """
        {"due":"2026-11-27","id":"01KAFZ8YTRZW00402081G60S01","kind":"homework","often":"daily",\
        "what":"Walk for ten minutes","why":"Moving helps sleep"},{"id":"01KAFZ8YTRZW00402081G60S02","kind":"target",\
        "target":{"kind":"urge","name":"Skip group","note":"We agreed on this on Monday"}}
        """))
  }

  @Test func `Stock age opens it, and ssh-keygen trusts its signature`() throws {
    let bench = try Bench()
    try bench.put(
      try programme.sealed(Array(text.utf8), for: person.publicKeys.sealing), "sealed")
    try bench.put(person.identity.text + "\n", "key")
    #expect(try bench.run(age, "-d", "-i", "key", "-o", "opened", "sealed") == .status(0))
    #expect(bench.text("opened") == text)
    let lines = bench.text("opened").split(separator: "\n")
    let end = try JSON(reading: Array(lines[1].utf8), limits: JSONLimits(bytes: 1 << 16))
    try bench.put(try #require(end["signature"]?.string), "signature")
    try bench.put(lines[0] + "\n", "text")
    try bench.put("it namespaces=\"handrail-assignment\" \(programme.keys.publicKeys.signing.text)\n", "signers")
    let verified = try bench.run(
      keygen, "-Y", "verify", "-f", "signers", "-I", "it", "-n", "handrail-assignment", "-s", "signature",
      input: "text", output: "said")
    #expect(verified == .status(0))
    #expect(bench.text("said").hasPrefix("Good \"handrail-assignment\" signature for it"))
  }

  @Test func `Any change of a letter breaks the signature, and so does another signer`() throws {
    let changed = try ReadAssignment(Array(text.replacing("ten minutes", with: "ten hours").utf8))
    #expect(throws: SSHSignatureError.doesNotFit) { try changed.check(signer: programme.keys.publicKeys.signing) }
    let forged = try ReadAssignment(assignment.file(signedBy: OwnKeys.random().signing))
    #expect(throws: SSHSignatureError.otherKey) { try forged.check(signer: programme.keys.publicKeys.signing) }
    let log = try ReadAssignment(
      assignment.file { SSHSignature(of: $0, by: programme.keys.signing).armoured })
    #expect(throws: SSHSignatureError.namespace("handrail-log")) {
      try log.check(signer: programme.keys.publicKeys.signing)
    }
    #expect(throws: AssignmentRefusal.signing) { try assignment.file { _ in nil } }
  }

  static let wrong: [(old: String, new: String, field: String)] = [
    ("\"id\":\"01KAFZ8YTRZW00402081G60S09\"", "\"id\":\"x\"", "id"),
    ("\"createdAt\":\"2026", "\"createdAt\":\"26", "createdAt"),
    ("\"name\":\"Harbour IOP\"", "\"name\":\"\"", "programme.name"),
    ("\"app\":\"handrail 0.1.0\"", "\"app\":1", "app"),
    ("\"often\":\"daily\"", "\"often\":\"always\"", "items.1.often"),
    ("\"due\":\"2026-11-27\"", "\"due\":\"2026-11-31\"", "items.1.due"),
    ("\"what\":\"Walk for ten minutes\"", "\"what\":\" \"", "items.1.what"),
    ("\"id\":\"01KAFZ8YTRZW00402081G60S02\"", "\"id\":\"01KAFZ8YTRZW00402081G60S01\"", "items.2.id"),
    ("\"kind\":\"urge\"", "\"kind\":\"craving\"", "items.2.target.kind"),
    ("\"everyDays\":14", "\"everyDays\":0", "items.3.everyDays"),
    ("\"id\":\"our-group-rules\"", "\"id\":\"../rules\"", "items.4.module.id"),
    ("\"signature\":\"", "\"signature\":\"\(String(repeating: "x", count: 5000))", "signature"),
  ]

  @Test(arguments: wrong.indices) func `A field that holds what it cannot hold is named`(number: Int) throws {
    let (old, new, field) = Self.wrong[number]
    #expect(try error(changing: old, to: new) == .field(field))
  }

  @Test func `Lines are canonical, two of them, and nothing stands twice`() throws {
    #expect(try error(changing: "{\"app\"", to: "{ \"app\"") == .notCanonical(line: 1))
    #expect(try error(changing: "{\"signature\"", to: "{ \"signature\"") == .notCanonical(line: 2))
    #expect(error(text + "{}\n") == .notCanonical(line: 3))
    guard case .json(.duplicateName, 1, _)? = try error(changing: "{\"app\"", to: "{\"app\":\"\",\"app\"") else {
      return #expect(Bool(false), "a name that stands twice was taken")
    }
    let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    guard case .json(.tooDeep, 1, _)? = try error(changing: "\"everyDays\":14", to: "\"everyDays\":\(deep)") else {
      return #expect(Bool(false), "forty levels were taken")
    }
  }

  @Test func `A file that was cut off, is too large or of another kind is told as such`() throws {
    for length in stride(from: 1, to: text.utf8.count - 1, by: 31) {
      #expect(error(String(decoding: text.utf8.prefix(length), as: UTF8.self)) == .cutOff, "\(length)")
    }
    #expect(error("") == .notAnAssignment && error("hello") == .notAnAssignment)
    #expect(error("{\"format\":\"handrail-log\"}\n") == .notAnAssignment)
    #expect(try error(changing: "\"version\":\"1.0\"", to: "\"version\":\"2.0\"") == .version)
    #expect(try error(changing: "\"version\":\"1.0\"", to: "\"version\":\"1.7\"") == nil)
    #expect(try error(changing: "\"kind\":\"homework\"", to: "\"kind\":\"walk\"") == .kind(item: 1))
    #expect(error(text + String(repeating: "x", count: 3 << 20)) == .tooLarge)
  }

  @Test func `An assignment has from 1 to 50 items`() throws {
    let one = try SampleProgramme.items()[0]
    #expect(throws: AssignmentRefusal.field("items")) {
      try programme.assignment(for: person.publicKeys, []).file(signedBy: programme.keys.signing)
    }
    let many = (0..<51).map { number in
      Assignment.Item(id: ULID(milliseconds: Int64(number), random: Array(0..<10)), one.work)
    }
    #expect(throws: AssignmentRefusal.field("items")) {
      try programme.assignment(for: person.publicKeys, many).file(signedBy: programme.keys.signing)
    }
    let most = try programme.assignment(for: person.publicKeys, Array(many.dropLast()))
    #expect(try ReadAssignment(most.file(signedBy: programme.keys.signing)).assignment == most)
  }
}

/// What was done for an assignment is told to the programme by its own name for the item.
@Suite struct AssignedLinkTests {
  @Test func `A link to an item keeps its name whatever else is shared; other links are hidden or cut`() throws {
    let item = try SampleProgramme.id(1)
    let form = Form(
      id: "homework", version: 1, title: "Homework", kind: .log, summary: "",
      questions: [Question("what", .text, ask: "What?")])
    let day = Day(daysSince1970: 20_777)
    let entry = Entry(
      id: try SampleProgramme.id(2), form: FormStamp(id: "homework", version: 1, wording: "w"), day: day,
      recorded: Moment(milliseconds: 1_795_206_615_000, offset: 0, zone: "UTC"), answers: ["what": .text("walk")],
      links: [.assigned(item), Link(name: "done", entry: try SampleProgramme.id(3))])
    let shared = try #require(SharedEntry(entry, form: form, consent: Consent(days: day...day), shared: { _ in false }))
    #expect(shared.entry.links == [.assigned(item)])
    let line = String(decoding: try LogEntry.line(shared, names: LogNames(secret: Array(0..<32))), as: UTF8.self)
    #expect(line.contains("\"links\":[{\"entry\":\"\(item.text)\",\"name\":\"assigned\"}]"))
    #expect(!line.contains(entry.id.text) && !line.contains("walk"))
  }
}
