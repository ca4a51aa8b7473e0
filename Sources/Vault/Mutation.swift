#if HANDRAIL_MUTATIONS
  import Crypto
  import GRDB
  import Synchronization

  /// A mistake built into the vault on purpose, to see that its proof notices. No shipped build knows of these.
  package enum Mutation: String, CaseIterable, Sendable {
    case previousTag = "the previous tag is not sealed in"
    case sequence = "the sequence is not sealed in"
    case paddingUnchecked = "padding is not checked"
    case paddingIgnored = "padding is neither wiped nor checked"
    case pageNumbersUnchecked = "page numbers need not rise"
    case tailWithSuccessors = "a tail that has successors is dropped"
    case tornTaken = "a torn record is taken as one"
    case snapshotCutOff = "a cut snapshot is taken for a cut-off save"
    case headerCodeUnchecked = "the header's code is not checked"
    case compactInsideSync = "compaction inside the sync"
    case truncationIgnored = "SQLite's truncations are ignored"
    case staleEndKept = "pages behind the end of the database stay"
    case notPoisoned = "saving goes on after a failed sync"
    case checkOnlySaves = "only saves look for other programs' changes"
    case nonceReuse = "every record has the same nonce"
    case headerCopyFirst = "the header's copy is written before the vault"
    case migrationInPlace = "migration in place"
    case previousKept = "vault.bak stays after a passphrase change"
    case eraseKeepsOlder = "an erase keeps the older file"
    case dataKeyKept = "a passphrase change keeps the data key"

    private static let current = Mutex<Mutation?>(nil)
    private static let dataKeys = Mutex<[[UInt8]: SecretBytes]>([:])

    /// The one mistake of this process.
    package static var active: Mutation? {
      get { current.withLock { $0 } }
      set { current.withLock { $0 = newValue } }
    }

    /// What a record is sealed together with, less the part that is left out.
    static func additional(_ chain: RecordChain, _ head: RecordHead) -> [UInt8]? {
      guard active == .previousTag || active == .sequence else { return nil }
      return Format.recordMagic + chain.vaultID + chain.fileID
        + (active == .sequence ? [] : chain.sequence.littleEndianBytes)
        + (active == .previousTag ? [] : chain.previousTag) + [head.type.rawValue] + head.length.littleEndianBytes
    }

    /// The plain text of a record without what follows its pages.
    static func withoutPadding(_ plain: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
      guard active == .paddingUnchecked || active == .paddingIgnored, plain.count >= 8 else { return plain }
      let end = 8 + Int(plain.littleEndian32(at: 4)) * (4 + Format.pageSize)
      return UnsafeRawBufferPointer(rebasing: plain.prefix(end))
    }

    /// The first data key that a vault had in this process.
    static func dataKey(of vaultID: [UInt8], drawn: SecretBytes) -> SecretBytes {
      guard active == .dataKeyKept else { return drawn }
      return dataKeys.withLock { keys in
        if keys[vaultID] == nil { keys[vaultID] = drawn }
        return keys[vaultID] ?? drawn
      }
    }

    static func migrateInPlace(_ queue: DatabaseQueue, _ migrator: DatabaseMigrator) throws(VaultError) {
      do { try migrator.migrate(queue) } catch { throw VaultError(database: error) }
    }
  }
#endif
