import Crypto
import Vault

extension Failure {
  package static let noJournal = Failure(
    "There is no journal here yet.", safe: "Nothing was changed.",
    next: "Type `handrail` on its own to start one.", code: 66)
  package static let noHome = Failure(
    "Handrail does not know where your home folder is.", safe: "Nothing was changed.",
    next: "Set HOME, or name a folder with --home.", code: 69)
  package static let noTerminalForPassphrase = Failure(
    "There is no terminal to ask for the passphrase on.", safe: "Nothing was changed.",
    next: "Use --passphrase-file with a file that only you can read.", code: 69)
  package static let notADay = Failure(
    "That is not a day Handrail can read.", next: "Try today, yesterday, mon, or 2026-11-20.", code: 64)
  package static let unexpected = Failure(
    "Something went wrong that should not.", safe: "What was stored before is kept.",
    next: "Start Handrail again.", code: 1)

  package static func cannotWrite(what: String, errno code: Int32) -> Failure {
    let reason =
      switch code {
      case 28, 122: "the disk is full"
      case 30, 13, 1: "this place is read-only"
      default: "the disk did not take it"
      }
    return Failure(
      "Handrail could not write \(what): \(reason).", safe: "What was there before is unchanged.",
      code: code == 28 || code == 122 || code == 5 ? 74 : 73)
  }

  init(_ error: RecoveryWordsError) {
    self.init(
      "Those are not the recovery words of this journal.", safe: "Nothing is lost.",
      next: "Check each word against the paper, and try again.", code: 77)
  }
}
