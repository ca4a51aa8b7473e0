import Foundation
import Glibc
import Journal
import PtyDriver
import Testing

@testable import Clinic

/// Whatever stops a batch: each file of it is there whole, or not at all, and the same batch again makes up for the rest.
@Suite struct CutOffTests {
  @Test func `Killed at fifty points of a batch, the caseload holds whole files only`() throws {
    let machine = try Machine(try Programme())
    let states = try machine.batch(8)
    var random = SeededRandom(seed: 50)
    var reached: Set<Int> = []
    var done = 0
    for _ in 0..<50 {
      if done == states.count - 1 {
        try machine.restore()
        done = 0
      }
      let begun = machine.size
      let wanted = begun + Int.random(in: 1...60_000, using: &random)
      let session = try machine.start(arguments: arguments)
      while machine.size < wanted, !session.hasEnded { sched_yield() }
      session.signal(SIGKILL)
      _ = try session.waitForExit()
      let found = try machine.content()
      let place = try #require(states.firstIndex(of: found), "The caseload holds a part of a file.")
      #expect(place >= done)
      done = place
      reached.insert(place)
    }
    #expect(reached.count > 3, "\(reached)")
    // The rest of the batch, and once more all of it.
    for _ in 0..<2 {
      #expect(try machine.run("clinic", "import", machine.programme.path("batch")).exit == .status(0))
      #expect(try machine.content() == states[states.count - 1])
    }
  }

  @Test func `Stopped by Ctrl-C between two files, what was taken is whole, and that is said`() throws {
    let machine = try Machine(try Programme())
    let states = try machine.batch(8, words: 4_000)
    var isStopped = false
    for _ in 0..<10 where !isStopped {
      try machine.restore()
      let begun = machine.size
      let session = try machine.start(arguments: arguments)
      while machine.size == begun, !session.hasEnded { sched_yield() }
      session.signal(SIGINT)
      isStopped = try session.waitForExit() == .status(130)
      let place = try #require(states.firstIndex(of: try machine.content()))
      #expect(isStopped ? machine.said.contains("Stopped after \(place) of 8 files.") : place == 8, "\(machine.said)")
    }
    #expect(isStopped)
  }

  @Test func `Ctrl-C in the middle of an import stops that alone, and the prompt is ready to type at`() throws {
    let machine = try Machine(try Programme())
    _ = try machine.batch(8, words: 4_000)
    var isStopped = false
    for _ in 0..<10 where !isStopped {
      try machine.restore()
      let begun = machine.size
      let session = try machine.window()
      try session.expect("clinic> ")
      try session.enter("import batch")
      while machine.size == begun, !session.hasEnded { sched_yield() }
      session.signal(SIGINT)
      try session.expect("Jo (#1)")
      try session.expect("clinic> ")
      isStopped = session.text.contains("Stopped after")
      try session.enter("version")
      try session.expect("0.1.0")
      try session.expect("clinic> ")
      if isStopped { #expect(!session.text.contains("^C")) }
      try session.enter("quit")
      #expect(try session.waitForExit() == .status(0))
    }
    #expect(isStopped)
  }

  private var arguments: [String] { ["clinic", "import", "batch"] }

  @Test(.enabled(if: Machine.canMount)) func `On a full disk a batch stops with 74, and what was taken is whole`()
    throws
  {
    let machine = try Machine(try Programme())
    let states = try machine.batch(12, words: 4_000)
    let outcome = try machine.mounting(
      """
      mkdir disk && mount -t tmpfs -o size=600k tmpfs disk && cp -r home/. disk || exit 90
      "$0" clinic --home disk import batch; code=$?
      cp -r disk/. left/ && chmod -R go= left || exit 91
      exit $code
      """.replacing("mkdir disk", with: "mkdir disk left"))
    #expect(outcome.exit == .status(74), "\(outcome)")
    #expect(outcome.said.contains("The disk is full.") && outcome.said.contains("each file whole"), "\(outcome.said)")
    try FileManager.default.removeItem(atPath: machine.home)
    try FileManager.default.moveItem(atPath: machine.programme.path("left"), toPath: machine.home)
    let place = try #require(states.firstIndex(of: try machine.content()))
    #expect(place > 0 && place < states.count - 1)
    #expect(try machine.run("clinic", "import", "batch", "--new").exit == .status(0))
    #expect(try machine.content() == states[states.count - 1])
  }

  @Test(.enabled(if: Machine.canMount)) func `On a read-only disk a batch is refused with 73`() throws {
    let machine = try Machine(try Programme())
    let states = try machine.batch(2)
    let outcome = try machine.mounting(
      """
      mkdir disk && mount -t tmpfs -o size=4m tmpfs disk && cp -r home/. disk && mount -o remount,ro disk || exit 90
      "$0" clinic --home disk import batch
      """)
    #expect(outcome.exit == .status(73), "\(outcome)")
    #expect(try machine.content() == states[0])
  }

  /// Peak memory of the real program, in MiB, with the largest of the hostile set.
  @Test func `The largest files are refused in bounded memory`() throws {
    let programme = try Programme()
    let small = try programme.put(Log(of: programme.jo, for: programme.keys), by: programme.jo, "small.handrail")
    let all = HostileGroup.all.flatMap(\.cases)
    var files: [(String, String)] = []
    for name in [
      "a file of 1 GB", "a line of 60 MB", "ten million lines", "a note of 10 MB", "100,000 levels deep",
      "200,000 stanzas",
      "sealed, and more than 64 MB in it", "200,001 values in one line",
    ] {
      let one = try #require(all.first { $0.name == name })
      let made = try one.make(programme)
      let path = programme.path("big-\(files.count).handrail")
      try FileManager.default.moveItem(atPath: made, toPath: path)
      files.append((name, path))
    }
    let machine = try Machine(programme)
    let base = try machine.peak("clinic", "import", small)
    #expect(base.code == 0)
    for (name, path) in files {
      let found = try machine.peak("clinic", "import", path)
      #expect(found.code == 65 && found.said.contains("refused."), "\(name): \(found)")
      #expect(found.peak < 300, "\(name): \(found.peak) MiB, a small file \(base.peak) MiB")
      print("peak memory, \(name): \(found.peak) MiB (a small file: \(base.peak) MiB)")
    }
  }
}
