import Vault

extension Failure {
  /// A vault error as what happened, what is safe, and what to do.
  package init(_ error: VaultError) {
    let (happened, safe, next) = Self.words(for: error)
    self.init(happened, safe: safe, next: next, code: error.exitCode)
  }

  /// What a person hears after an unlock; nil for what needs no sentence.
  static func sentence(for warning: VaultWarning) -> String? {
    switch warning {
    case .tornTail(_, let aside):
      "The last save was cut off. Everything before it is here"
        + (aside.map { "; the rest is set aside in \($0)." } ?? ".")
    case .notClosedCleanly: "Handrail was not closed the usual way last time. Everything that was stored is here."
    case .headerRestored: "The beginning of the journal file was damaged, and was restored from its copy."
    case .readOnly: "The journal can be read but not written here, so nothing new can be kept."
    case .headerCopyFailed, .memoryNotLocked, .openToOthers: nil
    }
  }

  /// Another session has the journal. `since` is when it began, as people say it.
  static func openElsewhere(_ process: Int32?, since: String?) -> Failure {
    let facts = [process.map { "process \($0)" }, since.map { "since \($0)" }].compactMap { $0 }
    return Failure(
      "The journal is open in another window" + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))") + ".",
      safe: untouched, next: "Close it there first.", code: 75)
  }

  private static let kept = "What was saved before is safe."
  private static let unsaved = "Nothing new was saved. What was saved before is safe."
  private static let untouched = "Nothing was changed."

  private static func words(for error: VaultError) -> (String, String?, String?) {
    switch error {
    case .wrongPassphrase:
      ("That passphrase does not open the journal.", "Nothing is lost.", "Try again, or use your recovery words.")
    case .wrongRecoveryWords:
      ("Those words do not open the journal.", "Nothing is lost.", "Check each word against the paper.")
    case .noRecoveryWords: ("This journal was made without recovery words.", "Nothing is lost.", nil)
    case .passphraseNotText: ("The passphrase has bytes that are not text.", untouched, nil)
    case .noVault: (noJournal.happened, untouched, noJournal.next)
    case .notAVault:
      ("The file is not a Handrail journal.", "It was left as it is.", "Check the folder after --home.")
    case .newerVault, .newerSchema:
      ("A newer version of Handrail wrote this journal.", "It was left as it is.", "Update Handrail, then open it.")
    case .otherKind(.caseload):
      (
        "This folder holds a programme's caseload, not a journal.", "It was left as it is.",
        "`handrail clinic --home FOLDER` opens it."
      )
    case .otherKind(.journal):
      (
        "This folder holds what one person wrote, not a programme's caseload.", "It was left as it is.",
        "Use --home with the caseload's folder."
      )
    case .headerDamaged:
      ("The beginning of the journal file is damaged.", "It was left as it is.", "`vault restore` puts back a backup.")
    case .damaged(let record, _):
      (
        "The journal file is damaged at record \(record).", "It was left as it is.",
        "`handrail vault salvage FOLDER` saves everything before the damage into a new folder. "
          + "`handrail vault restore FILE` puts back a backup."
      )
    case .badKDFSettings:
      ("The key settings are outside what is safe.", untouched, "Passes go from 2 to 16, memory from 19 to 2048 MiB.")
    case .openElsewhere(let process):
      (openElsewhere(process, since: nil).happened, untouched, "Close it there first.")
    case .alreadyExists(let name): ("There is already a file named \(name).", "It was left as it is.", nil)
    case .leftover(let name):
      (
        "There is no journal, but a file of one is left: \(name).", "It was left as it is.",
        "`vault restore` can open it."
      )
    case .cannotCreate(let name, _):
      (
        "Handrail could not make \(name.isEmpty ? "the folder" : name).", untouched,
        "Check that the folder can be written to."
      )
    case .noSuchFile(let name): ("There is no file named \(name).", untouched, "Check the path.")
    case .linked:
      (
        "The file `vault` in this folder is only a link to another place.", "It was left as it is.",
        "Use --home with the folder where the file itself is."
      )
    case .notPermitted:
      ("This user may not read the journal there.", untouched, "Check who owns it, or use --home with another folder.")
    case .belongsToAnother:
      (
        "This journal belongs to another user of this computer.", "It was left as it is.",
        "Start Handrail as that user, without sudo."
      )
    case .readOnly:
      (
        "The journal can only be read here, not written.", unsaved,
        "Check who owns the folder, or use --home with another."
      )
    case .diskFull: ("The disk is full.", unsaved, "Free some space, then try again.")
    case .inputOutput:
      ("The disk reported an error.", unsaved, "Make a backup on another disk, then try again.")
    case .changedUnderneath:
      (
        "Another program changed, moved or removed the journal file while it was open.",
        "Nothing was overwritten, and nothing new was saved.", "Start Handrail again to see what is there now."
      )
    case .reopenNeeded: ("An earlier save did not work.", unsaved, "Start Handrail again.")
    case .selfCheckFailed: ("SQLite on this computer does not work as the journal needs.", untouched, nil)
    case .outOfMemory:
      (
        "There is not enough free memory to open the journal.", "Nothing is lost.",
        "Close other programs, then try again."
      )
    case .cryptoUnavailable: ("The encryption library did not start.", untouched, nil)
    case .noSuchEntry: ("There is no such entry.", untouched, "`review` lists them.")
    case .unreadableEntry: ("An entry cannot be read by this version.", kept, "`vault check` looks for the reason.")
    case .unsavedChange, .database: (unexpected.happened, kept, unexpected.next)
    }
  }
}
