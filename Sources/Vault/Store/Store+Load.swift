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
      guard let head = try head(at: end), head.recordSize <= size - end, try take(head, into: image) else {
        try stop()
        break
      }
    }
    // A vault is made whole, so a snapshot that is not all there is damage, never a save that was cut off.
    guard !isSnapshotMissing else { throw damage }
    image?.settle()
  }

  private var damage: VaultError { .damaged(record: chain.sequence, offset: end) }
  private var isSnapshotMissing: Bool { chain.sequence == 0 || inSnapshot && lastSnapshotPage < snapshotPages }

  private func head(at offset: UInt64) throws(VaultError) -> RecordHead? {
    try inVault { () throws(FileError) in
      RecordHead(try file.bytes(at: offset, count: Format.recordHeadSize))
    }
  }

  /// Opens the record at `end`. False when it is not authentic; throws when it is, but breaks a rule.
  private mutating func take(_ head: RecordHead, into image: Image?) throws(VaultError) -> Bool {
    let size = Int(head.recordSize)
    let (additional, offset, file, key) = (chain.additional(for: head), end, file, key)
    let taken = try buffer.with(size) { (record) throws(VaultError) -> (content: RecordContent?, tag: [UInt8])? in
      let read = try inVault { () throws(FileError) in try file.read(into: record, at: offset) }
      guard read == size else { return nil }
      let tag = Array(record.suffix(XChaCha20Poly1305.tagCount))
      let sealed = UnsafeMutableRawBufferPointer(rebasing: record[Format.recordHeadSize...])
      guard XChaCha20Poly1305.open(sealed, nonce: head.nonce, additional: additional, key: key) else { return nil }
      let plain = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(sealed).dropLast(16))
      guard let content = RecordContent(plain, type: head.type) else { return (nil, tag) }
      try image?.apply(content, from: plain)
      return (content, tag)
    }
    guard let taken else { return false }
    guard let content = taken.content, follows(head.type, content) else { throw damage }
    chain.advance(tag: taken.tag)
    end += UInt64(size)
    lastType = head.type
    if inSnapshot { snapshotEnd = end }
    return true
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
    while offset < size {
      if try head(at: offset) != nil {
        guard salvages else { throw damage }
        findings.damage = damage
        return
      }
      offset += UInt64(Format.pageSize)
    }
    findings.tornBytes = size - end
  }
}

extension Image {
  /// Sets the size and puts the pages of a record.
  func apply(_ content: RecordContent, from plain: UnsafeRawBufferPointer) throws(VaultError) {
    try resize(to: content.databasePages)
    var offset = content.firstPageOffset
    for page in content.pages {
      place(page, UnsafeRawBufferPointer(rebasing: plain[offset..<offset + Format.pageSize]))
      offset += Format.pageSize
    }
  }
}
