import Crypto
import GRDB
import Glibc
import PtyDriver
import Synchronization
import Testing

import VaultSimulation

@testable import Vault

/// What the process still holds of a vault that is closed. The tests look through their own memory.
@Suite(.serialized) struct MemoryTests {
  let folder = TemporaryFolder()
  let memory = ProcessMemory()

  /// Letters that stand nowhere else, not even in the tests' own program.
  private static func letters(_ count: Int) -> [UInt8] { RandomSource.system.bytes(count).map { 97 + $0 % 26 } }

  private struct Wanted { var open: [String: Masked] = [:], guarded: [String: Masked] = [:] }

  @Test func `A closed vault leaves neither keys nor the passphrase nor a written word in memory`() throws {
    let wanted = try workAndClose()
    Hardening.wipeStack()
    for (name, bytes) in wanted.open.merging(wanted.guarded, uniquingKeysWith: { $1 }) {
      #expect(memory.places(of: bytes) == ProcessMemory.Places.none, "\(name)")
    }
  }

  /// A function of its own, so that all its values are gone when it returns.
  @inline(never) private func workAndClose() throws -> Wanted {
    let slotKeys = Mutex<[Masked]>([])
    var context = VaultContext.live
    context.slotKey = { (secret, salt, passes, memory) throws(CryptoError) in
      let key = try Argon2id.key(password: secret, salt: salt, passes: passes, memory: memory)
      key.withBytes { bytes in slotKeys.withLock { $0.append(Masked(bytes)) } }
      return key
    }
    let home = VaultFolder(files: POSIXFileSystem(path: folder.path + "/home"), context: context)
    let word = String(decoding: Self.letters(12), as: UTF8.self)
    let typed = try SecretBytes(copying: Self.letters(20))
    let (made, _) = try OpenVault.create(in: home, passphrase: typed, kdf: quickKDF)
    try made.write("first")
    made.close()
    let vault = try OpenVault.open(in: home, passphrase: typed)
    try vault.write("a walk with \(word)", "and another with \(word)")
    #expect(try vault.notes().count == 3)
    try vault.compact()

    var wanted = Wanted()
    wanted.open["word"] = Masked(word)
    wanted.guarded["passphrase"] = typed.withBytes { Masked($0) }
    let keys = try vault.live().keys
    for (name, key) in [("data key", keys.dataKey), ("header key", keys.headerKey), ("record key", keys.recordKey)] {
      wanted.guarded[name] = key.withBytes { Masked($0) }
    }
    for (name, bytes) in wanted.guarded {
      // Where the system lets nobody look behind closed pages, none is found there.
      #expect(try #require(memory.places(of: bytes)).open == 0, "\(name) while the vault is open")
    }
    #expect(try #require(memory.places(of: Masked(word))).open > 0)
    for (number, key) in slotKeys.withLock({ $0 }).enumerated() {
      #expect(memory.places(of: key) == ProcessMemory.Places.none, "the key of slot \(number) while the vault is open")
      wanted.open["the key of slot \(number)"] = key
    }
    vault.close()
    return wanted
  }

  @Test func `Memory that is let go of is wiped first, also where it moves as it grows`() throws {
    let mark = RandomSource.system.bytes(32).map { $0 | 1 }
    let wanted = mark.withUnsafeBytes { Masked($0) }
    func held() throws -> Int { try #require(memory.places(of: wanted)).open - 1 }  // `mark` itself is one
    // The first bytes of a free block are the allocator's own.
    for (size, grown) in [(96, 4_000), (4_000, 300_000), (300_000, 3_000_000)] {
      var block = try #require(malloc(size))
      (block + size - 40).copyMemory(from: mark, byteCount: 32)
      #expect(try held() == 1)
      block = try #require(realloc(block, grown))
      #expect(try held() == 1)
      block = try #require(realloc(block, size))
      #expect(try held() == 1)
      free(block)
      #expect(try held() == 0, "\(size) bytes")
    }
  }

  @Test func `Keys cannot be read between uses, and neither they nor pages enter a core dump`() throws {
    let secret = try SecretBytes(count: 32)
    let address = secret.withBytes { bytes in
      #expect(Mapping.of(bytes.baseAddress)?.access == "r--p")
      return bytes.baseAddress
    }
    let key = try #require(Mapping.of(address))
    #expect(key.access == "---p" && key.flags.contains("dd"))
    let pages = PageMemory()
    try pages.resize(to: 4096)
    #expect(try #require(Mapping.of(pages.page(0))).flags.contains("dd"))
    try WorkBuffer().with(100) { buffer in
      #expect(Mapping.of(buffer.baseAddress)?.flags.contains("dd") == true)
    }
  }

  @Test func `A cut image keeps nothing of the pages it drops`() throws {
    let word = Self.letters(24)
    let wanted = word.withUnsafeBytes { Masked($0) }
    let image = Image()
    var page = [UInt8](repeating: 0, count: Format.pageSize)
    page.replaceSubrange(100..<124, with: word)
    for number in 1...100 as ClosedRange<UInt32> {
      try page.withBufferBytes { (bytes) throws(VaultError) in try image.write(page: number, bytes) }
    }
    #expect(try #require(memory.places(of: wanted)).open == 102)
    try image.resize(to: 1)
    #expect(try #require(memory.places(of: wanted)).open == 3)
  }
}

/// A stretch of this process's memory, as the kernel describes it.
private struct Mapping {
  let access: String
  /// Two letters each; `dd`: not in a core dump.
  let flags: [String]

  static func of(_ address: UnsafeRawPointer?) -> Mapping? {
    guard let address, let file = fopen("/proc/self/smaps", "re") else { return nil }
    defer { fclose(file) }
    let wanted = UInt(bitPattern: address)
    var access: String?
    var line = [CChar](repeating: 0, count: 1024)
    while fgets(&line, 1024, file) != nil {
      let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        .split(whereSeparator: \.isWhitespace)
      guard let first = words.first else { continue }
      if let access, first == "VmFlags:" { return Mapping(access: access, flags: words.dropFirst().map(String.init)) }
      let ends = first.split(separator: "-").compactMap { UInt($0, radix: 16) }
      if ends.count == 2, ends[0] <= wanted, wanted < ends[1] { access = String(words[1]) }
    }
    return nil
  }
}
