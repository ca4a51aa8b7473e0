import GRDBSQLite

/// SQLite's calls on a journal or temporary file, which lives in wiped memory.
enum ScratchFile {
  // Filled once and never changed; SQLite only reads it.
  nonisolated(unsafe) static let methods: UnsafePointer<sqlite3_io_methods> = {
    let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    methods.initialize(to: sqlite3_io_methods())
    methods.pointee.iVersion = 1
    methods.pointee.xClose = { file in
      OpenFile.letGo(file)
      return SQLITE_OK
    }
    methods.pointee.xRead = { file, out, count, offset in
      withMemory(file) { memory in
        guard count >= 0, offset >= 0 else { return SQLITE_IOERR }
        let buffer = UnsafeMutableRawBufferPointer(start: out, count: Int(count))
        let available = max(0, min(buffer.count, memory.count - Int(offset)))
        memory.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<available]), at: Int(offset))
        UnsafeMutableRawBufferPointer(rebasing: buffer[available...]).initializeMemory(as: UInt8.self, repeating: 0)
        return available == buffer.count ? SQLITE_OK : SQLiteCode.shortRead
      }
    }
    methods.pointee.xWrite = { file, bytes, count, offset in
      withMemory(file) { memory in
        let (end, overflow) = Int(offset).addingReportingOverflow(Int(count))
        guard count >= 0, offset >= 0, !overflow, end < 1 << 40 else { return SQLITE_FULL }
        guard grow(memory, to: end) else { return SQLITE_NOMEM }
        memory.write(UnsafeRawBufferPointer(start: bytes, count: Int(count)), at: Int(offset))
        return SQLITE_OK
      }
    }
    methods.pointee.xTruncate = { file, size in
      withMemory(file) { memory in
        guard size >= 0, size < memory.count else { return SQLITE_OK }
        try? memory.resize(to: Int(size))  // shrinking cannot fail
        return SQLITE_OK
      }
    }
    methods.pointee.xSync = { _, _ in SQLITE_OK }
    methods.pointee.xFileSize = { file, out in
      withMemory(file) { memory in
        out?.pointee = Int64(memory.count)
        return SQLITE_OK
      }
    }
    methods.pointee.xLock = { _, _ in SQLITE_OK }
    methods.pointee.xUnlock = { _, _ in SQLITE_OK }
    methods.pointee.xCheckReservedLock = { _, out in
      out?.pointee = 0
      return SQLITE_OK
    }
    methods.pointee.xFileControl = { _, _, _ in SQLITE_NOTFOUND }
    methods.pointee.xSectorSize = { _ in CInt(Format.pageSize) }
    methods.pointee.xDeviceCharacteristics = { _ in 0 }
    return UnsafePointer(methods)
  }()

  private static func grow(_ memory: PageMemory, to end: Int) -> Bool {
    guard end > memory.count else { return true }
    do { try memory.resize(to: end) } catch { return false }
    return true
  }

  private static func withMemory(
    _ file: UnsafeMutablePointer<sqlite3_file>?, _ body: (PageMemory) -> CInt
  ) -> CInt {
    guard let memory = OpenFile.object(file, as: PageMemory.self) else { return SQLITE_IOERR }
    return body(memory)
  }
}
