import Glibc
import Terminal
import Testing

@testable import Conversation

@Suite struct PassphraseFileTests {
  let folder = TemporaryFolder()

  private func read(_ path: String) throws(Departure) -> String {
    try PassphraseFile.read(path).withBytes { String(decoding: $0, as: UTF8.self) }
  }

  private func code(_ path: String) -> Int32 {
    do throws(Departure) {
      _ = try read(path)
      return 0
    } catch {
      return error.exitCode
    }
  }

  @Test(arguments: [0o600, 0o400, 0o700] as [mode_t])
  func `A file that only its owner can read is used`(mode: mode_t) throws {
    let file = folder.write("p", "correct horse\n", mode: mode)
    #expect(try read(file) == "correct horse")
  }

  @Test(arguments: [0o644, 0o640, 0o604, 0o660, 0o610, 0o601, 0o620, 0o777] as [mode_t])
  func `A file that others can reach is refused`(mode: mode_t) {
    #expect(code(folder.write("p", "correct horse\n", mode: mode)) == 77)
  }

  @Test func `The first line is the passphrase, spaces and all`() throws {
    #expect(try read(folder.write("a", "  one two  \nthree\n")) == "  one two  ")
    #expect(try read(folder.write("b", "no line end")) == "no line end")
    #expect(try read(folder.write("c", "from windows\r\n")) == "from windows")
    #expect(try read(folder.write("d", "Ünï\u{1F40E}\n")) == "Ünï\u{1F40E}")
  }

  @Test func `A file that is missing, empty or a folder is told apart`() {
    #expect(code(folder.path + "/none") == 66)
    #expect(code(folder.write("e", "")) == 65)
    #expect(code(folder.write("f", "\nsecond\n")) == 65)
    #expect(code(folder.write("g", "\r\n")) == 65)
    chmod(folder.path, 0o700)
    #expect(code(folder.path) == 66)
  }

  @Test func `No sentence holds a word of the file`() {
    let file = folder.write("p", "canary\n", mode: 0o644)
    do throws(Departure) {
      _ = try read(file)
      Issue.record("it was read")
    } catch {
      guard case .failed(let failure) = error else { return }
      #expect(!failure.sentences.contains("canary"))
      #expect(failure.sentences.contains("chmod 600"))
    }
  }
}
