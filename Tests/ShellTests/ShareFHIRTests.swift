import Exchange
import Foundation
import Forms
import JSON
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation
@testable import Shell

/// A share for a FHIR server, as a script makes it.
@Suite struct ShareFHIRTests {
  let sitting: ShellSitting
  private let clinic: OwnKeys

  init() throws {
    sitting = try ShellSitting()
    clinic = try sitting.addClinic()
  }

  private func share(_ words: String) -> (code: Int32, said: String) {
    let (said, departure) = sitting.line("share --format fhir --yes " + words)
    if case .failed(let failure)? = departure { return (failure.code, (said + " " + failure.sentences).unwrapped) }
    return (0, said.unwrapped)
  }

  private func path(_ name: String) -> String { sitting.folder + "/" + name }
  private func bytes(_ name: String) -> [UInt8] {
    FileManager.default.contents(atPath: path(name)).map { [UInt8]($0) } ?? []
  }

  private func mood(_ number: Double) throws -> ULID {
    let form = try FormDesk(session: sitting.session).form("mood")
    let now = sitting.session.world.clock.now()
    let entry = Entry(
      id: sitting.session.world.newID(), form: Wordings.stamp(of: form), day: now.day, part: now.part, recorded: now,
      answers: ["mood": .number(number)])
    try sitting.store.add(entry, form: form)
    return entry.id
  }

  private func opened(_ name: String) throws -> [UInt8] {
    let output = BytesOutput()
    try AgeReader(try FileInput(path(name))).open(with: [clinic.identity], into: output)
    return output.bytes
  }

  private func resources(_ bytes: [UInt8]) throws -> [JSON] {
    let bundle = try JSON(reading: bytes, limits: JSONLimits(bytes: 1 << 22))
    return (bundle["entry"]?.array ?? []).compactMap { $0["resource"] }
  }

  @Test func `One bundle is one file, or goes to stdout`() throws {
    _ = try mood(4)
    let made = share("--unsealed --out \(path("out.json"))")
    #expect(
      made.said.hasSuffix("1 entry, not sealed. It is in \(path("out.json")).") && made.code == 0)
    let types = try resources(bytes("out.json")).map { $0["resourceType"]?.string }
    #expect(types == ["Patient", "QuestionnaireResponse", "Observation"])
    #expect(
      sitting.once("share", "--format", "fhir", "--yes", "--unsealed").console.raw.utf8.elementsEqual(
        bytes("out.json")))
  }

  @Test func `Several bundles are a folder, which replaces nothing, or sealed one file`() throws {
    for number in 1...3 { _ = try mood(Double(number)) }
    let made = share("--unsealed --bundle-size 3 --out \(path("out"))")
    #expect(made.said.hasSuffix("It is in the folder \(path("out")), in 3 files.") && made.code == 0)
    let names = ["bundle-001.json", "bundle-002.json", "bundle-003.json"]
    #expect(try FileManager.default.contentsOfDirectory(atPath: path("out")).sorted() == names)
    for name in names { #expect(try resources(bytes("out/\(name)")).count == 3) }
    let again = share("--unsealed --bundle-size 3 --replace --out \(path("out"))")
    #expect(again.code == 73 && again.said.contains("A folder is never replaced. Nothing was shared."))
    let nowhere = share("--unsealed --bundle-size 3")
    #expect(nowhere.code == 64 && nowhere.said.contains("This makes 3 files. Nothing was shared."))
    #expect(share("--to \"River House\" --bundle-size 3 --out \(path("sealed"))").code == 0)
    let tar = try opened("sealed")
    #expect(tar == Tar.bytes(names.map { NamedBytes(name: $0, bytes: bytes("out/\($0)")) }))
  }

  @Test func `What was taken back, deleted or erased since is told once to the one who had it`() throws {
    let (stays, taken, deleted, erased) = (try mood(4), try mood(5), try mood(6), try mood(7))
    #expect(share("--to \"River House\" --out \(path("1"))").code == 0)
    for line in ["share withdraw \(taken.short)", "delete \(deleted.short)"] {
      #expect(sitting.line(line).departure == nil)
    }
    #expect(sitting.line("delete \(erased.short) --for-good", then: "yes").departure == nil)
    let second = share("--to \"River House\" --out \(path("2"))")
    #expect(second.said.contains("1 entry, 3 taken back, for River House."))
    let names = try LogNames.load(in: sitting.session)
    var states: [String: String] = [:]
    for resource in try resources(opened("2")) {
      let identifier = resource["identifier"]?["value"] ?? resource["identifier"]?.array?.first?["value"]
      states[identifier?.string ?? ""] = resource["status"]?.string
    }
    for gone in [taken, deleted, erased].compactMap(names.name) {
      #expect(states[gone] == "entered-in-error" && states["\(gone).mood"] == "entered-in-error", "\(states)")
    }
    let left = try #require(names.name(of: stays))
    #expect(states[left] == "completed" && states["\(left).mood"] == "final")
    #expect(share("--to \"River House\" --out \(path("3"))").said.contains("1 entry, for River House."))
    #expect(try sitting.store.shares(with: "River House").map(\.way) == [.fhir, .fhir, .fhir])
  }

  @Test func `Without a recipient nothing leaves, and options that do not go with it are told`() throws {
    _ = try mood(4)
    #expect(share("--out \(path("out"))").said.contains("For whom is it?"))
    #expect(share("--unsealed --note").said.contains("A note does not go with --format fhir."))
    #expect(share("--unsealed --bundle-size 2").said.contains("A bundle has from 3 to 10000 entries."))
    let log = sitting.once("share", "--format", "log", "--bundle-size", "9")
    #expect(log.console.transcript.unwrapped.contains("--bundle-size goes with --format fhir."))
    #expect(!FileManager.default.fileExists(atPath: path("out")))
  }
}

extension ShellSitting {
  /// River House on the list of recipients, with the keys that open what is sealed for it.
  func addClinic() throws -> OwnKeys {
    let clinic = try OwnKeys.random()
    var list = RecipientList()
    list.add(
      Recipient(name: "River House", keys: clinic.publicKeys, added: session.world.clock.now(), isCompared: true))
    try RecipientDesk(session: session).keep(list)
    return clinic
  }
}
