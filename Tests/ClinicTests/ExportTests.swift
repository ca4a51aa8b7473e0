import Conversation
import Crypto
import Exchange
import Foundation
import Forms
import JSON
import Journal
import PtyDriver
import Testing

@testable import Clinic

/// What is passed on: whole, with where it came from, and never more than was asked for.
@Suite struct ExportTests {
  let sitting: ClinicSitting
  private let ana: Sender
  private let ben: Sender
  private static let notice = LogManifest.Notice(
    text: "42 CFR part 2 prohibits unauthorized use or disclosure of these records.", basis: "42 CFR Part 2")

  init() throws {
    sitting = try ClinicSitting()
    ana = try Sender(id: "P-ANA")
    ben = try Sender(id: "P-BEN")
    try sitting.enroll("Ana Kingfisher", ana)
    try sitting.enroll("Ben Heron", ben)
    try sitting.take([
      try ana.log(
        [
          try ana.entry(1, ["mood": .number(4), "sleep": .number(390), "note": .text("=SUM(A1) at the till")]),
          try ana.numbers(2, ["mood": .number(6)], daysAgo: 3),
          try ana.entry(
            3,
            [
              "situation": .text("at the till"), "emotions": .items(["fear", "a hole"]),
              "strength": .each([.init(of: "fear", answers: ["before": .number(80)])]),
              "at": .text("2026-11-19T08:05"), "looked": .yesNo(true), "g": .group(["in": .items(["one", "two"])]),
            ], form: Sender.thought, daysAgo: 1),
        ], daysAgo: 1, notice: Self.notice),
      try ana.log([try ana.withdrawn(2, daysAgo: 3)], sequence: 2),
      try ben.log([try ben.entry(1, ["mood": .number(7)])]),
    ])
  }

  private func export(_ words: String) -> (code: Int32, said: String) {
    let (said, departure) = sitting.line("export " + words)
    if case .failed(let failure)? = departure { return (failure.code, (said + " " + failure.sentences).oneLine) }
    return (departure == nil ? 0 : -1, said.oneLine)
  }

  private func out(_ name: String) -> String { "--out \(sitting.folder)/\(name)" }

  private func bundle(_ place: String) throws -> JSON {
    try JSON(reading: sitting.bytes(place), limits: JSONLimits(bytes: 1 << 22))
  }

  private func resources(_ place: String, _ type: String) throws -> [JSON] {
    (try bundle(place)["entry"]?.array ?? []).compactMap { $0["resource"] }.filter {
      $0["resourceType"]?.string == type
    }
  }

  @Test func `FHIR goes as a bundle for each person, with the log, the signer and the notice on each response`() throws
  {
    let made = export("--all --format fhir --unsealed --yes \(out("fhir"))")
    #expect(made.code == 0)
    #expect(made.said.contains("2 people, 4 entries. It is in the folder \(sitting.folder)/fhir, in 3 files."))
    #expect(
      sitting.names(in: "fhir") == ["NOTICE.txt", "participant-1-bundle-001.json", "participant-2-bundle-001.json"])
    let responses = try resources("fhir/participant-1-bundle-001.json", "QuestionnaireResponse")
    #expect(responses.count == 3)
    let patient = try #require(try resources("fhir/participant-1-bundle-001.json", "Patient").first)
    #expect(patient["identifier"] == [["system": "https://handrail.invalid/participants", "value": "P-ANA"]])
    #expect(patient["name"] == nil)
    for response in responses {
      let extensions = response["extension"]?.array ?? []
      func found(_ name: String) -> JSON? {
        extensions.first { $0["url"]?.string == "https://handrail.invalid/extensions/\(name)" }
      }
      #expect(
        found("source")?["extension"]?.array?.last
          == ["url": "signer", "valueString": .string(ana.keys.publicKeys.signing.fingerprint)])
      #expect(found("notice")?["extension"]?.array?.first?["valueString"]?.string == Self.notice.text)
      #expect(response["meta"]?["tag"]?.array?.first?["code"] == "PATRPT")
      #expect(response["meta"]?["security"]?.array?.first?["code"] == "NORDSCLCD")
    }
    let states = Set(responses.compactMap { $0["status"]?.string })
    #expect(states == ["completed", "entered-in-error"])
    let gone = try resources("fhir/participant-1-bundle-001.json", "Observation").filter {
      $0["status"] == "entered-in-error"
    }
    #expect(gone.count == 2)
    #expect(sitting.text("fhir/NOTICE.txt").contains(Self.notice.text))
    let other = try resources("fhir/participant-2-bundle-001.json", "QuestionnaireResponse")
    #expect(other.first?["meta"]?["security"] == nil)
  }

  @Test func `Nobody's name goes unless it is asked for, and then it is said`() throws {
    #expect(export("--all --format fhir --unsealed --yes \(out("a"))").code == 0)
    #expect(export("--all --format csv --unsealed --yes \(out("b"))").code == 0)
    for place in ["a", "b"] {
      for name in sitting.names(in: place) {
        let text = sitting.text("\(place)/\(name)")
        #expect(!text.contains("Kingfisher") && !text.contains("Heron"), "\(name)")
      }
    }
    let named = export("--all --format fhir --names --unsealed --yes \(out("c"))")
    #expect(named.said.contains("The names that you use here go with it."))
    let patient = try #require(try resources("c/participant-1-bundle-001.json", "Patient").first)
    #expect(patient["name"] == [["text": "Ana Kingfisher"]])
  }

  @Test func `Bundles are split as asked, and each has its person`() throws {
    #expect(export("Ana --format fhir --split 3 --unsealed --yes \(out("split"))").code == 0)
    let names = sitting.names(in: "split").filter { $0 != "NOTICE.txt" }
    #expect(names.count > 1)
    for name in names {
      let entries = try bundle("split/\(name)")["entry"]?.array ?? []
      #expect(entries.count <= 3 && entries.first?["resource"]?["resourceType"] == "Patient")
    }
  }

  @Test func `Lines are a file for each kind of resource, and refer by id`() throws {
    #expect(export("--all --format ndjson --unsealed --yes \(out("lines"))").code == 0)
    #expect(
      sitting.names(in: "lines") == [
        "NOTICE.txt", "Observation.ndjson", "Patient.ndjson", "QuestionnaireResponse.ndjson",
      ])
    func lines(_ name: String) throws -> [JSON] {
      try sitting.text("lines/\(name).ndjson").split(separator: "\n").map {
        try JSON(reading: Array($0.utf8), limits: JSONLimits(bytes: 1 << 20))
      }
    }
    let people = Set(try lines("Patient").compactMap { $0["id"]?.string })
    #expect(people.count == 2)
    let responses = try lines("QuestionnaireResponse")
    #expect(responses.count == 4 && Set(responses.compactMap { $0["id"]?.string }).count == 4)
    for one in try lines("Observation") + responses {
      let subject = try #require(one["subject"]?["reference"]?.string)
      #expect(people.contains(String(subject.dropFirst("Patient/".count))))
    }
  }

  @Test func `The table has a row an answer, whose it is, where it came from, and no formula`() throws {
    #expect(export("--all --format csv --unsealed --yes \(out("table"))").code == 0)
    #expect(sitting.names(in: "table") == ["NOTICE.txt", "datapackage.json", "entries.csv"])
    let lines = sitting.text("table/entries.csv").split(separator: "\r\n").map(String.init)
    let descriptor = try bundle("table/datapackage.json")
    let fields = descriptor["resources"]?.array?.first?["schema"]?["fields"]?.array?.compactMap { $0["name"]?.string }
    #expect(lines.first == fields?.joined(separator: ","))
    #expect(descriptor["description"]?.string?.contains(Self.notice.text) == true)
    // Three answers of Ana's mood, eight of her thought record, the one that was withdrawn, and Ben's.
    #expect(lines.count == 1 + 3 + 8 + 1 + 1)
    #expect(lines.contains { $0.contains(",'=SUM(A1) at the till,") })
    #expect(lines.dropFirst().allSatisfy { $0.contains(",patient-reported,") && $0.contains("SHA256:") })
    #expect(lines.filter { $0.hasPrefix("2,P-BEN,,") }.count == 1)
    #expect(lines.filter { $0.contains(",withdrawn,") }.count == 1)
  }

  @Test func `Only the days that were asked for go`() throws {
    #expect(export("Ana --format csv --from 2026-11-20 --unsealed --yes \(out("day"))").code == 0)
    let lines = sitting.text("day/entries.csv").split(separator: "\r\n")
    #expect(lines.count == 1 + 3)
    let none = export("Ana --format csv --until 2026-01-01 --unsealed --yes \(out("none"))")
    #expect(none.code == 66 && sitting.names(in: "none") == [])
  }

  @Test func `Sealed, it is one file that nothing readable lies beside`() throws {
    let reader = try OwnKeys.random()
    let key = reader.publicKeys.sealing.text
    let made = export("--all --format fhir --to \(key) --yes \(out("sealed"))")
    #expect(made.code == 0 && made.said.contains("It is sealed, in one file: \(sitting.folder)/sealed."))
    let opened = BytesOutput()
    try AgeReader(try FileInput(sitting.folder + "/sealed")).open(with: [reader.identity], into: opened)
    let tar = String(decoding: opened.bytes, as: UTF8.self)
    #expect(tar.contains("participant-1-bundle-001.json") && tar.contains("NOTICE.txt"))
    #expect(sitting.names(in: ".").sorted() == ["home", "sealed"])
    // Another file of that name is replaced after a yes only.
    let before = sitting.bytes("sealed")
    #expect(sitting.line("export Ana --format csv --to \(key) --yes \(out("sealed"))", then: "no").departure == .paused)
    #expect(sitting.bytes("sealed") == before)
    #expect(sitting.line("export Ana --format csv --to \(key) --yes \(out("sealed"))", then: "yes").departure == nil)
    #expect(sitting.bytes("sealed") != before)
  }

  @Test func `Nothing goes without a yes, and nothing that is there is replaced`() throws {
    #expect(
      sitting.line("export --all --format csv --unsealed \(out("x"))", then: "no").said.contains(
        "Nothing was passed on."))
    #expect(sitting.names(in: "x") == [])
    let script = sitting.once("export", "--all", "--format", "csv", "--unsealed", "--out", sitting.folder + "/x")
    #expect(script.code == 64 && sitting.names(in: "x") == [])
    sitting.console.secrets = [ClinicSitting.passphrase]
    #expect(export("--all --format csv --unsealed --yes \(out("x"))").code == 0)
    let again = export("Ana --format csv --unsealed --yes \(out("x"))")
    #expect(again.code == 73 && again.said.contains("A folder is never replaced."))
    let open = sitting.once("export", "--all", "--format", "csv", "--yes", "--out", sitting.folder + "/y")
    #expect(open.code == 64 && open.console.transcript.oneLine.contains("For whom is it?"))
  }

  @Test func `Each person whose data went has a line in the trail, without a word of theirs`() throws {
    #expect(export("--all --format csv --unsealed --yes \(out("t"))").code == 0)
    let rows = try sitting.store.audit().filter { $0.act == "exported" }
    #expect(rows.map(\.participant) == [2, 1])
    #expect(rows.map(\.detail) == ["csv, 1 entry, all days, not sealed", "csv, 3 entries, all days, not sealed"])
  }

  @Test func `A log goes byte for byte as it came, and ssh-keygen agrees with its signature`() throws {
    let first = try ana.log(
      [try ana.entry(9, ["mood": .number(2), "note": .text("über ☂ \u{2028}")], daysAgo: 5)], sequence: 3)
    try sitting.take([first])
    #expect(export("Ana --format log --unsealed --yes \(out("logs"))").code == 0)
    let names = sitting.names(in: "logs").filter { $0.hasSuffix(".handrail") }
    #expect(names.count == 3)
    #expect(names.contains { sitting.bytes("logs/\($0)") == first })
    for name in names {
      let log = try ReadLog(sitting.bytes("logs/\(name)"))
      for (file, bytes) in [
        ("text", log.signed), ("signature", Array(log.signature.utf8)),
        ("signers", Array("ana namespaces=\"handrail-log\" \(log.participant.signingKey)\n".utf8)),
      ] {
        try #require(FileManager.default.createFile(atPath: "\(sitting.folder)/\(file)", contents: Data(bytes)))
      }
      let text = open("\(sitting.folder)/text", O_RDONLY | O_CLOEXEC)
      defer { close(text) }
      let keygen = try PtySession(
        "/usr/bin/ssh-keygen",
        ["-Y", "verify", "-f", "signers", "-I", "ana", "-n", "handrail-log", "-s", "signature"],
        environment: ["PATH": "/usr/bin:/bin"], input: text, folder: sitting.folder)
      #expect(try keygen.waitForExit(within: 60) == .status(0), "\(name)")
    }
  }
}
