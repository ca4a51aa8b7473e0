/// A record made with the right key whose content breaks a rule of the format, or keeps all of them.
struct Crafted: Sendable {
  let name: String
  var type: UInt8 = 2
  let plain: [UInt8]
  var isAllowed = false

  static let all = [
    Crafted(name: "a clean close", type: 3, plain: plain(6, []), isAllowed: true),
    Crafted(name: "padding is not zero", plain: ended(plain(6, []), 1)),
    Crafted(name: "padding of a clean close is not zero", type: 3, plain: ended(plain(6, []), 0x80)),
    Crafted(name: "pages fall", plain: plain(6, [5, 2])),
    Crafted(name: "a page twice", plain: plain(6, [2, 2])),
    Crafted(name: "page zero", plain: plain(6, [0, 2])),
    Crafted(name: "a page behind the end", plain: plain(3, [4])),
    Crafted(name: "a page far behind the end", plain: plain(6, [0x8000_0000])),
    Crafted(name: "more pages than bytes", plain: plain(6, [], count: 3)),
    Crafted(name: "more pages than there can be", plain: plain(6, [], count: 0xFFFF_FFFF)),
    Crafted(name: "too large a database", plain: plain((1 << 20) + 1, [])),
    Crafted(name: "a clean close with a page", type: 3, plain: plain(6, [1])),
    Crafted(name: "a snapshot behind a commit", type: 1, plain: plain(6, [1, 2, 3, 4, 5, 6])),
    Crafted(name: "a snapshot without pages behind a commit", type: 1, plain: plain(6, [])),
  ]

  /// Plain text that fills whole pages together with what surrounds it.
  private static func plain(_ size: UInt32, _ pages: [UInt32], count: UInt32? = nil) -> [UInt8] {
    var plain = SealedFile.little(size) + SealedFile.little(count ?? UInt32(pages.count))
    plain += pages.flatMap { SealedFile.little($0) } + [UInt8](repeating: 7, count: pages.count * 4096)
    plain += [UInt8](repeating: 0, count: (4096 - (plain.count + 56) % 4096) % 4096)
    return plain
  }

  private static func ended(_ plain: [UInt8], _ last: UInt8) -> [UInt8] { plain.dropLast() + [last] }
}
