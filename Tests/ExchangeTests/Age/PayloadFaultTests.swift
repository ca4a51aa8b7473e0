import Testing

@testable import Exchange

/// Every class of a wrong payload, and what may have been given out by then: proven pieces only.
@Suite struct PayloadFaultTests {
  private static let full = [UInt8](repeating: 97, count: 1 << 16)

  /// A right header and nonce, then what is added.
  private static func file(_ pieces: (inout Forge) throws -> Void) throws -> [UInt8] {
    var forge = try Forge.whole()
    forge.nonce()
    try pieces(&forge)
    return forge.bytes
  }

  static let cases: [(FileCase, given: Int)] = [
    (FileCase("nothing, sealed", nil) { try file { try $0.piece([]) } }, 0),
    (FileCase("one full piece", nil) { try file { try $0.piece(full) } }, 1 << 16),
    (
      FileCase("two pieces", nil) {
        try file {
          try $0.piece(full, last: false)
          try $0.piece([97], 1)
        }
      }, 65537
    ),
    (
      FileCase("three full pieces", nil) {
        try file {
          try $0.piece(full, last: false)
          try $0.piece(full, 1, last: false)
          try $0.piece(full, 2)
        }
      }, 3 << 16
    ),
    (FileCase("no nonce", .payload(.noNonce)) { try Forge.whole().bytes }, 0),
    (FileCase("short nonce", .payload(.noNonce)) { try Forge.whole().bytes + Array(Forge.nonce.dropLast()) }, 0),
    (FileCase("no piece", .payload(.cut)) { try file { _ in } }, 0),
    (FileCase("half a tag", .payload(.cut)) { try file { $0.add(Array(try $0.sealed([]).prefix(8))) } }, 0),
    (FileCase("no tag", .payload(.changed(0))) { try file { $0.add(Array(try $0.sealed(greeting).dropLast(16))) } }, 0),
    (
      FileCase("one byte less", .payload(.changed(0))) {
        try file { $0.add(Array(try $0.sealed(greeting).dropLast())) }
      }, 0
    ),
    (
      FileCase("changed", .payload(.changed(0))) {
        try file {
          var piece = try $0.sealed(greeting)
          piece[3] ^= 1
          $0.add(piece)
        }
      }, 0
    ),
    (
      FileCase("second piece changed", .payload(.changed(1))) {
        try file {
          try $0.piece(full, last: false)
          var piece = try $0.sealed(greeting, 1)
          piece[20] ^= 0x80
          $0.add(piece)
        }
      }, 1 << 16
    ),
    (
      FileCase("second full piece changed", .payload(.changed(1))) {
        try file {
          try $0.piece(full, last: false)
          var piece = try $0.sealed(full, 1)
          piece[65551] ^= 1
          $0.add(piece)
        }
      }, 1 << 16
    ),
    (FileCase("never the last", .payload(.cut)) { try file { try $0.piece(greeting, last: false) } }, 0),
    (FileCase("full, and never the last", .payload(.cut)) { try file { try $0.piece(full, last: false) } }, 0),
    (
      FileCase("two pieces, and never the last", .payload(.cut)) {
        try file {
          try $0.piece(full, last: false)
          try $0.piece(greeting, 1, last: false)
        }
      }, 1 << 16
    ),
    (
      FileCase("last piece empty", .payload(.emptyLast)) {
        try file {
          try $0.piece(full, last: false)
          try $0.piece([], 1)
        }
      }, 1 << 16
    ),
    (
      FileCase("two last pieces", .payload(.trailing)) {
        try file {
          try $0.piece(full)
          try $0.piece(greeting, 1)
        }
      }, 0
    ),
    (
      FileCase("one byte behind a full piece", .payload(.trailing)) {
        try file {
          try $0.piece(full)
          $0.add([0])
        }
      }, 0
    ),
    (
      FileCase("much behind a full piece", .payload(.trailing)) {
        try file {
          try $0.piece(full)
          $0.add(full + full)
        }
      }, 0
    ),
    (
      FileCase("something behind a short piece", .payload(.changed(0))) {
        try file {
          try $0.piece(greeting)
          $0.add([0])
        }
      }, 0
    ),
    (
      FileCase("a short piece before the last", .payload(.changed(0))) {
        try file {
          try $0.piece(greeting, last: false)
          try $0.piece(greeting, 1)
        }
      }, 0
    ),
    (
      FileCase("pieces in another order", .payload(.changed(0))) {
        try file {
          try $0.piece(full, 1, last: false)
          try $0.piece(full, 0, last: false)
          try $0.piece(greeting, 2)
        }
      }, 0
    ),
    (
      FileCase("a piece left out", .payload(.changed(1))) {
        try file {
          try $0.piece(full, last: false)
          try $0.piece(greeting, 2)
        }
      }, 1 << 16
    ),
  ]

  @Test(arguments: cases.indices)
  func `A payload with this is refused, and gives out proven pieces only`(number: Int) throws {
    let (file, given) = Self.cases[number]
    let opening = Opening(try file.make())
    #expect(opening.error == file.expected && opening.text.count == given, "\(file.name): \(opening)")
    #expect(opening.text.allSatisfy { $0 == 97 })
  }

  @Test func `A file cut anywhere is refused`() throws {
    let whole = try Self.file { try $0.piece(greeting) }
    for count in 0..<whole.count {
      let opening = Opening(Array(whole[..<count]))
      #expect(opening.error != nil && opening.text == [], "cut to \(count): \(opening)")
    }
  }

  @Test func `A file with any byte changed is refused`() throws {
    let whole = try Self.file { try $0.piece(greeting) }
    for place in whole.indices {
      var changed = whole
      changed[place] ^= 1 << UInt8(place % 8)
      let opening = Opening(changed)
      #expect(opening.error != nil && opening.text == [], "byte \(place): \(opening)")
    }
  }
}
