// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A library target of this package; dependencies run one way only (see Architecture).
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A C target: a header, a few lines, and the Debian library it links.
func bridge(_ name: String, links: [String] = []) -> Target {
  .target(name: name, linkerSettings: links.map { .linkedLibrary($0) })
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
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
    .executableTarget(name: "handrail", dependencies: ["Shell"], swiftSettings: strict),
    library("Shell", ["Conversation", arguments]),
    library("Conversation", ["Exchange", "Library", "Vault", "Terminal", "JSON"]),
    library("Exchange", ["Journal", "JSON", "Crypto", .product(name: "Mustache", package: "swift-mustache")]),
    library("Library", ["Journal", "Forms", "Yams", "CMark"]),
    library("Vault", ["Journal", "Forms", "Crypto", "JSON", "CSystem"] + grdb),
    library("Journal", ["Forms", "JSON"]),
    library("Forms", ["JSON"]),
    library("Crypto", ["CSodium", "CUTF8Proc"]),
    library("JSON"),
    library("Terminal", ["CReadline"]),
    bridge("CReadline", links: ["readline"]),
    bridge("CSodium", links: ["sodium"]),
    bridge("CUTF8Proc", links: ["utf8proc"]),
    bridge("CMark", links: ["cmark-gfm", "cmark-gfm-extensions"]),
    bridge("CSystem"),
    .executableTarget(
      name: "CommitBench", dependencies: ["Vault", "Forms", "Journal", "Crypto"] + grdb,
      path: "Benchmarks/CommitBench", swiftSettings: strict),
    tests("FormsTests", ["Forms"]),
    tests("JournalTests", ["Journal"]),
    tests("CryptoTests", ["Crypto"]),
    tests("JSONTests", ["JSON"]),
    tests("TerminalTests", ["Terminal", "PtyDriver", "TerminalProbe"]),
    .target(name: "CPty", path: "Tests/CPty"),
    .target(name: "PtyDriver", dependencies: ["CPty"], path: "Tests/PtyDriver", swiftSettings: strict),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal"], path: "Tests/TerminalProbe", swiftSettings: strict),
    .testTarget(
      name: "LibraryTests", dependencies: ["Library"], exclude: ["Textstat"], swiftSettings: strict),
    tests("VaultTests", ["Vault", "Crypto"] + grdb),
    tests("ExchangeTests", ["Exchange"]),
    tests("ConversationTests", ["Conversation"]),
    tests("ShellTests", ["Shell"]),
    tests("EndToEnd", ["handrail", "PtyDriver", "Crypto"]),
  ],
  swiftLanguageModes: [.v6]
)
