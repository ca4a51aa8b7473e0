extension Store {
  /// Appends what changed in the image since the last record, and returns when the disk holds it. Nothing changed:
  /// nothing is written. On an error the file is as before, and SQLite takes the change back in the image.
  func commit() throws(VaultError) {
    let pages = image.changedPages()
    guard !pages.isEmpty || image.hasOtherSize else { return }
    do {
      try append(.commit, pages: pages)
    } catch {
      lastError = error
      throw error
    }
    lastError = nil
    image.settle()
    #if HANDRAIL_MUTATIONS
      if Mutation.active == .compactInsideSync, wantsCompacting { try compact() }
    #endif
  }

  /// Marks the end of a session that wrote something, so that a later loss of the newest records can be seen.
  func closeCleanly() throws(VaultError) {
    guard hasWritten, !needsReopening, lastType != .cleanClose || image.hasOtherSize else { return }
    // A change that was never saved must not come in by the back door as a change of size.
    guard image.changedPages().isEmpty else { throw .unsavedChange }
    try append(.cleanClose, pages: [])
  }

  /// After a save that left unclear what the disk holds: reads all of it again, and takes up saving where it holds exactly
  /// what was saved before.
  func takeUpAgain() throws(VaultError) {
    guard needsReopening, !isReadOnly else { return }
    let status = try inVault { () throws(FileError) in try files.status(of: VaultNames.vault) }
    guard let status, status.identity == identity, status.size >= end else { throw .changedUnderneath }
    let (fresh, start) = try inVault { () throws(FileError) in
      let fresh = try files.open(VaultNames.vault, .readWrite)
      return (fresh, try fresh.bytes(at: 0, count: Format.headerSize))
    }
    var reader = RecordReader(file: fresh, size: end, chain: try startOfChain(), key: keys.recordKey)
    try reader.read(into: nil)
    guard try start == header.bytes(headerKey: keys.headerKey), reader.chain == chain else { throw .changedUnderneath }
    try inVault { () throws(FileError) in
      // What stands behind was never said to be saved.
      if status.size > end { try fresh.truncate(to: end) }
      try fresh.sync()
    }
    file = fresh
    needsReopening = false
  }

  private func append(_ type: RecordType, pages: [UInt32]) throws(VaultError) {
    guard !isReadOnly else { throw .readOnly }
    guard !needsReopening else { throw .reopenNeeded }
    try checkUnchanged()
    let size = RecordCoding.size(pages: pages.count)
    let tag = try buffer.with(size) { (record) throws(VaultError) in
      let tag = RecordCoding.encode(
        type, databasePages: image.pages, pages: pages, from: image, chain: chain, key: keys.recordKey,
        nonce: context.random.bytes(24), into: record)
      try write(UnsafeRawBufferPointer(record))
      return tag
    }
    chain.advance(tag: tag)
    end += UInt64(size)
    lastType = type
    hasWritten = true
  }

  private func write(_ record: UnsafeRawBufferPointer) throws(VaultError) {
    do {
      try file.write(record, at: end)
    } catch {
      do {
        try file.truncate(to: end)
      } catch {
        needsReopening = true
      }
      throw VaultError(error)
    }
    do {
      try file.sync()
    } catch {
      // What the disk holds now is unknown, and a second try could report success over lost pages.
      needsReopening = true
      try? file.truncate(to: end)
      #if HANDRAIL_MUTATIONS
        if Mutation.active == .notPoisoned { needsReopening = false }
      #endif
      throw VaultError(error)
    }
  }

  /// Another program (a sync tool, a restored copy) may have put other bytes under the same name. Should the file be back
  /// as it was, as after a disk that was away for a moment, it is used again.
  func checkUnchanged() throws(VaultError) {
    #if HANDRAIL_MUTATIONS
      if Mutation.active == .checkOnlySaves, image.changedPages().isEmpty { return }
    #endif
    let (status, tag) = try inVault { () throws(FileError) in
      (try files.status(of: VaultNames.vault), try file.bytes(at: end - 16, count: 16))
    }
    guard let status, status.identity == identity, status.size == end, tag == chain.previousTag else {
      throw .changedUnderneath
    }
  }
}
