import Crypto

/// Takes the armour off an age file. Only one spelling is read, but that lines may end with CR LF, and that white space
/// may stand before and after.
final class ArmourInput: ByteInput {
  private let input: BufferedInput
  private var number = 0
  private var waiting: [UInt8] = []
  private var state = State.before

  private enum State { case before, inside, lastLineSeen, done }
  private static let spaceLimit = 1024

  init(_ input: BufferedInput) { self.input = input }

  /// Whether an armoured file begins here, after white space.
  static func isAhead(in input: BufferedInput) throws(AgeError) -> Bool {
    let ahead = try input.peek(spaceLimit + Armour.begin.utf8.count)
    return ahead.drop(while: isSpace).starts(with: Array("-----BEGIN ".utf8))
  }

  func read(into room: UnsafeMutableRawBufferPointer) throws(AgeError) -> Int {
    var done = 0
    while true {
      let piece = min(waiting.count, room.count - done)
      UnsafeMutableRawBufferPointer(rebasing: room[done...]).copyBytes(from: waiting[..<piece])
      waiting.removeFirst(piece)
      done += piece
      if done == room.count || state == .done { return done }
      try step()
    }
  }

  private func step() throws(AgeError) {
    if state == .before { try skipSpace() }
    let line = try line()
    switch state {
    case .before:
      guard line.elementsEqual(Armour.begin.utf8) else { throw fault(.label) }
      state = .inside
    case .inside where !line.elementsEqual(Armour.end.utf8):
      guard !line.isEmpty, line.count <= Armour.columns, !line.starts(with: Array("-----".utf8)) else {
        throw fault(line.starts(with: Array("-----".utf8)) ? .end : .line)
      }
      guard let bytes = Base64.bytes(line, padded: true) else { throw fault(.letters) }
      waiting += bytes
      if bytes.count < Armour.lineBytes { state = .lastLineSeen }
    case .inside, .lastLineSeen:
      guard line.elementsEqual(Armour.end.utf8) else { throw fault(.end) }
      try expectNothingMore()
      state = .done
    case .done: break
    }
  }

  private func line() throws(AgeError) -> [UInt8] {
    number += 1
    switch try input.line(limit: Armour.columns + 1) {
    case .whole(let line): return line.last == 13 ? line.dropLast() : line
    // The last line may end with the file.
    case .cut(let line) where line.elementsEqual(Armour.end.utf8): return line
    case .cut: throw fault(.cut)
    case .tooLong: throw fault(.line)
    }
  }

  private func skipSpace() throws(AgeError) {
    let ahead = try input.peek(Self.spaceLimit)
    let space = ahead.prefix(while: Self.isSpace)
    number += space.filter { $0 == 10 }.count
    input.skip(space.count)
  }

  private func expectNothingMore() throws(AgeError) {
    var left = Self.spaceLimit
    while try !input.isAtEnd {
      let piece = try input.peek(256)
      left -= piece.count
      guard left >= 0, piece.allSatisfy(Self.isSpace) else {
        number += 1
        throw fault(.trailing)
      }
      input.skip(piece.count)
    }
  }

  private func fault(_ fault: AgeError.ArmourFault) -> AgeError { .armour(fault, line: number) }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
