import PtyDriver
import Testing

@testable import Terminal

@Suite struct PasteTests {
  private let begin = "\u{1B}[200~"
  private let end = "\u{1B}[201~"

  @Test func `A paste keeps its lines as one reply`() throws {
    let session = try startProbe("ask")
    try session.expect("Say> ")
    try session.type(begin + "one\r\rtwo" + end + "\r")
    try session.expect(#"got line("one\n\ntwo")"#)
  }

  @Test func `Windows line ends count once and NUL is dropped`() throws {
    let session = try startProbe("ask")
    try session.expect("Say> ")
    try session.type(begin + "one\r\ntw\u{0}o" + end + "\r")
    try session.expect(#"got line("one\ntwo")"#)
  }

  @Test func `A paste of 64 KiB survives whole`() throws {
    let line = "Die Nacht war kürzer als gedacht, und der Morgen länger. 0123\n"
    let text = String(repeating: line, count: 1100) + "end"
    let check = text.utf8.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) }
    #expect(text.utf8.count > 1 << 16)
    let session = try startProbe("ask")
    try session.expect("Say> ")
    try session.type(begin + text.replacing("\n", with: "\r") + end)
    try session.enter("")
    try session.expect("got \(text.utf8.count) bytes, 1101 lines, check \(check)", within: 60)
  }

  @Test func `Text that is typed before a prompt is not cut at 4096 bytes`() throws {
    let text = String(repeating: "long ", count: 2000)
    let check = text.utf8.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) }
    let session = try startProbe("ask", "shell=echo waiting", "ask", environment: ["TERM": "dumb"])
    try session.expect("Say> ")
    try session.type("first\r" + text + "\r")
    try session.expect("got \(text.utf8.count) bytes, 1 lines, check \(check)", within: 60)
  }

  @Test func `Hidden characters of a paste stand on the line as marks, and are kept in the reply`() throws {
    let paste = "a\u{9B}31m b\u{202E}c \u{2067}d \u{FEFF}e é " + String(repeating: "z", count: 1_000)
    let session = try startProbe("ask")
    try session.expect("Say> ")
    try session.type(begin + paste + end)
    try session.expect("a·31m b\u{FFFD}c \u{FFFD}d \u{FFFD}e é")
    let drawn = session.rawOutput.unicodeScalars
    #expect(!drawn.contains("\u{9B}") && !drawn.contains("\u{202E}") && !drawn.contains("\u{2067}"))
    // Moving over them and typing on keeps the line whole.
    try session.type("\u{1}x\u{5}y\r")
    let kept = "x" + paste + "y"
    let check = kept.utf8.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) }
    try session.expect("got \(kept.utf8.count) bytes, 1 lines, check \(check)")
  }

  @Test func `The filter only touches line ends inside a paste`() {
    var filter = PasteFilter()
    let bytes = Array("a\r\n\u{1B}[200~b\r\nc\nd\u{1B}[201~\r\n".utf8) + [0]
    let kept = bytes.filter { filter.admits($0) }
    #expect(String(decoding: kept, as: UTF8.self) == "a\r\n\u{1B}[200~b\rc\nd\u{1B}[201~\r\n")
  }
}
