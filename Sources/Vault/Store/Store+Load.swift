import Crypto

/// What reading the records found besides the image.
struct LoadFindings {
  /// Bytes behind the last whole record, where a save was cut off.
  var tornBytes: UInt64 = 0
  /// Where reading stopped at damage, when salvaging.
  var damage: VaultError?
}

/// Reads the records of an unlocked vault file, one after the other, into an image.
struct RecordReader {
  let file: any File
  let size: UInt64
  let key: SecretBytes
  /// Keep what stands before a damaged record instead of refusing.
  var salvages = false

  private let buffer = WorkBuffer(isForSeries: true)
  private var snapshotPages: UInt32 = 0
  private var lastSnapshotPage: UInt32 = 0
  private var inSnapshot = true
  private(set) var chain: RecordChain
  private(set) var end = UInt64(Format.headerSize)
  private(set) var snapshotEnd = UInt64(Format.headerSize)
  private(set) var lastType = RecordType.snapshot
  private(set) var findings = LoadFindings()

  init(file: any File, size: UInt64, chain: RecordChain, key: SecretBytes, salvages: Bool = false) {
    self.file = file
    self.size = size
    self.chain = chain
    self.key = key
    self.salvages = salvages
  }

  /// Reads to the end. `image` may be left out to check the records only.
  mutating func read(into image: Image?) throws(VaultError) {
    while end < size {
      var taken = Taken.unreadable
      if let head = try head(at: end), head.recordSize <= size - end { taken = try take(head, into: image) }
      if taken == .whole { continue }
      if taken == .wrong { try leave() } else { try stop() }
      break
    }
    // A vault is made whole, so a snapshot that is not all there is damage, never a save that was cut off.
    guard !isSnapshotMissing else { throw damage }
    image?.settle()
    try image?.dropPagesBehindDatabase()
  }

  /// What came of the record at `end`.
  private enum Taken {
    case whole
    /// Not authentic.
    case unreadable
    /// Authentic, but it breaks a rule of the format.
    case wrong
  }

  private var damage: VaultError { .damaged(record: chain.sequence, offset: end) }
  private var isSnapshotMissing: Bool {
    #if HANDRAIL_MUTATIONS
      if Mutation.active == .snapshotCutOff { return false }
    #endif
    return chain.sequence == 0 || inSnapshot && lastSnapshotPage < snapshotPages
  }

  private func head(at offset: UInt64) throws(VaultError) -> RecordHead? {
    try inVault { () throws(FileError) in
      RecordHead(try file.bytes(at: offset, count: Format.recordHeadSize))
    }
  }

  /// Opens the record at `end`, and puts it into the image when it is whole and may stand here.
  private mutating func take(_ head: RecordHead, into image: Image?) throws(VaultError) -> Taken {
    let recordSize = Int(head.recordSize)
    let (additional, offset, file, key) = (chain.additional(for: head), end, file, key)
    return try buffer.with(recordSize) { (record) throws(VaultError) -> Taken in
      let read = try inVault { () throws(FileError) in try file.read(into: record, at: offset) }
      guard read == recordSize else { return .unreadable }
      let tag = Array(record.suffix(XChaCha20Poly1305.tagCount))
      let sealed = UnsafeMutableRawBufferPointer(rebasing: record[Format.recordHeadSize...])
      let isAuthentic = XChaCha20Poly1305.open(sealed, nonce: head.nonce, additional: additional, key: key)
      #if HANDRAIL_MUTATIONS
        guard isAuthentic || Mutation.active == .tornTaken else { return .unreadable }
      #else
        guard isAuthentic else { return .unreadable }
      #endif
      let plain = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(sealed).dropLast(16))
      guard let content = RecordContent(plain, type: head.type), follows(head.type, content) else { return .wrong }
      // A snapshot holds all its pages, so the image grows as they come: nothing is made of a size that is only said.
      try image?.apply(content, from: plain, size: head.type == .snapshot ? lastSnapshotPage : content.databasePages)
      chain.advance(tag: tag)
      end += UInt64(recordSize)
      lastType = head.type
      if inSnapshot { snapshotEnd = end }
      return .whole
    }
  }

  /// Whether a record of this kind may stand here: snapshots at the start only, together holding every page in order.
  private mutating func follows(_ type: RecordType, _ content: RecordContent) -> Bool {
    guard type == .snapshot else {
      guard !isSnapshotMissing else { return false }
      inSnapshot = false
      return true
    }
    guard inSnapshot else { return false }
    if chain.sequence == 0 { snapshotPages = content.databasePages }
    guard content.databasePages == snapshotPages,
      content.pages.elementsEqual((lastSnapshotPage..<snapshotPages).prefix(content.pages.count).lazy.map { $0 + 1 }),
      chain.sequence == 0 || !content.pages.isEmpty
    else { return false }
    lastSnapshotPage += UInt32(content.pages.count)
    return true
  }

  /// At bytes that are no record: a cut-off save when nothing follows, else damage.
  private mutating func stop() throws(VaultError) {
    guard !isSnapshotMissing else { throw damage }
    var offset = end + UInt64(Format.pageSize)
    #if HANDRAIL_MUTATIONS
      if Mutation.active == .tailWithSuccessors { offset = size }
    #endif
    while offset < size {
      if try head(at: offset) != nil { return try leave() }
      offset += UInt64(Format.pageSize)
    }
    findings.tornBytes = size - end
  }

  /// At damage: what stands before it is kept when salvaging, if that is a database at all.
  private mutating func leave() throws(VaultError) {
    guard salvages, !isSnapshotMissing else { throw damage }
    findings.damage = damage
  }
}

extension Image {
  /// SQLite drops pages after it has synced. When the machine stops in between, the last record still holds them, and
  /// with them words that were deleted: they must not come into the next file.
  func dropPagesBehindDatabase() throws(VaultError) {
    #if HANDRAIL_MUTATIONS
      if Mutation.active == .staleEndKept { return }
    #endif
    guard pages > 0, let size = sizeInDatabase, size < pages else { return }
    try resize(to: size)
  }

  /// The number of pages that the database itself says it has; nil when it does not vouch for it.
  private var sizeInDatabase: UInt32? {
    var head = [UInt8](repeating: 0, count: 100)
    _ = head.withUnsafeMutableBytes { read(into: $0, at: 0) }
    func number(_ offset: Int) -> UInt32 { head[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } }
    guard number(24) == number(92), number(28) > 0 else { return nil }
    return number(28)
  }

  /// Sets the size and puts the pages of a record.
  func apply(_ content: RecordContent, from plain: UnsafeRawBufferPointer, size: UInt32) throws(VaultError) {
    try resize(to: size)
    var offset = content.firstPageOffset
    for page in content.pages {
      place(page, UnsafeRawBufferPointer(rebasing: plain[offset..<offset + Format.pageSize]))
      offset += Format.pageSize
    }
  }
}
