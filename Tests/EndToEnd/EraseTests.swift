import Glibc
import PtyDriver
import Testing

@Suite struct EraseTests {
  /// What may lie in the folder of a journal that has had a long life.
  private let sideFiles = [
    "vault.bak", "vault.new", "vault.header.new", "vault.restore", "vault.torn-20260101-000000",
    "vault.replaced-20260101-000000",
  ]

  @Test(arguments: ["whole", "damaged", "no journal any more", "gone but for its side files"])
  func `After an erase no byte and no name of the journal is left in the folder`(state: String) throws {
    let place = try Place()
    try place.makeJournal()
    #expect(try place.run(["mood", "6", "--note"], input: "kingfisher\n").code == 0)
    let whole = Bytes.at(place.vault)
    for name in sideFiles { try place.write(whole, to: place.journal + "/" + name) }
    switch state {
    case "damaged": try place.write(Records.damaged(whole, record: 1), to: place.vault)
    case "no journal any more": try place.write("something else", to: place.vault)
    case "whole": break
    default: unlink(place.vault)
    }
    let erased = try place.run(["vault", "erase"], input: "yes\n")
    #expect(erased.code == 0, "\(erased)")
    #expect(Tree.files(in: place.home) == [place.journal + "/settings"])
    let pieces = Records.starts(in: whole).map { Array(whole[$0..<($0 + 64)]) } + [Array(whole[..<64])]
    for file in Tree.files(in: place.home) {
      let bytes = Bytes.at(file)
      #expect(!pieces.contains { Bytes.contain(bytes, $0) } && !Bytes.contain(bytes, Array("kingfisher".utf8)))
    }
  }

  @Test func `An open journal is not erased from another window`() throws {
    let place = try Place()
    try place.makeJournal()
    let session = try place.open()
    let before = Bytes.at(place.vault)
    #expect(try place.run(["vault", "erase"], input: "yes\n").code == 75)
    #expect(Bytes.same(place.vault, before))
    try session.command("vault erase")
    try session.expect("Type yes to destroy it")
    try session.enter("yes")
    try session.expect("The journal is gone from this folder.")
    #expect(Tree.files(in: place.home) == [place.journal + "/settings"])
  }
}
