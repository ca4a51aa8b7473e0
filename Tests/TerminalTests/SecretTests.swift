import Glibc
import PtyDriver
import Testing

@testable import Terminal

@Suite struct SecretTests {
  @Test func `A passphrase is never echoed`() throws {
    let session = try startProbe("secret")
    try session.expect("Passphrase: ")
    try session.enter("swordfish")
    try session.expect("got secret bytes 115 119 111 114 100 102 105 115 104")
    #expect(!session.rawOutput.contains("sw"))
    #expect(session.text.hasPrefix("Passphrase: *********\n"))
  }

  @Test func `In plain mode no marks are shown`() throws {
    let session = try startProbe("plain", "secret")
    try session.expect("Passphrase: ")
    try session.enter("ab")
    try session.expect("got secret bytes 97 98")
    #expect(session.text.hasPrefix("Passphrase: \n"))
  }

  @Test func `Ctrl-C, Ctrl-D and a hang-up end it`() throws {
    let session = try startProbe("secret", "secret", "secret")
    try session.expect("Passphrase: ")
    try session.type("abc\u{3}")
    try session.expect("got interrupted")
    try session.expect("Passphrase: ")
    try session.type("\u{4}")
    try session.expect("got endOfInput")
    try session.expect("Passphrase: ")
    session.signal(SIGHUP)
    try session.expect("got hangUp")
    #expect(try session.waitForExit() == .status(0))
  }

  @Test func `Keys from before the question are not part of it`() throws {
    let session = try startProbe("shell=read -r line; echo first", "secret")
    try session.type("x\rtyped early")
    try session.expect("Passphrase: ")
    try session.enter("late")
    try session.expect("got secret bytes 108 97 116 101")
  }

  @Test func `Rubbing out takes whole characters, and escape sequences are no part of it`() {
    var keys = SecretKeys(marksThatFit: 4)
    let effects = Array("é\u{7F}a\u{1B}[Abcdef\u{7F}".utf8).map { keys.press($0) }
    let echoes = effects.map { if case .more(let echo) = $0 { echo } else { "end" } }
    #expect(echoes == ["*", "", "\u{8} \u{8}", "*", "", "", "", "*", "*", "*", "", "", ""])
    #expect(keys.secret.withBytes { Array($0) } == Array("abcde".utf8))
    #expect(keys.press(0x15) == .more(echo: String(repeating: "\u{8} \u{8}", count: 4)))
    #expect(keys.press(0x04) == .end)
  }

  @Test func `A secret holds no more than its room, and nothing once it is wiped`() {
    let secret = SecretLine(capacity: 3)
    #expect([1, 2, 3, 4].map { secret.append($0) } == [true, true, true, false])
    #expect(secret.withBytes { Array($0) } == [1, 2, 3])
    secret.wipe()
    #expect(secret.count == 0)
  }
}
