import Crypto

/// What frames an age file written as plain letters.
enum Armour {
  static let begin = "-----BEGIN AGE ENCRYPTED FILE-----"
  static let end = "-----END AGE ENCRYPTED FILE-----"
  static let columns = 64
  /// Bytes in a full line.
  static let lineBytes = 48
}

/// Writes what it is given as lines of letters (strict PEM).
final class ArmourOutput: ByteOutput {
  private let output: any ByteOutput
  private var waiting: [UInt8] = []
  private var hasBegun = false

  init(_ output: any ByteOutput) { self.output = output }

  func write(_ bytes: UnsafeRawBufferPointer) throws(AgeError) {
    waiting += bytes
    try write(whole: waiting.count / Armour.lineBytes)
  }

  func finish() throws(AgeError) {
    let rest = Base64.encoded(waiting, padded: true)
    try output.write(begin() + rest + (rest.isEmpty ? [] : [10]) + Array((Armour.end + "\n").utf8))
    waiting = []
  }

  private func write(whole lines: Int) throws(AgeError) {
    var text = begin()
    for line in 0..<lines {
      let start = line * Armour.lineBytes
      text += Base64.encoded(waiting[start..<start + Armour.lineBytes])
      text.append(10)
    }
    waiting.removeFirst(lines * Armour.lineBytes)
    try output.write(text)
  }

  private func begin() -> [UInt8] {
    defer { hasBegun = true }
    return hasBegun ? [] : Array((Armour.begin + "\n").utf8)
  }
}
