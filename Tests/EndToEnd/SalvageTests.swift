import Glibc
import PtyDriver
import Testing

@Suite struct SalvageTests {
  @Test func `A journal broken in the middle says what to run, and that saves everything before the break`() throws {
    let place = try Place()
    try place.makeJournal()
    for mood in 1...4 { #expect(try place.run(["mood", "\(mood)"]).code == 0) }
    // The end of the fourth session: its commit and its clean close are the last two records.
    let broken = Records.damaged(Bytes.at(place.vault), record: -2)
    try place.write(broken, to: place.vault)
    let refused = try place.run(["mood", "5"])
    #expect(refused.code == 65 && refused.said.contains("`handrail vault salvage FOLDER` saves everything before"))

    let out = place.root + "/rescued"
    let salvaged = try place.run(["vault", "salvage", out])
    #expect(salvaged.code == 0, "\(salvaged)")
    #expect(salvaged.told.contains("everything up to today at ") && salvaged.told.contains(", 3 entries."))
    #expect(salvaged.told.contains("cannot be read any more"))
    #expect(salvaged.told.contains("handrail --home \(out)") && salvaged.told.contains("vault restore \(out)"))
    #expect(Bytes.same(place.vault, broken))
    let review = try place.run(["review", "--home", out])
    #expect(review.code == 0 && review.out.contains("3 of 10") && review.out.contains("3 entries."))
    #expect(!review.out.contains("4 of 10"))
    #expect(try place.run(["vault", "check", "--home", out]).code == 0)
    #expect(try place.run(["crisis", "--home", out]).out.contains("Call 911."))

    let whole = Bytes.at(out + "/vault")
    let again = try place.run(["vault", "salvage", out])
    #expect(again.code == 73 && again.said.contains("There is something in \(out) already."), "\(again)")
    #expect(Bytes.same(out + "/vault", whole))

    #expect(try place.run(["vault", "restore", out]).code == 0)
    #expect(try place.run(["review"]).out.contains("3 entries."))
    #expect(try place.run(["mood", "5"]).code == 0)
    let kept = Tree.names(in: place.journal).filter { $0.contains(".replaced-") }
    #expect(kept.map { Bytes.same(place.journal + "/" + $0, broken) } == [true])
  }

  @Test func `Where there is nothing to salvage, that is said`() throws {
    let place = try Place()
    let out = place.root + "/rescued"
    #expect(try place.run(["vault", "salvage", out]).code == 66)
    try place.makeJournal()
    #expect(try place.run(["mood", "6"]).code == 0)
    let whole = try place.run(["vault", "salvage", out])
    #expect(whole.code == 0 && whole.told.contains("Nothing was damaged, so nothing is missing."))
    try place.write("another passphrase\n", to: place.root + "/wrong")
    let other = place.root + "/other"
    let wrong: [String: String?] = ["HANDRAIL_PASSPHRASE_FILE": place.root + "/wrong"]
    #expect(try place.run(["vault", "salvage", other], adding: wrong).code == 77)
    #expect(try place.run(["vault", "salvage", place.root + "/no/where/near"]).code == 0)

    try place.write(Records.damaged(Bytes.at(place.vault), record: 0), to: place.vault)
    let start = try place.run(["vault", "salvage", other])
    #expect(start.code == 65 && start.said.contains("The damage is at the very beginning"), "\(start)")
    #expect(start.said.contains("`handrail vault restore FILE` puts back a backup."))
    rename(out + "/vault", place.vault + ".bak")
    let earlier = try place.run(["vault", "salvage", other])
    #expect(earlier.said.contains("vault restore \(place.vault).bak"), "\(earlier)")
    #expect(try place.run(["vault", "restore", place.vault + ".bak"]).code == 0)
    #expect(try place.run(["review"]).out.contains("6 of 10"))
    var info = stat()
    #expect(stat(other, &info) != 0)
  }
}
