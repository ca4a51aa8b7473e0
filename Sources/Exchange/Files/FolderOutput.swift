/// Where several files go together: all of them, or none.
package protocol FolderOutput: AnyObject {
  /// Adds to a file, which begins with its first bytes.
  func append(_ bytes: [UInt8], to name: String) throws(AgeError)
  /// Nothing more comes into this file.
  func close(_ name: String) throws(AgeError)
  func finish() throws(AgeError)
  /// How many files there are.
  var count: Int { get }
}

/// Files that are put together as one, which is then sealed. Until then they are in memory, for nothing readable may lie on
/// the disk.
package final class SealedFolder: FolderOutput {
  private let recipients: [AgeRecipient]
  private let output: NewFile
  private var files: [NamedBytes] = []
  private var places: [String: Int] = [:]

  package init(_ path: String, for recipients: [AgeRecipient], replacing: Bool = false) throws(AgeError) {
    self.recipients = recipients
    output = try NewFile(path, replacing: replacing)
  }

  package var count: Int { files.count }

  package func append(_ bytes: [UInt8], to name: String) {
    if let place = places[name] {
      files[place].bytes += bytes
    } else {
      places[name] = files.count
      files.append(NamedBytes(name: name, bytes: bytes))
    }
  }

  package func close(_ name: String) {}

  package func finish() throws(AgeError) {
    try AgeWriter(.recipients(recipients)).seal(BytesInput(Tar.bytes(files)), into: output)
    try output.finish()
  }
}
