import Glibc
import PtyDriver
import Testing

/// Journals of earlier and of later programs. What is kept in Fixtures was made by the program of its time.
@Suite struct VaultAgeTests {
  private static let fixtures =
    Place.content.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    .joined(separator: "/") + "/Tests/Fixtures"
  static let shapes = Tree.names(in: fixtures + "/Schemas").filter { Int($0) != nil }

  private func place(with fixture: String) throws -> Place {
    let place = try Place()
    for folder in ["/.local", "/.local/share", "/.local/share/handrail"] { mkdir(place.home + folder, 0o700) }
    try place.write(Bytes.at("\(Self.fixtures)/\(fixture)/vault"), to: place.vault)
    try place.write("kept for later years\n", to: place.passphraseFile)
    return place
  }

  @Test(arguments: shapes)
  func `A journal of an earlier program reads as it did then, and takes new entries`(shape: String) throws {
    let place = try place(with: "Schemas/" + shape)
    let entries = Bytes.text(Bytes.at("\(Self.fixtures)/Schemas/\(shape)/entries.json"))
    #expect(try place.run(["review", "--json"]).out == entries)
    #expect(try place.run(["review", "--search"], input: "stared\n").out.contains("1 entry."))
    #expect(try place.run(["undo"]).code == 0)
    #expect(try place.run(["mood", "7"]).code == 0)
    let open = try place.run(["resume"], input: "2\n")
    #expect(open.said.contains("My sister did not call.") || open.said.contains("Angry: how strong"), "\(open)")
    #expect(try place.run(["vault", "check"]).code == 0)
  }

  @Test func `A journal whose tables a later program changed is refused, and not a byte of it is touched`() throws {
    let place = try place(with: "NewerSchema")
    let before = Bytes.at(place.vault)
    for arguments in [["mood", "6"], ["review"], ["vault", "check"], ["vault", "backup", place.root + "/backup"]] {
      let refused = try place.run(arguments)
      #expect(refused.code == 69 && refused.said.contains("A newer version of Handrail"), "\(refused)")
      #expect(refused.out == "")
    }
    #expect(Bytes.same(place.vault, before))
    #expect(Tree.names(in: place.journal) == ["vault", "vault.header", "vault.lock"])
  }
}
