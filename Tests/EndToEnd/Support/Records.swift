/// Where the records of a vault file begin.
enum Records {
  static func starts(in vault: [UInt8]) -> [Int] {
    stride(from: 4096, to: vault.count, by: 4096).filter { vault[$0...].starts(with: Array("HRC1".utf8)) }
  }

  /// A vault with one byte changed in record `number`; counted from the end where it is negative.
  static func damaged(_ vault: [UInt8], record number: Int) -> [UInt8] {
    let starts = starts(in: vault)
    var bytes = vault
    bytes[starts[number < 0 ? starts.count + number : number] + 100] ^= 1
    return bytes
  }
}
