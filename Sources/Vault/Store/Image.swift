import Glibc

/// The database in memory, as SQLite sees it, and what of it the vault does not hold yet.
///
/// The content that a page had in the last record is kept beside until the next one, so that a page that was changed and
/// changed back makes no record.
final class Image {
  private let memory = PageMemory()
  private let earlier = PageMemory(spare: 4)
  private(set) var pages: UInt32 = 0
  /// How many pages the last record said.
  private(set) var recordedPages: UInt32 = 0
  private var touched: [UInt32: Earlier] = [:]

  /// What is known of a touched page as the last record left it.
  private enum Earlier {
    /// Its content is kept at this place of `earlier`.
    case kept(Int)
    /// It was not there, or it has been dropped since.
    case unknown
  }

  /// Whether the system keeps all of it out of swap.
  var isLocked: Bool { memory.isLocked && earlier.isLocked }
  /// Whether the next record has something to say even without pages: SQLite drops pages after it has synced.
  var hasOtherSize: Bool { pages != recordedPages }

  /// Fills `buffer` from `offset` on, with zeros behind the end. False when it was not all there.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Bool {
    let available = max(0, min(buffer.count, memory.count - offset))
    memory.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<available]), at: offset)
    UnsafeMutableRawBufferPointer(rebasing: buffer[available...]).initializeMemory(as: UInt8.self, repeating: 0)
    return available == buffer.count
  }

  /// Puts one page (from 1), and grows to it with zeros where it is new.
  func write(page: UInt32, _ bytes: UnsafeRawBufferPointer) throws(VaultError) {
    precondition(page > 0 && bytes.count == Format.pageSize)
    guard page <= Format.maxPages else { throw .diskFull }
    if page > pages { try resize(to: page) }
    if touched[page] == nil { try remember(page) }
    memory.write(bytes, at: (Int(page) - 1) * Format.pageSize)
  }

  /// Puts one page that a record holds; it is not a change.
  func place(_ page: UInt32, _ bytes: UnsafeRawBufferPointer) {
    memory.write(bytes, at: (Int(page) - 1) * Format.pageSize)
  }

  /// Sets the number of pages; new ones are zero, dropped ones are wiped.
  func resize(to newPages: UInt32) throws(VaultError) {
    guard newPages <= Format.maxPages else { throw .diskFull }
    let oldPages = pages
    try memory.resize(to: Int(newPages) * Format.pageSize)
    pages = newPages
    guard newPages < oldPages else { return }
    for page in newPages + 1...oldPages {
      // Should it come back before the next record, the vault still holds what it was, so it must be written then.
      touched[page] = page <= recordedPages ? .unknown : nil
    }
  }

  /// The pages that the next record must hold, rising.
  func changedPages() -> [UInt32] {
    touched.filter { page, before in page <= pages && isChanged(page, before) }.keys.sorted()
  }

  func copyPage(_ page: UInt32, into buffer: UnsafeMutableRawBufferPointer) {
    memory.read(into: buffer, at: (Int(page) - 1) * Format.pageSize)
  }

  /// Takes everything as recorded.
  func settle() {
    recordedPages = pages
    touched.removeAll(keepingCapacity: touched.count < 1024)
    try? earlier.resize(to: 0)  // shrinking cannot fail
  }

  /// Another image with the same content, all of it recorded.
  func copy() throws(VaultError) -> Image {
    let other = Image()
    try other.resize(to: pages)
    for page in 0..<Int(pages) {
      other.memory.page(page).copyMemory(from: memory.page(page), byteCount: Format.pageSize)
    }
    other.settle()
    return other
  }

  private func remember(_ page: UInt32) throws(VaultError) {
    guard page <= recordedPages else {
      touched[page] = .unknown
      return
    }
    let place = earlier.count / Format.pageSize
    try earlier.resize(to: earlier.count + Format.pageSize)
    earlier.page(place).copyMemory(from: memory.page(Int(page) - 1), byteCount: Format.pageSize)
    touched[page] = .kept(place)
  }

  private func isChanged(_ page: UInt32, _ before: Earlier) -> Bool {
    guard case .kept(let place) = before else { return true }
    return memcmp(memory.page(Int(page) - 1), earlier.page(place), Format.pageSize) != 0
  }
}
