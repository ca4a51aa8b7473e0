import PtyDriver
import Testing

/// What a run of the program gave to the system, as strace wrote it down: every write, every name of a file, every socket.
struct WriteTrace {
  let path: String

  /// Ways to write that this search would not see through, or that lead out of the computer. None is expected at all.
  private static let unexpected = [
    "socket", "connect(", "bind(", "listen(", "accept", "send", "recv", "shutdown(", "getsock", "setsock", "getpeer",
    "copy_file_range(", "splice(", "vmsplice(", "tee(", "msync(", "io_uring", "process_vm_writev(", "add_key(",
  ]
  private static let calls =
    "%network,%file,write,writev,pwrite64,pwritev,pwritev2,sendfile,copy_file_range,splice,vmsplice,tee,msync,mmap,"
    + "io_uring_setup,process_vm_writev,add_key"

  /// The arguments of strace that run `command` and write its trace.
  func arguments(_ command: [String]) -> [String] {
    ["-f", "--seccomp-bpf", "-o", path, "-xx", "-s", "2000000", "-e", "trace=\(Self.calls)"] + command
  }

  /// In a window.
  func start(_ place: Place, _ arguments: String...) throws -> PtySession {
    try PtySession(
      "/usr/bin/strace", self.arguments([Place.program] + arguments), environment: place.environment, rows: 50,
      folder: place.home)
  }

  /// Without a terminal, to its end.
  func run(_ place: Place, _ arguments: [String], input: String = "") throws -> Outcome {
    try place.run(self.arguments([Place.program] + arguments), input: input, program: "/usr/bin/strace")
  }

  /// No socket, no way to write that cannot be followed, and none of `canaries` written or named anywhere but on the
  /// screen. `shown` is there, so that a trace that saw nothing does not pass.
  func expectQuiet(about canaries: [String], shown: String) {
    var elsewhere: [UInt8] = []
    var screen: [UInt8] = []
    for line in Bytes.at(path).split(separator: UInt8(ascii: "\n")).map(Array.init) {
      let call = Bytes.text(Array(line.prefix(60))).drop { $0.isNumber || $0 == " " }
      // Signals, the end, and the second half of a call that was reported in two.
      guard !["+++", "---", "<..."].contains(where: { call.hasPrefix($0) }) else { continue }
      #expect(!Self.unexpected.contains { call.hasPrefix($0) }, "a call that is not expected: \(call)")
      if call.hasPrefix("mmap(") {
        let text = Bytes.text(line)
        #expect(!(text.contains("MAP_SHARED") && text.contains("PROT_WRITE")), "a file is written in memory: \(text)")
      }
      let isScreen = ["write(0,", "write(1,", "write(2,"].contains { call.hasPrefix($0) }
      if isScreen { screen += line } else { elsewhere += line }
    }
    for canary in canaries {
      for spelled in Self.spellings(canary) {
        #expect(!Bytes.contain(elsewhere, Self.hex(spelled)), "\(canary) left the program")
      }
    }
    // The trace does see what is written: records of the journal in the clear, and the screen.
    #expect(Bytes.contain(elsewhere, Self.hex(Array("HRC1".utf8))))
    #expect(Bytes.contain(screen, Self.hex(Array(shown.utf8))))
  }

  /// A canary in UTF-8 and UTF-16.
  static func spellings(_ canary: String) -> [[UInt8]] {
    [Array(canary.utf8), canary.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }]
  }

  /// Bytes as strace writes them: `\x6b\x69`.
  private static func hex(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { Array("\\x".utf8) + [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }
}
