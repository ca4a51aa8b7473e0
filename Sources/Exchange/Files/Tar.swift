/// Several files as one, as every computer opens it (POSIX ustar). It tells no times and no owner.
package enum Tar {
  package static func bytes(_ files: [NamedBytes]) -> [UInt8] {
    var tar: [UInt8] = []
    for file in files {
      tar += header(file) + file.bytes
      tar += [UInt8](repeating: 0, count: (block - file.bytes.count % block) % block)
    }
    return tar + [UInt8](repeating: 0, count: 2 * block)
  }

  private static let block = 512

  private static func header(_ file: NamedBytes) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: block)
    func put(_ text: String, at start: Int) { header.replaceSubrange(start..<start + text.utf8.count, with: text.utf8) }
    func octal(_ number: Int, _ digits: Int) -> String {
      let text = String(number, radix: 8)
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    put(String(file.name.prefix(99)), at: 0)
    put(octal(0o600, 7), at: 100)
    put(octal(0, 7), at: 108)
    put(octal(0, 7), at: 116)
    put(octal(file.bytes.count, 11), at: 124)
    put(octal(0, 11), at: 136)
    // The check sum is taken over the header with spaces in its place.
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    put(octal(header.reduce(0) { $0 + Int($1) }, 6), at: 148)
    header[154] = 0
    return header
  }
}
