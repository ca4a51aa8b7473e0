import Testing

@testable import Vault

@Suite struct PageMemoryTests {
  private let page = Format.pageSize

  private func first(_ memory: PageMemory, _ index: Int) -> UInt8 { memory.page(index).load(as: UInt8.self) }

  @Test func `Memory grows in one stretch or page by page, and keeps what it holds`() throws {
    let memory = PageMemory()
    for pages in [1, 2, 1_500, 1_501, 1_600, 4_000] {
      try memory.resize(to: pages * page)
      memory.page(pages - 1).storeBytes(of: UInt8(truncatingIfNeeded: pages), as: UInt8.self)
    }
    for pages in [1, 2, 1_500, 1_501, 1_600, 4_000] {
      #expect(first(memory, pages - 1) == UInt8(truncatingIfNeeded: pages))
    }
    #expect(first(memory, 3_000) == 0)
  }

  @Test(arguments: [1, 4, 40]) func `What was cut off is zero when the memory grows again`(spare: Int) throws {
    let memory = PageMemory(spare: spare)
    try memory.resize(to: 2_000 * page)
    for index in 0..<2_000 { memory.page(index).storeBytes(of: 7, as: UInt8.self) }
    for pages in [1_999, 700, 65, 64, 63, 1, 0] {
      try memory.resize(to: pages * page)
      if pages > 0 { #expect(first(memory, pages - 1) == 7) }
      try memory.resize(to: 2_000 * page)
      #expect((pages..<2_000).allSatisfy { first(memory, $0) == 0 }, "from page \(pages) on")
    }
  }
}
