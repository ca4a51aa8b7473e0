import PtyDriver
import Testing

@Suite struct KillTests {
  @Test func `Killed again and again while it saves, the journal holds every acknowledged entry`() throws {
    let place = try Place()
    let script = Place.content.dropLast("content".count) + "Tests/Proof/kill-loop"
    let outcome = try place.run(
      [script + "", Place.program, "--count", "15", "--seed", "15"], program: "/usr/bin/python3")
    #expect(outcome.code == 0, "\(outcome)")
    #expect(outcome.out.hasPrefix("seed 15: 15 rounds, entries lost 0, wrong states 0\n"), "\(outcome)")
    #expect(outcome.out.contains(#/[1-9]\d* entries acknowledged/#) && outcome.out.contains(#/[1-9]\d* kills\n/#))
    #expect(Tree.names(in: place.temporary) == [])
  }
}
