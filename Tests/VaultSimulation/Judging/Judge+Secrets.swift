import Crypto
import Glibc
import Vault

/// What no disk may show, whatever state it is in.
extension Judge {
  /// Plain text on the disk, keys that should be gone, and words that were erased.
  func leaks(on disk: SimulatedDisk) -> [String] {
    let files = disk.files
    var problems: [String] = []
    for (name, bytes) in files {
      for text in ["SQLite format 3", "CREATE TABLE", "abcdefghabcdefgh"] where bytes.holds(text) {
        problems.append("\(name) holds plain text")
      }
    }
    let sealed = files.compactMapValues { SealedFile($0) }
    func opens(_ key: Credential, _ name: String) -> Bool { sealed[name]?.dataKey(for: key) != nil }
    for key in progress.former where !opens(key, "vault") {
      for name in sealed.keys where opens(key, name) { problems.append("a former key opens \(name)") }
    }
    for key in progress.dead {
      for name in sealed.keys where opens(key, name) { problems.append("a dead key opens \(name)") }
    }
    for key in progress.deadDataKeys {
      for (name, file) in sealed where file.recordKey(key) != nil { problems.append("a dead data key opens \(name)") }
    }
    if let words = progress.words, !opens(.recoveryWords(words), "vault") {
      problems.append("the recovery words do not open the vault")
    }
    if !progress.erased.isEmpty || !progress.dropped.isEmpty {
      for (name, file) in sealed { problems += traces(in: file, name: name) }
    }
    return problems
  }

  private func traces(in file: SealedFile, name: String) -> [String] {
    let words = progress.erased + (name == "vault" ? progress.dropped : [])
    for key in progress.keys {
      guard let dataKey = file.dataKey(for: key), let recordKey = file.recordKey(dataKey),
        let records = file.plain(recordKey)
      else { continue }
      return words.filter { word in records.contains { $0.holds(word) } }.map { "\(name) holds the deleted \($0)" }
    }
    return []
  }

  /// The vault as an independent reader sees it once a session has ended: nothing but whole, authentic records.
  func unsealed(_ disk: SimulatedDisk, with key: Credential, isLast: Bool) -> [String] {
    guard let file = disk.sealed("vault"), let dataKey = file.dataKey(for: key),
      let recordKey = file.recordKey(dataKey), file.plain(recordKey) != nil
    else { return ["an independent reader cannot read the vault"] }
    if file.records.last?.upperBound != file.bytes.count { return ["something lies behind the last record"] }
    if isLast, disk.content("vault.header") != Array(file.bytes[..<4096]) { return ["the copy of the header is old"] }
    return []
  }
}

extension [UInt8] {
  /// Whether `text` stands anywhere in the bytes.
  func holds(_ text: String) -> Bool {
    let text = Array<UInt8>(text.utf8)
    guard let first = text.first else { return true }
    return withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return false }
      var offset = 0
      while offset + text.count <= bytes.count,
        let found = memchr(start + offset, Int32(first), bytes.count - text.count - offset + 1)
      {
        if memcmp(found, text, text.count) == 0 { return true }
        offset = start.distance(to: UnsafeRawPointer(found)) + 1
      }
      return false
    }
  }
}
