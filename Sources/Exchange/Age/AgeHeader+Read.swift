import Crypto

extension AgeHeader {
  /// Reads a header off the beginning of `input`, and leaves what follows.
  init(reading input: BufferedInput) throws(AgeError) {
    var reader = HeaderReader(input: input)
    self = try reader.header()
  }
}

/// Takes a header apart, line by line. Every header has one spelling.
private struct HeaderReader {
  let input: BufferedInput
  private var covered: [UInt8] = []
  private var number = 0

  init(input: BufferedInput) { self.input = input }

  mutating func header() throws(AgeError) -> AgeHeader {
    try versionLine()
    var stanzas: [AgeStanza] = []
    while true {
      let line = try line()
      if line.starts(with: Array("-> ".utf8)) {
        stanzas.append(try stanza(line.dropFirst(3)))
      } else if line.starts(with: Array("---".utf8)) {
        guard !stanzas.isEmpty else { throw fault(.noStanza) }
        let header = AgeHeader(stanzas, mac: try mac(line), covered: covered + Array("---".utf8))
        guard !header.needsPassphrase || stanzas.count == 1 else { throw .passphraseNotAlone }
        return header
      } else {
        throw fault(.start)
      }
      covered += stanzas.last.map { Array($0.text.utf8) } ?? []
    }
  }

  private mutating func versionLine() throws(AgeError) {
    let start = Array(AgeHeader.versionStart.utf8)
    guard try input.peek(start.count).elementsEqual(start) else { throw .notAge }
    let line = try line()
    let version = line.dropFirst(start.count)
    guard !version.isEmpty, version.allSatisfy({ (33...126).contains($0) }) else { throw fault(.versionLine) }
    guard line.elementsEqual(AgeHeader.version.utf8) else { throw .version(String(decoding: version, as: UTF8.self)) }
    covered = line + [10]
  }

  private mutating func stanza(_ words: ArraySlice<UInt8>) throws(AgeError) -> AgeStanza {
    let arguments = words.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard arguments.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (33...126).contains($0) } }) else {
      throw fault(.arguments)
    }
    var letters: [UInt8] = []
    while true {
      let line = try line()
      guard line.count <= AgeStanza.columns, line.allSatisfy(Base64.isLetter) else { throw fault(.body) }
      letters += line
      if line.count < AgeStanza.columns { break }
    }
    guard let body = Base64.bytes(letters) else { throw fault(.body) }
    return AgeStanza(arguments.map { String(decoding: $0, as: UTF8.self) }, body: body)
  }

  private func mac(_ line: [UInt8]) throws(AgeError) -> [UInt8] {
    guard line.count == 47, line[3] == UInt8(ascii: " "), let mac = Base64.bytes(line[4...]) else { throw fault(.mac) }
    return mac
  }

  private var read = 0

  private mutating func line() throws(AgeError) -> [UInt8] {
    number += 1
    switch try input.line(limit: AgeHeader.limit - read) {
    case .whole(let line):
      read += line.count
      return line
    case .cut: throw fault(.cut)
    case .tooLong: throw fault(.tooLong)
    }
  }

  private func fault(_ fault: AgeError.HeaderFault) -> AgeError { .header(fault, line: number) }
}
