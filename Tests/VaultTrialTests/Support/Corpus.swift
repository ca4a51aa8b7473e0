import Glibc
import VaultTrials

/// The kept inputs of a fuzzed reader.
enum Corpus {
  static func of(_ target: FuzzTarget) -> [[UInt8]] {
    let folder = Reader.root + "/Tests/Fuzz/corpus/\(target.rawValue)"
    return Files.names(folder).map { Files.bytes(folder + "/" + $0) }
  }
}

/// What random trials begin with: the same each time, or what HANDRAIL_SEED says. A failing trial prints it.
enum Seed {
  static let value = getenv("HANDRAIL_SEED").flatMap { UInt64(String(cString: $0)) } ?? 20_261_122
}
