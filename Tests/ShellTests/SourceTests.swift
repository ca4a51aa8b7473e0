import Foundation
import Testing

/// Reads the sources, and holds the architecture.
@Suite struct SourceTests {
  struct Source {
    /// `Sources/Vault/OpenVault.swift`
    var name: String
    /// The target it belongs to.
    var target: String
    var text: String
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    /// Without comments and the text of plain strings.
    var code: [String] {
      lines.map { line in
        let trimmed = line.drop { $0 == " " }
        if trimmed.hasPrefix("//") { return "" }
        return String(line).replacing(/"(?:[^"\\]|\\.)*"/, with: "\"\"").replacing(/\/\/.*/, with: "")
      }
    }
    var imports: [String] {
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), words[..<place].allSatisfy(Self.isModifier) else {
          return nil
        }
        return words.dropFirst(place + 1).first.map { String($0.prefix { $0 != "." }) }
      }
    }
    private static func isModifier(_ word: Substring) -> Bool {
      word.hasPrefix("@") || ["public", "package", "internal", "private"].contains(word)
    }
  }

  /// Files below a folder of the project that end so.
  static func files(_ folder: String, _ endings: String...) -> [Source] {
    let paths = FileManager.default.enumerator(atPath: project + "/" + folder)?.compactMap { $0 as? String } ?? []
    return paths.sorted().filter { path in endings.contains { path.hasSuffix($0) } }.compactMap { path in
      source("\(folder)/\(path)", target: path.split(separator: "/").first.map(String.init) ?? "")
    }
  }

  static func source(_ name: String, target: String) -> Source? {
    FileManager.default.contents(atPath: "\(project)/\(name)").map {
      Source(name: name, target: target, text: String(decoding: $0, as: UTF8.self))
    }
  }

  static let sources = files("Sources", ".swift")

  /// What each library target of the package names as its dependencies.
  static let dependencies: [String: Set<String>] = {
    let package = String(
      decoding: FileManager.default.contents(atPath: project + "/Package.swift") ?? Data(), as: UTF8.self)
    var found: [String: Set<String>] = [:]
    for match in package.matches(of: /library\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?/) {
      let names = match.2?.matches(of: /"(\w+)"/).map { String($0.1) } ?? []
      found[String(match.1)] = Set(names)
    }
    found["handrail"] = ["Shell", "Clinic", "Conversation", "Terminal", "Vault"]
    return found
  }()

  /// What a target may import: what it depends on, and what that depends on.
  static func reach(_ target: String) -> Set<String> {
    var reached: Set<String> = []
    var next = Array(dependencies[target] ?? [])
    while let one = next.popLast() {
      if reached.insert(one).inserted { next += dependencies[one] ?? [] }
    }
    return reached
  }

  @Test func `The sources and the package were read`() {
    #expect(Self.sources.count > 150)
    #expect(Self.dependencies.count >= 10)
    #expect(Self.dependencies["Journal"]?.contains("Forms") == true)
    #expect(Self.sources.first { $0.name == "Sources/Vault/OpenVault.swift" }?.imports.contains("GRDB") == true)
  }

  @Test func `Dependencies run one way, and imports keep to them`() {
    let own = Set(Self.dependencies.keys)
    for target in own { #expect(!Self.reach(target).contains(target), "\(target) depends on itself") }
    let wrong = Self.sources.flatMap { source in
      source.imports.filter { own.contains($0) && !Self.reach(source.target).contains($0) }
        .map { "\(source.name) imports \($0)" }
    }
    #expect(wrong == [])
  }

  @Test func `Siblings do not know each other, and what lies below knows nothing of the domain`() {
    let siblings = ["Exchange", "Library", "Vault"]
    for one in siblings { #expect(Self.reach(one).isDisjoint(with: siblings), "\(one)") }
    for low in ["Crypto", "JSON", "Terminal", "Charts"] {
      #expect(Self.reach(low).isDisjoint(with: Self.dependencies.keys), "\(low)")
    }
    #expect(Self.reach("Forms") == ["JSON"])
    #expect(Self.reach("FHIR") == ["Forms", "JSON"])
    #expect(Self.reach("Journal") == ["Forms", "JSON"])
  }

  static let owners = [
    ("GRDB", ["Vault"]), ("GRDBSQLite", ["Vault"]), ("CSodium", ["Crypto"]), ("CUTF8Proc", ["Crypto"]),
    ("CReadline", ["Terminal"]), ("Yams", ["Library"]), ("CMark", ["Library"]), ("CSystem", ["Vault"]),
  ]

  @Test(arguments: owners)
  func `Each foreign library has one owner`(library: String, owner: [String]) {
    let importers = Set(Self.sources.filter { $0.imports.contains(library) }.map(\.target))
    #expect(importers.isSubset(of: owner), "\(library)")
  }

  @Test func `Nothing else is imported`() {
    let known = Set(Self.dependencies.keys).union(Self.owners.map(\.0))
      .union(["Foundation", "FoundationEssentials", "Glibc", "Synchronization", "ArgumentParser", "Mustache"])
    #expect(Set(Self.sources.flatMap(\.imports)).subtracting(known) == [])
  }

  @Test func `The program opens no socket, and knows no network`() {
    let words =
      /\b(socket|socketpair|connect|bind|listen|accept4?|getaddrinfo|gethostbyname|sendto|recvfrom|inet_pton)\s*\(|\b(URLSession|URLRequest|NWConnection|FoundationNetworking|CFSocket|Socket(Port)?|NetService|Host\.current)\b|contentsOf:\s*URL|sys\/socket\.h|netdb\.h|netinet/
    let c = Self.files("Sources", ".c", ".h")
    #expect(c.count >= 4)
    let found = (Self.sources + c).flatMap { source in
      source.code.filter { $0.contains(words) }.map { "\(source.name): \($0)" }
    }.filter { !$0.contains("func accept(") && !$0.contains(".accept(") }
    #expect(found == [])
  }

  @Test func `Nothing in the sources ends the program on a whim`() {
    let words = /\btry!|\bfatalError\b|\bas!|\bunowned\(unsafe\)|\bprint\(|\bdump\(|\bNSLog\b/
    let found = Self.sources.flatMap { source in
      source.code.filter { $0.contains(words) }.map { "\(source.name): \($0)" }
    }
    #expect(found == [])
  }

  @Test func `Nobody asks the system for a home folder`() {
    let words =
      /\bgetpwuid\w*|\bNSHomeDirectory|homeDirectoryForCurrentUser|\bNSTemporaryDirectory|temporaryDirectory\b/
    let found = (Self.sources + Self.files("Sources", ".c", ".h")).flatMap { source in
      source.code.filter { $0.contains(words) }.map { "\(source.name): \($0)" }
    }
    #expect(found == [])
  }

  @Test func `The project speaks only of itself`() {
    let texts =
      Self.sources + Self.files("Sources", ".c", ".h", ".md") + Self.files("content", ".md", ".yaml")
      + Self.files("Tests", ".swift", ".c", ".h", ".md", ".py")
      + Self.files("Benchmarks", ".swift", ".md", ".py", "run")
      + ["README.md", "Makefile", "Package.swift"].compactMap { Self.source("\($0)", target: "") }
    // Put together here, so that this file does not say them either.
    let words = ["/wo" + "rk/", "/tmp/" + "wt", ".." + "/shared", "sub" + "agent", "hel" + "per session"]
    let found = texts.flatMap { source in
      source.lines.filter { line in words.contains { line.contains($0) } }.map { "\(source.name): \($0)" }
    }
    #expect(found == [])
  }

  @Test func `Files stay short, and lines stay in the window`() {
    let all = Self.sources + Self.files("Tests", ".swift")
    #expect(all.filter { $0.lines.count > 290 }.map { "\($0.name): \($0.lines.count) lines" } == [])
    let lengths = Self.sources.map(\.lines.count).sorted()
    #expect(lengths[lengths.count / 2] < 90)
  }
}
