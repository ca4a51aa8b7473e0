import Glibc
import VaultTrials

/// The build gives an executable's entry point this name, and takes `main` from it; libFuzzer's own `main` does the same.
@_cdecl("VaultFuzz_main")
public func fuzzMain(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  var count = count
  var arguments = arguments
  return runDriver(&count, &arguments, fuzzOne)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What libFuzzer calls with each input. Which reader it feeds is told by HANDRAIL_FUZZ_TARGET.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  if let finding = target.run(Array(UnsafeBufferPointer(start: bytes, count: size))) {
    print("FINDING in \(target.rawValue): \(finding)")
    fflush(nil)
    abort()
  }
  return 0
}

private let target: FuzzTarget = {
  let wanted = getenv("HANDRAIL_FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: wanted) else {
    print("HANDRAIL_FUZZ_TARGET is one of: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
    exit(64)
  }
  return target
}()
