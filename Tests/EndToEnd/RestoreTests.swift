import Glibc
import PtyDriver
import Testing

@Suite struct RestoreTests {
  @Test func `An older backup is told against what is here, and asked about`() throws {
    let place = try Place()
    try place.makeJournal()
    #expect(try place.run(["mood", "6"]).code == 0)
    let session = try place.open()
    try session.command("vault backup ~/early")
    try session.expect("The backup is made.")
    #expect(try place.run(["vault", "backup", place.root + "/second"]).code == 75)
    try session.command("mood 7")
    try session.command("mood 8")
    let before = Bytes.at(place.vault)
    for answer in ["no", "yes"] {
      try session.command("vault restore ~/early")
      try session.expect("Passphrase: ")
      try session.enter(Place.passphrase)
      try session.expect("This backup is older than what is here now.")
      try session.expect("The backup   last saved today at ")
      try session.expect(", 1 entry")
      try session.expect("Here now     last saved today at ")
      try session.expect(", 3 entries")
      try session.expect("Yes or no: ")
      if answer == "no" { #expect(Bytes.at(place.vault).starts(with: before)) }
      try session.enter(answer)
      try session.expect(answer == "no" ? "Kept. Nothing was changed." : "The backup is in place.")
    }
    try session.command("review")
    try session.expect("Passphrase: ")
    try session.enter(Place.passphrase)
    try session.expect("1 entry.")
    let kept = Tree.names(in: place.journal).filter { $0.contains(".replaced-") }
    #expect(kept.map { Bytes.at(place.journal + "/" + $0).starts(with: before) } == [true])
  }

  @Test func `A backup of another journal is said to be one, and needs a yes`() throws {
    let place = try Place()
    try place.makeJournal()
    #expect(try place.run(["mood", "6"]).code == 0)
    let other = place.root + "/other"
    let key = place.root + "/key"
    try place.write("harbour quilt violin dune\n", to: key)
    let foreign: [String: String?] = ["HANDRAIL_PASSPHRASE_FILE": key]
    let light = ["--argon-passes", "2", "--argon-memory", "19", "--region", "US"]
    #expect(try place.run(["vault", "init", "--home", other] + light, adding: foreign).code == 0)
    let before = Bytes.at(place.vault)
    for (input, code) in [("", Int32(65)), ("no\n", 0), ("perhaps\n", 65)] {
      let kept = try place.run(["vault", "restore", other], input: input, adding: foreign)
      #expect(kept.code == code && kept.said.contains("of another journal, not of the one that is here"), "\(kept)")
      #expect(Bytes.same(place.vault, before))
    }
    #expect(try place.run(["vault", "restore", other], input: "yes\n", adding: foreign).code == 0)
    #expect(try place.run(["review"]).code == 77)
    #expect(try place.run(["review"], adding: foreign).out == "Nothing is in your journal yet.\n")
    let replaced = Tree.names(in: place.journal).filter { $0.hasPrefix("vault.replaced-") }
    #expect(replaced.map { Bytes.same(place.journal + "/" + $0, before) } == [true])

    // And back again, without a question.
    let back = try place.run(["vault", "restore", place.journal + "/" + replaced[0], "--yes"])
    #expect(back.code == 0 && back.said.contains("of another journal"))
    #expect(try place.run(["review"]).out.contains("6 of 10"))
  }

  @Test func `A damaged backup is told, and replaces nothing`() throws {
    let place = try Place()
    try place.makeJournal()
    for mood in 5...7 { #expect(try place.run(["mood", "\(mood)"]).code == 0) }
    let before = Bytes.at(place.vault)
    for (record, said) in [(1, "The backup is damaged at record 1."), (0, "The backup is damaged at record 0.")] {
      try place.write(Records.damaged(before, record: record), to: place.root + "/backup")
      let refused = try place.run(["vault", "restore", place.root + "/backup"])
      #expect(refused.code == 65 && refused.said.contains(said) && refused.said.contains("Nothing was changed."))
    }
    try place.write(Array(before.prefix(before.count - 10_000)), to: place.root + "/backup")
    let cut = try place.run(["vault", "restore", place.root + "/backup"])
    #expect(cut.code == 65 && cut.said.contains("The end of this backup is cut off"), "\(cut)")
    #expect(Bytes.same(place.vault, before))
    #expect(Tree.names(in: place.journal) == ["settings", "vault", "vault.header", "vault.lock"])
  }
}
