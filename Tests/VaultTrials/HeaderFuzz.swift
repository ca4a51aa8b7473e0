import Crypto
import Vault

/// The first byte says how much of the work is done for the fuzzer: 1 mends the plain check, 2 the code as well, 4 takes
/// what follows as changes to a good header (offset, value, …) and not as the header itself.
enum HeaderFuzz {
  private static let base = Result { try Forge(seed: 11) }

  static func run(_ input: [UInt8]) throws {
    var source = ByteSource(input)
    let flags = source.byte()
    let forge = try base.get()
    var header = forge.header
    if flags & 4 != 0 {
      while !source.isEmpty {
        let offset = source.short() % header.count
        header[offset] = source.byte()
      }
    } else {
      header = source.all()
    }
    // Unlocking costs a hundred times what parsing does: now and then is often enough.
    let unlocks = input.reduce(0, ^) % 16 == 0
    if header.count >= 4096, flags & 3 != 0 {
      header.replaceSubrange(4032..<4064, with: try BLAKE2b.hash(Array(header[..<4032])))
      if flags & 2 != 0, unlocks {
        header = try Forge.closed(Array(header[..<4032]), dataKey: SecretBytes(copying: forge.dataKeyBytes))
      }
    }
    try read(header, unlocks: unlocks, forge: forge)
  }

  private static func read(_ header: [UInt8], unlocks: Bool, forge: Forge) throws {
    let watch = SlotKeyWatch()
    let files = ByteFolder(["vault": header], isReadOnly: true)
    let folder = VaultFolder(files: files, context: .trial(seed: 1, asked: watch))
    _ = try? folder.info()
    if unlocks { try unlock(folder, header, forge) }
    try Finding.unless(files.changes == 0, "reading a header changed the folder")
    try Finding.unless(!watch.sawWrong, "a slot key was asked for with settings outside the limits")
  }

  /// Without records nothing opens; with the right header the missing first record is all there is to say.
  private static func unlock(_ folder: VaultFolder, _ header: [UInt8], _ forge: Forge) throws {
    do throws(VaultError) {
      _ = try folder.readRecords(credential: .passphrase(try Self.secret()))
      throw VaultError.selfCheckFailed
    } catch {
      switch error {
      case .damaged(record: 0, offset: 4096), .notAVault, .headerDamaged, .newerVault, .badKDFSettings,
        .wrongPassphrase:
        return
      default: throw Finding(text: "a header led to \(error)")
      }
    }
  }

  private static func secret() throws(VaultError) -> SecretBytes {
    do { return try Forge.secret() } catch { throw .outOfMemory }
  }
}
