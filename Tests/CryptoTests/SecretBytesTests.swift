import Testing

@testable import Crypto

@Suite struct SecretBytesTests {
  @Test func `A secret lends the bytes it was given`() throws {
    let secret = try SecretBytes(copying: [1, 2, 3])
    #expect(secret.withBytes { Array($0) } == [1, 2, 3])
    #expect(secret.count == 3)
    #expect(try SecretBytes(count: 4).withBytes { Array($0) } == [0, 0, 0, 0])
    #expect(try SecretBytes(copying: []).withBytes { $0.count } == 0)
  }

  @Test func `Reading inside reading works`() throws {
    let secret = try SecretBytes(copying: [7])
    let both = secret.withBytes { outer in secret.withBytes { inner in [outer[0], inner[0]] } }
    #expect(both == [7, 7])
    #expect(secret.withBytes { $0[0] } == 7)
  }

  @Test func `Equality looks at length and content`() throws {
    let secret = try SecretBytes(copying: [1, 2])
    #expect(try secret.equals(SecretBytes(copying: [1, 2])))
    #expect(try !secret.equals(SecretBytes(copying: [1, 3])))
    #expect(try !secret.equals(SecretBytes(copying: [1, 2, 0])))
    #expect(Memory.equal([], []) && !Memory.equal([1], [2]))
  }

  @Test func `A repeatable source gives a repeatable secret`() throws {
    let source = RandomSource { bytes in for index in bytes.indices { bytes[index] = UInt8(index) } }
    #expect(try SecretBytes.random(count: 3, from: source).withBytes { Array($0) } == [0, 1, 2])
    #expect(RandomSource.system.bytes(32) != RandomSource.system.bytes(32))
  }

  @Test func `Wiping leaves zeros`() {
    var bytes: [UInt8] = [1, 2, 3]
    bytes.withUnsafeMutableBytes { Memory.wipe($0) }
    #expect(bytes == [0, 0, 0])
    #expect(bytes.withUnsafeBytes { Memory.isZero($0) })
  }
}
