import Conversation
import Crypto
import Exchange
import Foundation
import Forms
import Terminal
import Testing
import Vault

@testable import Clinic

/// What a participant's own Handrail makes, with everything it can hold: nothing of it is refused.
@Suite struct ParticipantTests {
  @Test func `Three made-up participants share all they have, then only numbers, then take an entry back`() throws {
    let programme = try Programme()
    let card = KeyCard(name: "Harbour IOP", keys: programme.keys.publicKeys)
    try programme.put(Array(card.text.utf8), "clinic.card")
    for seed in UInt64(1)...3 {
      let person = try person(seed, programme)
      defer { person.lock() }
      var journal = DemoJournal(session: person, seed: seed, days: 14)
      let count = try journal.write()
      try AddingCard(session: person, isCompared: true, asksName: false).add(programme.path("clinic.card"))
      let keys = try KeyDesk(session: person).keys().publicKeys
      let now = programme.sitting.clock.now().milliseconds
      let n = try programme.sitting.store.enroll(
        "P\(seed)",
        key: PersonKey(signing: keys.signing.point, recipient: keys.sealing.text, at: now, isCompared: true),
        Doing(by: "-", at: now))

      try share(person, .numbers, "\(seed)-numbers.handrail", programme)
      try share(person, .full, "\(seed)-full.handrail", programme)
      let numbers = programme.take("\(seed)-numbers.handrail")
      #expect(
        numbers.code == 0 && numbers.said.contains("entries: ") && !numbers.said.contains("conflict"), "\(numbers)")
      let before = try programme.sitting.store.lines(of: n).count
      // The same entries with their words stand in place of those without; none is in conflict.
      let full = programme.take("\(seed)-full.handrail")
      #expect(full.code == 0 && full.said.contains("updated") && !full.said.contains("conflict"), "\(full)")
      let lines = try programme.sitting.store.lines(of: n)
      #expect(lines.count >= before && lines.count <= count && lines.allSatisfy { $0.state == .shown })
      #expect(lines.allSatisfy { LogLine(kept: $0.body)?.detail == .full })
      // The other way round: what shows less is older.
      #expect(programme.take("\(seed)-numbers.handrail").said.contains("nothing is new"))

      for log in try programme.sitting.store.logs(of: n) {
        let parts = try #require(try programme.sitting.store.parts(ofLog: log.n))
        let bytes = try #require(
          LogParts.bytes(head: parts.head, forms: parts.forms, lines: parts.lines, signature: parts.signature))
        #expect(SHA256.hash(bytes) == log.digest)
      }
      let newest = try #require(try person.journal().entries(EntryFilter()).first)
      try person.journal().withdraw(newest.id, at: person.world.clock.now())
      try share(person, .full, "\(seed)-later.handrail", programme, sinceLast: true)
      #expect(programme.take("\(seed)-later.handrail").said.contains("1 withdrawn"))
    }
    #expect(try programme.sitting.store.disputes().isEmpty)
  }

  private func person(_ seed: UInt64, _ programme: Programme) throws -> Session {
    let environment = Environment(
      values: [
        "HANDRAIL_HOME": programme.path("person-\(seed)"), "HANDRAIL_CONTENT": project + "/content",
        "LANG": "en_IE.UTF-8",
      ], options: .init(), executable: "/nonexistent/bin/handrail")
    let session = Session(World(console: RecordingConsole(), clock: programme.sitting.clock, environment: environment))
    try NewJournal(session: session).create(
      try SecretBytes(copying: Array(ClinicSitting.passphrase.utf8)), kdf: KDFSettings(passes: 2, memoryMiB: 19),
      recovery: false)
    return session
  }

  private func share(
    _ person: Session, _ detail: ShareDetail, _ name: String, _ programme: Programme, sinceLast: Bool = false
  ) throws {
    var once = ShareOnce()
    once.to = "Harbour IOP"
    once.from = Day(year: 2026, month: 10, day: 1)
    once.out = programme.path(name)
    once.isAgreed = true
    once.sinceLast = sinceLast
    once.details = Dictionary(uniqueKeysWithValues: ShareCategory.allCases.map { ($0, detail) })
    try once.run(in: person, version: "0.1.0")
  }
}
