import Glibc
import VaultTrials

// libFuzzer's own command line; which reader it feeds is told by HANDRAIL_FUZZ_TARGET.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

let wanted = getenv("HANDRAIL_FUZZ_TARGET").map { String(cString: $0) } ?? ""
guard let chosen = FuzzTarget(rawValue: wanted) else {
  print("HANDRAIL_FUZZ_TARGET is one of: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
  exit(64)
}
nonisolated(unsafe) var target = chosen
var count = CommandLine.argc
var vector = CommandLine.unsafeArgv
exit(
  runDriver(&count, &vector) { bytes, size in
    if let finding = target.run(Array(UnsafeBufferPointer(start: bytes, count: size))) {
      print("FINDING in \(target.rawValue): \(finding)")
      fflush(stdout)
      abort()
    }
    return 0
  })
