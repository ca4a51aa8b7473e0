import Conversation
import Crypto
import Foundation
import Glibc
import Terminal
import Testing
import Vault

@testable import Clinic
@testable import Exchange

/// A programme with two participants, and a folder for the files they send.
final class Programme {
  let sitting: ClinicSitting
  let keys: OwnKeys
  let jo: Sharer
  let sam: Sharer
  /// Nobody here knows them.
  let stranger: Sharer
  /// Another programme.
  let other: OwnKeys

  init(shell: Bool = true) throws {
    sitting = try ClinicSitting(shell: shell)
    keys = try KeyDesk(session: sitting.session).keys()
    (jo, sam, stranger) = (try Sharer(1), try Sharer(2), try Sharer(3))
    other = try Sharer(9).keys
    try enroll("Jo", jo)
    try enroll("Sam", sam)
  }

  func enroll(_ name: String, _ sharer: Sharer) throws {
    let now = sitting.clock.now().milliseconds
    try sitting.store.enroll(
      name,
      key: PersonKey(
        signing: sharer.keys.signing.publicKey.point, recipient: sharer.keys.identity.recipient.text, at: now,
        isCompared: true), Doing(by: "-", at: now))
  }

  var folder: String { sitting.folder }
  func path(_ name: String) -> String { folder + "/" + name }

  @discardableResult func put(_ bytes: [UInt8], _ name: String) throws -> String {
    try #require(FileManager.default.createFile(atPath: path(name), contents: Data(bytes)))
    return path(name)
  }

  /// Sealed for this programme.
  @discardableResult func put(_ log: Log, by sharer: Sharer, _ name: String) throws -> String {
    try put(Log.sealed(log.bytes(by: sharer), for: keys), name)
  }

  /// What the shell says to `import` of this file of the folder.
  func take(_ name: String, _ options: String = "") -> (said: String, code: Int32) {
    let (said, departure) = sitting.line("import \"\(path(name))\" \(options)")
    let told = said.replacing("\n  ", with: " ").replacing(folder + "/", with: "")
    if case .failed(let failure)? = departure { return (told + failure.sentences, failure.code) }
    return (told, departure?.exitCode ?? 0)
  }
}
