import Crypto
import Foundation
import Testing

@testable import Exchange

/// A file that does not open leaves nothing: no name, no part, and at no moment a byte that was not proven.
@Suite struct LeftBehindTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "handrail-left-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder) }

  /// The bytes of the part that is being written.
  private func part() throws -> [UInt8] {
    let name = try #require(try names().first { $0.hasSuffix(".part") })
    return [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name)))
  }

  static let wrong: [FileCase] =
    (HeaderFaultTests.cases + StanzaFaultTests.keys + StanzaFaultTests.passphrases + ArmourTests.cases
    + PayloadFaultTests.cases.map(\.0)).filter { $0.expected != nil }

  @Test(arguments: wrong) func `Whatever is wrong with it, no file appears and no part stays`(file: FileCase) throws {
    let (sealed, expected) = (try file.make(), try #require(file.expected))
    let secret = try SecretBytes(copying: Array(Forge.passphrase.utf8))
    do {
      let out = try NewFile(folder + "/out")
      #expect(throws: expected) {
        try AgeReader(BytesInput(sealed))
          .open(with: [Forge.identity].compactMap { AgeIdentity(text: $0) }, passphrases: [secret], into: out)
      }
      // Full pieces of a's were proven; of a wrong one nothing was written, not even for a moment.
      #expect(try part().allSatisfy { $0 == 97 } && part().count.isMultiple(of: 1 << 16))
    }
    #expect(try names() == [])
    try FileManager.default.removeItem(atPath: folder)
  }
}
