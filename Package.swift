// swift-tools-version: 6.3
import PackageDescription

/// The fuzzing program needs libFuzzer at its link: `make fuzz` sets this, and builds in a folder of its own.
let isFuzzing = Context.environment["HANDRAIL_FUZZ"] != nil

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A library target of this package; dependencies run one way only (see Architecture).
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A C target: a header, a few lines, and the Debian library it links.
func bridge(_ name: String, links: [String] = []) -> Target {
  .target(
    name: name, cSettings: isFuzzing ? [.define("HANDRAIL_FUZZ")] : [],
    linkerSettings: links.map { .linkedLibrary($0) })
}

/// `exclude`: files that tests read where they lie.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let grdb: [Target.Dependency] = [
  .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
]
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "handrail",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .executableTarget(name: "handrail", dependencies: ["Shell", "Clinic"], swiftSettings: strict),
    library("Shell", ["Commands"]),
    library("Clinic", ["Commands"]),
    library("Commands", ["Conversation", arguments]),
    library("Conversation", ["Exchange", "Library", "Vault", "Terminal", "FHIR", "Charts", "JSON"]),
    library(
      "Exchange",
      ["Journal", "FHIR", "JSON", "Crypto", "Charts", .product(name: "Mustache", package: "swift-mustache")]),
    library("Library", ["Journal", "Forms", "Yams", "CMark"]),
    library("Vault", ["Journal", "Forms", "Crypto", "JSON", "CSystem"] + grdb),
    library("Journal", ["Forms", "JSON"]),
    library("FHIR", ["Forms", "JSON"]),
    library("Forms", ["JSON"]),
    library("Crypto", ["CSodium", "CUTF8Proc"]),
    library("JSON"),
    library("Terminal", ["CReadline"]),
    library("Charts"),
    bridge("CReadline", links: ["readline"]),
    bridge("CSodium", links: ["sodium"]),
    bridge("CUTF8Proc", links: ["utf8proc"]),
    bridge("CMark", links: ["cmark-gfm", "cmark-gfm-extensions"]),
    bridge("CSystem"),
    .executableTarget(
      name: "VaultBench", dependencies: ["Vault", "Forms", "Journal", "Crypto"] + grdb,
      path: "Benchmarks/VaultBench", swiftSettings: strict),
    .executableTarget(
      name: "ClinicBench", dependencies: ["Clinic"], path: "Benchmarks/ClinicBench", swiftSettings: strict),
    tests("FormsTests", ["Forms"]),
    tests("FHIRTests", ["FHIR", "Journal"], exclude: ["Fixtures"]),
    tests("JournalTests", ["Journal"], exclude: ["Reference"]),
    tests("CryptoTests", ["Crypto"]),
    tests("JSONTests", ["JSON"]),
    tests("ChartsTests", ["Charts"]),
    tests("TerminalTests", ["Terminal", "PtyDriver", "TerminalProbe"]),
    .target(name: "CPty", path: "Tests/CPty"),
    .target(name: "PtyDriver", dependencies: ["CPty"], path: "Tests/PtyDriver", swiftSettings: strict),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal"], path: "Tests/TerminalProbe", swiftSettings: strict),
    tests("LibraryTests", ["Library"], exclude: ["Textstat"]),
    .target(
      name: "VaultSimulation", dependencies: ["Vault", "Crypto", "Journal", "Forms"] + grdb,
      path: "Tests/VaultSimulation", swiftSettings: strict),
    .executableTarget(
      name: "Prove", dependencies: ["VaultSimulation", "Vault"], path: "Tests/Prove", swiftSettings: strict),
    tests("VaultTests", ["Vault", "VaultSimulation", "Crypto", "PtyDriver"] + grdb),
    tests("ExchangeTests", ["Exchange", "FHIR", "Crypto", "JSON", "PtyDriver"], exclude: ["Validators"]),
    tests("ConversationTests", ["Conversation"], exclude: ["Fixtures"]),
    tests("ShellTests", ["Shell"]),
    tests("ClinicTests", ["Clinic", "Shell", "PtyDriver", "handrail"] + grdb),
    tests("EndToEnd", ["handrail", "PtyDriver", "Crypto", "JSON"]),
    .target(
      name: "VaultTrials", dependencies: ["Vault", "Exchange", "Forms", "Journal", "Crypto", "JSON"] + grdb,
      path: "Tests/VaultTrials", swiftSettings: strict),
    .executableTarget(
      name: "SQLTrial", dependencies: ["VaultTrials"], path: "Tests/SQLTrial", swiftSettings: strict),
    tests("VaultTrialTests", ["VaultTrials", "Vault", "Crypto", "JSON", "PtyDriver"] + grdb),
  ],
  swiftLanguageModes: [.v6]
)

if isFuzzing {
  package.targets.append(
    .executableTarget(
      name: "VaultFuzz", dependencies: ["VaultTrials"], path: "Tests/Fuzz", exclude: ["corpus", "dictionary.txt"],
      swiftSettings: strict))
}
